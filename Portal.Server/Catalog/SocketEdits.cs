using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>What can be done to WebSocket APIs, and to no others.</summary>
internal static class SocketEdits
{
    private const string Connect = "ANY /$connect";

    public static bool Are(RouteEdit edit) => edit is RouteEdit.AddSocketRoute or RouteEdit.ChangeSocketRoute or RouteEdit.SetRouteSelection;

    public static bool IsOfMessages(Authorizer.Request request) => request.IdentitySources.Any(source => source.StartsWith("route.", StringComparison.Ordinal));

    /// <summary>Null if a WebSocket API can have it.</summary>
    public static string? FaultOf(RouteEdit edit) => edit switch
    {
        RouteEdit.AddRoute or RouteEdit.ChangeRoute => "WebSocket APIs have no methods and paths; their routes are named by messages: addSocketRoute, changeSocketRoute.",
        RouteEdit.AddAuthorizer add => FaultOf(add.Authorizer),
        RouteEdit.ChangeAuthorizer change => FaultOf(change.Authorizer),
        RouteEdit.SetGuard { Guard: not (Guard.Open or Guard.Default) } set when set.Operations.Any(operation => operation is not Connect) => "API Gateway guards connections where they are opened: only $connect can demand something.",
        RouteEdit.SetGuard { Guard: Guard.By { Scopes.Count: > 0 } } => "Functions know no scopes; they are for tokens of other APIs.",
        RouteEdit.SetDefaultGuard { Guard: not Guard.Open } or RouteEdit.SetDefaultGuard { ApiKeyRequired: true } => "WebSocket APIs have no default guard; say it of $connect.",
        RouteEdit.SetDefaultIntegration { Integration: not null } => "WebSocket APIs have no default integration; $default is a route.",
        RouteEdit.SetIntegrationOptions => "Say it with the route's integration: changeSocketRoute.",
        RouteEdit.AddValidator or RouteEdit.ChangeValidator or RouteEdit.SetValidator { Validator: not null } or RouteEdit.SetDefaultValidator { Validator: not null } => "WebSocket APIs have no request validators.",
        RouteEdit.SetModels => "Messages have the models that their route names: changeSocketRoute.",
        RouteEdit.SetGatewayResponse => "WebSocket APIs have no gateway responses.",
        RouteEdit.SetPolicy { Policy: not null } => "WebSocket APIs have no resource policy; guard $connect.",
        RouteEdit.AllowBrowsers or RouteEdit.SetHttpCors { Cors: not null } => "Browsers ask nothing before they open a connection: WebSocket APIs have no CORS.",
        _ => null,
    };

    private static string? FaultOf(Authorizer authorizer) => authorizer switch
    {
        not Authorizer.Request => "WebSocket APIs have functions that are given the request which opens the connection, and AWS credentials; tokens and user pools are for other APIs.",
        Authorizer.Request { TtlSeconds: > 0 } => "A connection is asked about once, when it is opened: nothing is remembered.",
        Authorizer.Request request when request.IdentitySources.Any(source => source.StartsWith("method.", StringComparison.Ordinal)) => "Identity sources of WebSocket APIs are route.request.header.NAME and the like; method.request is for REST APIs.",
        _ => null,
    };
}
