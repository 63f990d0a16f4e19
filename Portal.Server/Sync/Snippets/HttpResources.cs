using System.Text.Json.Nodes;
using Portal.Server.Gateway;
using static Portal.Server.Sync.Snippets.SnippetValue;

namespace Portal.Server.Sync.Snippets;

/// <summary>What differs between two forms of an HTTP API, each part as a resource of its own: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_ApiGatewayV2.html.</summary>
internal static class HttpResources
{
    private static readonly SnippetMember Api = new("ApiId", new Id(SnippetReference.Api));

    public static IEnumerable<SnippetResource> Of(HttpApiSpec? before, HttpApiSpec after) =>
    [
        .. before is null || Head(before) != Head(after) ? [HeadOf(after)] : Array.Empty<SnippetResource>(),
        .. after.Authorizers.Since(before?.Authorizers).Select(authorizer => AuthorizerOf(authorizer.Key, authorizer.Value)),
        .. after.Routes.Since(before?.Routes).SelectMany(route => RouteOf(route.Key, before?.Routes.GetValueOrDefault(route.Key), route.Value)),
    ];

    /// <summary>What goes, in words.</summary>
    public static IEnumerable<string> Gone(HttpApiSpec? before, HttpApiSpec after) =>
    [
        .. after.Routes.GoneSince(before?.Routes).Select(key => $"the route {key} with its integration"),
        .. after.Authorizers.GoneSince(before?.Authorizers).Select(name => $"the authorizer {name}"),
    ];

    private static string Head(HttpApiSpec api) => (api with { Routes = SortedMap<HttpRouteSpec>.Empty, Authorizers = SortedMap<HttpAuthorizerSpec>.Empty }).Text;

    private static SnippetResource HeadOf(HttpApiSpec api) => new("Api", "",
    [
        new("Name", SnippetValue.Of(api.Name)),
        new("Description", SnippetValue.Of(api.Description)),
        new("Version", SnippetValue.Of(api.Version)),
        new("ProtocolType", SnippetValue.Of("HTTP")),
        new("DisableExecuteApiEndpoint", api.DisableExecuteApiEndpoint ? SnippetValue.Of(true) : null),
        new("CorsConfiguration", api.Cors is { } cors ? CorsOf(cors) : null),
        new("Tags", SnippetValue.Of(api.Tags.Set()?.ToDictionary(tag => tag.Key, tag => tag.Value!))),
    ]);

    private static Block CorsOf(CorsSpec cors) => new(
    [
        new("AllowCredentials", cors.AllowCredentials ? SnippetValue.Of(true) : null),
        new("AllowHeaders", SnippetValue.Of(cors.AllowHeaders)),
        new("AllowMethods", SnippetValue.Of(cors.AllowMethods)),
        new("AllowOrigins", SnippetValue.Of(cors.AllowOrigins)),
        new("ExposeHeaders", SnippetValue.Of(cors.ExposeHeaders)),
        new("MaxAge", cors.MaxAge is { } seconds ? SnippetValue.Of(seconds) : null),
    ]);

    private static SnippetResource AuthorizerOf(string name, HttpAuthorizerSpec authorizer) => new("Authorizer", name,
    [
        Api,
        new("Name", SnippetValue.Of(name)),
        new("AuthorizerType", SnippetValue.Of(authorizer.Type)),
        new("IdentitySource", SnippetValue.Of(authorizer.IdentitySource), "identity_sources"),
        new("JwtConfiguration", authorizer.Type is "JWT" ? new Block([new("Audience", SnippetValue.Of(authorizer.Audience)), new("Issuer", SnippetValue.Of(authorizer.Issuer))]) : null),
        new("AuthorizerUri", SnippetValue.Of(authorizer.Uri)),
        new("AuthorizerCredentialsArn", SnippetValue.Of(authorizer.Credentials)),
        new("AuthorizerPayloadFormatVersion", SnippetValue.Of(authorizer.PayloadFormatVersion)),
        new("AuthorizerResultTtlInSeconds", authorizer.Type is "JWT" ? null : SnippetValue.Of(authorizer.ResultTtlInSeconds)),
        new("EnableSimpleResponses", authorizer.EnableSimpleResponses ? SnippetValue.Of(true) : null),
    ]);

    private static IEnumerable<SnippetResource> RouteOf(string key, HttpRouteSpec? before, HttpRouteSpec after)
    {
        if (after.Integration is { } integration && !ChangedParts.Same(before?.Integration, integration))
        {
            yield return IntegrationOf(key, integration);
        }

        if (before is null || before.Integration is null != after.Integration is null || !ChangedParts.Same(before with { Integration = null }, after with { Integration = null }))
        {
            yield return RouteOf(key, after);
        }
    }

    private static SnippetResource RouteOf(string key, HttpRouteSpec route) => new("Route", key,
    [
        Api,
        new("RouteKey", SnippetValue.Of(key)),
        new("OperationName", SnippetValue.Of(route.OperationName)),
        new("Target", route.Integration is null ? null : new Id(new SnippetReference("Integration", key), "integrations/")),
        new("AuthorizationType", SnippetValue.Of(route.AuthorizationType)),
        new("AuthorizerId", route.Authorizer is { } authorizer ? new Id(new SnippetReference("Authorizer", authorizer)) : null),
        new("AuthorizationScopes", SnippetValue.Of(route.AuthorizationScopes)),
    ]);

    private static SnippetResource IntegrationOf(string key, HttpIntegrationSpec integration) => new("Integration", key,
    [
        Api,
        new("IntegrationType", SnippetValue.Of(integration.Type)),
        new("IntegrationSubtype", SnippetValue.Of(integration.Subtype)),
        new("IntegrationMethod", SnippetValue.Of(integration.HttpMethod)),
        new("IntegrationUri", SnippetValue.Of(integration.Uri)),
        new("ConnectionType", integration.ConnectionType is "INTERNET" ? null : SnippetValue.Of(integration.ConnectionType)),
        new("ConnectionId", SnippetValue.Of(integration.ConnectionId)),
        new("CredentialsArn", SnippetValue.Of(integration.Credentials)),
        new("Description", SnippetValue.Of(integration.Description)),
        new("PayloadFormatVersion", SnippetValue.Of(integration.PayloadFormatVersion)),
        new("TimeoutInMillis", SnippetValue.Of(integration.TimeoutInMillis), "timeout_milliseconds"),
        new("RequestParameters", SnippetValue.Of(integration.RequestParameters.ToDictionary())),
        new("ResponseParameters", Answers(integration)),
        new("TlsConfig", integration.TlsServerName is { } name ? new Block([new("ServerNameToVerify", SnippetValue.Of(name))]) : null),
    ]);

    private static PerTool? Answers(HttpIntegrationSpec integration) => integration.ResponseParameters.Count is 0 ? null : new PerTool(
        new Map([.. integration.ResponseParameters.Select(answer => (answer.Key, (SnippetValue)new Block([new("ResponseParameters", Changes(answer.Value))])))]),
        [.. integration.ResponseParameters.Select(answer => new Block([new("StatusCode", SnippetValue.Of(answer.Key)), new("Mappings", SnippetValue.Of(answer.Value.ToDictionary()))]))]);

    private static Word Changes(SortedMap<string> changes) =>
        new(new JsonArray([.. changes.Select(change => new JsonObject { ["Source"] = change.Value, ["Destination"] = change.Key })]).ToJsonString());
}
