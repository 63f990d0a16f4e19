using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.WebSockets;

/// <summary>What a document of a WebSocket API may say.</summary>
internal static class LintSocketRules
{
    public static readonly LintRule Selection = new(FindingLevel.Info, "socket-selection",
        "The document does not say which part of a message names its route: $request.body.action does.",
        "Say it in x-amazon-apigateway-route-selection-expression.");

    public static readonly LintRule Verb = new(FindingLevel.Error, "socket-verb",
        "Messages have no HTTP method: a route of a WebSocket API is one x-amazon-apigateway-any-method below /NAME.",
        "Write it so, or leave these operations out.");

    public static readonly LintRule Key = new(FindingLevel.Error, "socket-route",
        "This is no name of a route: {0}.",
        "A path is / and one name: /$connect, /$disconnect, /$default, or what messages name.");

    public static readonly LintRule Guarded = new(FindingLevel.Error, "socket-guarded",
        "API Gateway guards connections where they are opened: only $connect can demand something.",
        "Move what is demanded to /$connect.");

    public static readonly LintRule Authorizer = new(FindingLevel.Error, "authorizer",
        "A WebSocket API would refuse the authorizer of {0}.",
        "It is of type request and has authorizerUri; token, jwt and cognito_user_pools are for other APIs.");

    public static readonly LintRule ApiKey = new(FindingLevel.Error, "socket-api-key",
        "The portal does not demand API keys of WebSocket APIs yet, so connections would be open to anyone.",
        "Guard $connect by an authorizer, say that it is open because the backend checks (x-portal-at-gateway: open), or remove the demand.");

    public static readonly LintRule Models = new(FindingLevel.Warning, "socket-models",
        "The portal does not give models to WebSocket APIs yet: messages are not held against schemas.",
        "");

    public static readonly LintRule Extension = new(FindingLevel.Warning, "extension",
        "WebSocket APIs do not know this: {0}.",
        "");

    public static readonly LintRule Policy = new(FindingLevel.Error, "socket-policy",
        "WebSocket APIs have no resource policy: whom this one keeps out would be let in.",
        "Remove x-amazon-apigateway-policy, and guard $connect.");

    public static readonly LintRule Value = new(FindingLevel.Error, "integration-value",
        "API Gateway does not know this value: {0}.",
        "Correct it.");

    public static readonly LintRule Timeout = new(FindingLevel.Error, "integration-timeout",
        "'Timeout should be between 50 ms and 29000 ms', not {0}.",
        "Choose a time-out within these limits.");
}
