using System.Diagnostics;
using Portal.Server.Catalog.Documents;
using Portal.Shared.Catalog;
using Route = Portal.Server.Catalog.Documents.Route;

namespace Portal.Server.Catalog;

/// <summary>Routes in the words of the doors.</summary>
internal static class RouteWords
{
    public static RoutesView ToView(this RouteTable table, int revision) => new()
    {
        Revision = revision,
        Title = table.Title,
        DocumentVersion = table.Version,
        DefaultIntegration = table.DefaultIntegration?.ToView(),
        DefaultGuard = table.DefaultGuard,
        Authorizers = table.Authorizers,
        Routes = [.. table.Routes.Select(ToView)],
    };

    public static RouteParameter ToParameter(this ParameterView parameter) => new()
    {
        Name = parameter.Name,
        In = parameter.In,
        // A variable of the path is always required.
        Required = parameter.Required || parameter.In is "path",
        Type = parameter.Type,
        IsOfPath = parameter.IsOfPath,
    };

    /// <summary>Null: the default integration answers.</summary>
    public static RouteIntegration? ToIntegration(this IntegrationView integration) => integration switch
    {
        IntegrationView.Default => null,
        IntegrationView.Mock mock => new RouteIntegration.Mock(mock.Status, mock.ContentType, mock.Body),
        IntegrationView.Http http => new RouteIntegration.Http(http.Method, http.Url),
        IntegrationView.HttpProxy proxy => new RouteIntegration.HttpProxy(proxy.Method, proxy.Url),
        IntegrationView.Lambda lambda => new RouteIntegration.LambdaProxy(lambda.FunctionArn, lambda.Role),
        _ => throw new UnreachableException(),
    };

    public static DefaultIntegration ToIntegration(this DefaultIntegrationView integration) => integration switch
    {
        DefaultIntegrationView.Mock mock => new DefaultIntegration.Mock(mock.Status, mock.ContentType, mock.Body),
        DefaultIntegrationView.HttpProxy proxy => new DefaultIntegration.HttpProxy(proxy.BaseUrl),
        DefaultIntegrationView.Lambda lambda => new DefaultIntegration.LambdaProxy(lambda.FunctionArn, lambda.Role),
        _ => throw new UnreachableException(),
    };

    /// <summary>Null: no preflight.</summary>
    public static CorsPreflight? ToPreflight(this CorsView cors) => cors.Enabled
        ? new CorsPreflight { AllowOrigins = cors.AllowOrigins, AllowMethods = cors.AllowMethods, AllowHeaders = cors.AllowHeaders, MaxAge = cors.MaxAge, AllowCredentials = cors.AllowCredentials }
        : null;

    public static CorsView? ToView(this CorsPreflight? cors) => cors is null
        ? null
        : new CorsView { AllowOrigins = cors.AllowOrigins, AllowMethods = cors.AllowMethods, AllowHeaders = cors.AllowHeaders, MaxAge = cors.MaxAge, AllowCredentials = cors.AllowCredentials };

    private static RouteView ToView(Route route) => new()
    {
        Method = route.Name.Method,
        Path = route.Name.Path,
        OperationId = route.OperationId,
        Summary = route.Summary,
        Tags = route.Tags,
        Deprecated = route.Deprecated,
        Parameters = [.. route.Parameters.Select(ToView)],
        ApiKeyRequired = route.ApiKeyRequired,
        Security = route.SecurityNames,
        Guard = route.Guard,
        FollowsDefault = route.FollowsDefault,
        Integration = ToView(route.Integration),
        IsLeftOut = route.IsLeftOut,
        IsPreflight = route.IsPreflight,
        Cors = route.Cors.ToView(),
        Options = route.Options,
        Line = route.Line,
    };

    private static ParameterView ToView(RouteParameter parameter) => new()
    {
        Name = parameter.Name,
        In = parameter.In,
        Required = parameter.Required,
        Type = parameter.Type,
        IsOfPath = parameter.IsOfPath,
    };

    private static IntegrationView ToView(RouteIntegration? integration) => integration switch
    {
        null => new IntegrationView.Default(),
        RouteIntegration.Mock mock => new IntegrationView.Mock { Status = mock.Status, ContentType = mock.ContentType, Body = mock.Body },
        RouteIntegration.Http http => new IntegrationView.Http { Method = http.Method, Url = http.Url },
        RouteIntegration.HttpProxy proxy => new IntegrationView.HttpProxy { Method = proxy.Method, Url = proxy.Url },
        RouteIntegration.LambdaProxy lambda => new IntegrationView.Lambda { FunctionArn = lambda.FunctionArn, Role = lambda.Role },
        RouteIntegration.Other other => new IntegrationView.Other { Kind = other.Type, Method = other.Method, Uri = other.Uri },
        _ => throw new UnreachableException(),
    };

    private static DefaultIntegrationView ToView(this DefaultIntegration integration) => integration switch
    {
        DefaultIntegration.Mock mock => new DefaultIntegrationView.Mock { Status = mock.Status, ContentType = mock.ContentType, Body = mock.Body },
        DefaultIntegration.HttpProxy proxy => new DefaultIntegrationView.HttpProxy { BaseUrl = proxy.BaseUrl },
        DefaultIntegration.LambdaProxy lambda => new DefaultIntegrationView.Lambda { FunctionArn = lambda.FunctionArn, Role = lambda.Role },
        _ => throw new UnreachableException(),
    };
}
