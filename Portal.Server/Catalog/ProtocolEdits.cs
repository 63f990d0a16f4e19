using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>What REST APIs have and HTTP APIs have not, and the other way round. What a document has of the other kind can always be taken away.</summary>
internal static class ProtocolEdits
{
    private const string OfMessages = "Identity sources of REST APIs are method.request.header.NAME and the like; route.request is for WebSocket APIs.";

    /// <summary>Null if an API of this protocol can have it.</summary>
    public static string? FaultOf(Protocol protocol, RouteEdit edit) => protocol switch
    {
        Protocol.WebSocket => SocketEdits.FaultOf(edit),
        _ when SocketEdits.Are(edit) => "Only WebSocket APIs have routes that messages name.",
        _ when HasHead(edit) => "The models of this API are JSON, and their description stands in the schema.",
        Protocol.Http => OfHttp(edit),
        _ => OfRest(edit),
    };

    private static bool HasHead(RouteEdit edit) => edit switch
    {
        RouteEdit.AddModel add => add.Description is not null || add.ContentType is not (null or "application/json"),
        RouteEdit.ChangeModel change => change.Description is not null || change.ContentType is not (null or "application/json"),
        _ => false,
    };

    private static string? OfHttp(RouteEdit edit) => edit switch
    {
        RouteEdit.AddAuthorizer { Authorizer: not (Authorizer.Jwt or Authorizer.HttpRequest) } or RouteEdit.ChangeAuthorizer { Authorizer: not (Authorizer.Jwt or Authorizer.HttpRequest) } =>
            "HTTP APIs have JWT authorizers and functions that are given the request; a user pool is a JWT authorizer whose issuer is the pool's URL.",
        RouteEdit.SetDefaultGuard { ApiKeyRequired: true } or RouteEdit.AddRoute { ApiKeyRequired: true } or RouteEdit.ChangeRoute { ApiKeyRequired: true } => "HTTP APIs have no API keys.",
        RouteEdit.AddValidator or RouteEdit.ChangeValidator or RouteEdit.SetValidator { Validator: not null } or RouteEdit.SetDefaultValidator { Validator: not null } => "HTTP APIs check neither parameters nor bodies.",
        RouteEdit.SetGatewayResponse => "HTTP APIs have no gateway responses.",
        RouteEdit.SetApiKeySource { Source: not ApiKeySource.Header } => "HTTP APIs have no API keys.",
        RouteEdit.SetPolicy { Policy: not null } => "HTTP APIs have no resource policy; guard the routes by an authorizer.",
        RouteEdit.AllowBrowsers => "HTTP APIs answer preflights themselves, for all routes alike.",
        RouteEdit.SetIntegrationOptions { Passthrough: not (null or "") } or RouteEdit.SetIntegrationOptions { ContentHandling: not (null or "") } or RouteEdit.SetIntegrationOptions { RequestTemplates.Count: > 0 } or RouteEdit.SetIntegrationOptions { Answers.Count: > 0 } =>
            "HTTP APIs pass bodies on as they are.",
        RouteEdit.SetIntegrationOptions { CacheKeys.Count: > 0 } => "HTTP APIs have no cache.",
        RouteEdit.SetIntegrationOptions { SkipsVerification: true } => "HTTP APIs always look at a backend's certificate.",
        RouteEdit.SetIntegrationOptions { TimeoutMillis: > 30_000 } => "'Timeout should be between 50 ms and 30000 ms' in HTTP APIs.",
        _ => null,
    };

    private static string? OfRest(RouteEdit edit) => edit switch
    {
        RouteEdit.AddAuthorizer { Authorizer: Authorizer.Jwt or Authorizer.HttpRequest } or RouteEdit.ChangeAuthorizer { Authorizer: Authorizer.Jwt or Authorizer.HttpRequest } =>
            "REST APIs have functions that are given a token or the request, and Cognito user pools; JWT authorizers are for HTTP APIs.",
        RouteEdit.AddAuthorizer { Authorizer: Authorizer.Request request } when SocketEdits.IsOfMessages(request) => OfMessages,
        RouteEdit.ChangeAuthorizer { Authorizer: Authorizer.Request request } when SocketEdits.IsOfMessages(request) => OfMessages,
        RouteEdit.SetHttpCors { Cors: not null } => "REST APIs answer preflights by an operation of each path: allow browsers there.",
        _ => null,
    };
}
