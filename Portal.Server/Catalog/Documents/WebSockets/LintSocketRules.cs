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

    public static readonly LintRule ApiKey = new(FindingLevel.Info, "socket-api-key",
        "Who connects must bring an API key of a usage plan that has the stage. Messages are neither asked for it nor counted.",
        "");

    public static readonly LintRule Model = new(FindingLevel.Error, "socket-model",
        "There is no schema of this name for messages to be held against: {0}.",
        "Name one of components/schemas.");

    public static readonly LintRule ModelSelection = new(FindingLevel.Warning, "socket-model-selection",
        "Several models are named for messages, and nothing says which of them a message is held against: only that of $default is.",
        "Say which part of a message tells in x-amazon-apigateway-model-selection-expression.");

    public static readonly LintRule Parameters = new(FindingLevel.Warning, "socket-parameters",
        "Messages have neither headers nor a query string: only who connects sends them.",
        "Move them to /$connect, or say them in the schema of the message.");

    public static readonly LintRule Parameter = new(FindingLevel.Warning, "socket-parameter",
        "API Gateway knows header and query parameters alone, with names of letters, digits and : . _ $ -: not {0}.",
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
