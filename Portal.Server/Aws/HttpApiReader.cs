using Amazon.ApiGatewayV2.Model;
using Portal.Server.Gateway;
using Route = Amazon.ApiGatewayV2.Model.Route;

namespace Portal.Server.Aws;

/// <summary>Reads the working definition of an HTTP API in three calls beside its head, and says it in the normal form.</summary>
internal sealed class HttpApiReader(PartsV2 parts)
{
    /// <param name="api">The portal's id.</param>
    /// <param name="head">The API itself, read already.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<HttpApiSpec> ReadAsync(string api, Api head, CancellationToken cancellationToken)
    {
        var reading = (Routes: parts.RoutesAsync(head.ApiId, cancellationToken), Integrations: parts.IntegrationsAsync(head.ApiId, cancellationToken), Authorizers: parts.AuthorizersAsync(head.ApiId, cancellationToken));
        await Task.WhenAll(reading.Routes, reading.Integrations, reading.Authorizers);

        return Of(api, head, await reading.Routes, await reading.Integrations, await reading.Authorizers);
    }

    /// <summary>Reads routes and integrations alone; authorizers are as they were known. Where a route names one that is not known, they are read too.</summary>
    public async Task<HttpApiSpec> GlanceAsync(string api, Api head, HttpApiSpec known, CancellationToken cancellationToken)
    {
        var reading = (Routes: parts.RoutesAsync(head.ApiId, cancellationToken), Integrations: parts.IntegrationsAsync(head.ApiId, cancellationToken));
        await Task.WhenAll(reading.Routes, reading.Integrations);

        var authorizers = parts.KnownAuthorizersOrNull(head.ApiId, await reading.Routes) ?? await parts.AuthorizersAsync(head.ApiId, cancellationToken);
        var live = Of(api, head, await reading.Routes, await reading.Integrations, authorizers);

        return live with { Authorizers = known.Authorizers };
    }

    private static HttpApiSpec Of(string api, Api head, List<Route> routes, List<Integration> integrations, IReadOnlyList<Authorizer> authorizers)
    {
        var names = authorizers.ToDictionary(authorizer => authorizer.AuthorizerId, authorizer => authorizer.Name);
        var targets = integrations.ToDictionary(integration => $"integrations/{integration.IntegrationId}");
        var used = routes.Select(route => route.Target).OfType<string>().ToHashSet();

        var spec = HttpApiNormal.Of(new HttpApiSpec(api)
        {
            Name = head.Name,
            Description = head.Description,
            Version = head.Version,
            DisableExecuteApiEndpoint = head.DisableExecuteApiEndpoint ?? false,
            Cors = Of(head.CorsConfiguration),
            Routes = new(from route in routes select KeyValuePair.Create(route.RouteKey, Of(route, targets, names))),
            Authorizers = new(from authorizer in authorizers select KeyValuePair.Create(authorizer.Name, Of(authorizer))),
            Tags = LiveTags.Of(head.Tags),
        });

        return spec with { Loose = LooseIntegrations.Of(integrations.Where(integration => !used.Contains($"integrations/{integration.IntegrationId}"))) };
    }

    private static CorsSpec? Of(Cors? cors) => cors is null ? null : new CorsSpec
    {
        AllowCredentials = cors.AllowCredentials ?? false,
        AllowHeaders = cors.AllowHeaders ?? [],
        AllowMethods = cors.AllowMethods ?? [],
        AllowOrigins = cors.AllowOrigins ?? [],
        ExposeHeaders = cors.ExposeHeaders ?? [],
        MaxAge = cors.MaxAge,
    };

    private static HttpRouteSpec Of(Route route, Dictionary<string, Integration> targets, Dictionary<string, string> authorizers) => new()
    {
        OperationName = route.OperationName,
        AuthorizationType = route.AuthorizationType?.Value ?? "NONE",
        Authorizer = route.AuthorizerId is { Length: > 0 } id ? authorizers.GetValueOrDefault(id, id) : null,
        AuthorizationScopes = route.AuthorizationScopes ?? [],
        Integration = route.Target is { } target && targets.TryGetValue(target, out var integration) ? Of(integration) : null,
    };

    private static HttpIntegrationSpec Of(Integration integration) => new()
    {
        Type = integration.IntegrationType.Value,
        Subtype = integration.IntegrationSubtype,
        HttpMethod = integration.IntegrationMethod,
        Uri = integration.IntegrationUri,
        ConnectionType = integration.ConnectionType?.Value ?? "",
        ConnectionId = integration.ConnectionId,
        Credentials = integration.CredentialsArn,
        Description = integration.Description,
        PayloadFormatVersion = integration.PayloadFormatVersion ?? "",
        TimeoutInMillis = integration.TimeoutInMillis ?? 0,
        RequestParameters = LiveParts.Texts(integration.RequestParameters),
        ResponseParameters = new(from status in integration.ResponseParameters ?? [] select KeyValuePair.Create(status.Key, LiveParts.Texts(status.Value))),
        TlsServerName = integration.TlsConfig?.ServerNameToVerify,
    };

    private static HttpAuthorizerSpec Of(Authorizer authorizer) => new()
    {
        Type = authorizer.AuthorizerType.Value,
        IdentitySource = authorizer.IdentitySource ?? [],
        Issuer = authorizer.JwtConfiguration?.Issuer,
        Audience = authorizer.JwtConfiguration?.Audience ?? [],
        Uri = authorizer.AuthorizerUri,
        Credentials = authorizer.AuthorizerCredentialsArn,
        PayloadFormatVersion = authorizer.AuthorizerPayloadFormatVersion,
        ResultTtlInSeconds = authorizer.AuthorizerResultTtlInSeconds ?? 0,
        EnableSimpleResponses = authorizer.EnableSimpleResponses ?? false,
    };
}
