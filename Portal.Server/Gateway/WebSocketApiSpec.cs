using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>A WebSocket API as API Gateway keeps it, in a normal form (<see cref="WebSocketNormal"/>): ids that AWS makes are replaced by names, and each route has its integration with it.</summary>
internal sealed record WebSocketApiSpec(string Id) : DefinitionSpec
{
    [JsonIgnore]
    public override Address Address => new(Kind.WebSocketApi, Id);

    [JsonIgnore]
    public override string Label => $"API {Name}";

    [JsonIgnore]
    public override string NameInAws => Name;

    [JsonIgnore]
    public override string? About => Description;

    [JsonIgnore]
    public override IEnumerable<string> RouteKeys => MessageRoutes.Keys;

    [JsonIgnore]
    public override IEnumerable<string?> Targets =>
    [
        .. Integrations.SelectMany(integration => new[] { integration.Uri, integration.ConnectionId, integration.Credentials }.Concat(integration.RequestParameters.Values)),
        .. Authorizers.Values.SelectMany(authorizer => new[] { authorizer.Uri, authorizer.Credentials }),
    ];

    [JsonIgnore]
    public override IEnumerable<string?> Functions => from integration in Integrations where integration is { Type: "AWS" or "AWS_PROXY", Credentials: null } select integration.Uri;

    [JsonIgnore]
    public override IEnumerable<string?> AuthorizerFunctions => from authorizer in Authorizers.Values where authorizer.Credentials is null select authorizer.Uri;

    public required string Name { get; init; }

    public required string? Description { get; init; }

    public required string? Version { get; init; }

    public required bool DisableExecuteApiEndpoint { get; init; }

    /// <summary>Which part of a message names its route, as in "$request.body.action".</summary>
    public required string RouteSelectionExpression { get; init; }

    /// <summary>By what a message is to name: "$connect", "$disconnect", "$default" and the API's own.</summary>
    public required SortedMap<MessageRouteSpec> MessageRoutes { get; init; }

    /// <summary>REQUEST authorizers, for $connect.</summary>
    public required SortedMap<SocketAuthorizerSpec> Authorizers { get; init; }

    private IEnumerable<MessageIntegrationSpec> Integrations => MessageRoutes.Values.Select(route => route.Integration).OfType<MessageIntegrationSpec>();
}

internal sealed record MessageRouteSpec
{
    public required string? OperationName { get; init; }

    /// <summary>NONE, AWS_IAM or CUSTOM; of $connect alone.</summary>
    public required string AuthorizationType { get; init; }

    /// <summary>The authorizer's name.</summary>
    public required string? Authorizer { get; init; }

    /// <summary>Whether what the integration answers is sent back to whoever sent the message.</summary>
    public required bool Answers { get; init; }

    public required MessageIntegrationSpec? Integration { get; init; }
}

internal sealed record MessageIntegrationSpec
{
    /// <summary>MOCK, HTTP, HTTP_PROXY, AWS or AWS_PROXY.</summary>
    public required string Type { get; init; }

    public required string? HttpMethod { get; init; }

    public required string? Uri { get; init; }

    /// <summary>INTERNET or VPC_LINK.</summary>
    public required string ConnectionType { get; init; }

    public required string? ConnectionId { get; init; }

    public required string? Credentials { get; init; }

    /// <summary>WHEN_NO_MATCH, WHEN_NO_TEMPLATES or NEVER.</summary>
    public required string PassthroughBehavior { get; init; }

    public required string? ContentHandling { get; init; }

    public required int TimeoutInMillis { get; init; }

    public required SortedMap<string> RequestParameters { get; init; }

    public required SortedMap<string> RequestTemplates { get; init; }

    /// <summary>Which of the templates is taken.</summary>
    public required string? TemplateSelectionExpression { get; init; }

    /// <summary>By "$default" or a pattern of what the backend answers; of integrations that are no proxies.</summary>
    public required SortedMap<MessageAnswerSpec> Responses { get; init; }
}

internal sealed record MessageAnswerSpec
{
    public required SortedMap<string> Parameters { get; init; }

    public required SortedMap<string> Templates { get; init; }

    public required string? TemplateSelectionExpression { get; init; }
}

internal sealed record SocketAuthorizerSpec
{
    public required IReadOnlyList<string> IdentitySource { get; init; }

    public required string? Uri { get; init; }

    public required string? Credentials { get; init; }
}

/// <summary>Brings a WebSocket API into its one normal form, whether it was projected from a document or read.</summary>
internal static class WebSocketNormal
{
    public const int LongestTimeout = 29_000;

    public static WebSocketApiSpec Of(WebSocketApiSpec api) => api with
    {
        Description = TextOrNull(api.Description),
        Version = TextOrNull(api.Version),
        MessageRoutes = new(from route in api.MessageRoutes select KeyValuePair.Create(route.Key, Of(route.Value))),
        Authorizers = new(from authorizer in api.Authorizers select KeyValuePair.Create(authorizer.Key, authorizer.Value with { Uri = TextOrNull(authorizer.Value.Uri), Credentials = TextOrNull(authorizer.Value.Credentials) })),
    };

    private static MessageRouteSpec Of(MessageRouteSpec route) => route with
    {
        OperationName = TextOrNull(route.OperationName),
        Authorizer = route.AuthorizationType is "CUSTOM" ? route.Authorizer : null,
        Integration = route.Integration is null ? null : Of(route.Integration),
    };

    private static MessageIntegrationSpec Of(MessageIntegrationSpec integration) => integration with
    {
        Type = integration.Type.ToUpperInvariant(),
        // A function is always asked by POST.
        HttpMethod = integration.Type is "AWS_PROXY" ? "POST" : TextOrNull(integration.HttpMethod)?.ToUpperInvariant(),
        Uri = TextOrNull(integration.Uri),
        ConnectionType = integration.ConnectionType is "" ? "INTERNET" : integration.ConnectionType.ToUpperInvariant(),
        ConnectionId = TextOrNull(integration.ConnectionId),
        Credentials = TextOrNull(integration.Credentials),
        PassthroughBehavior = integration.PassthroughBehavior is "" ? "WHEN_NO_MATCH" : integration.PassthroughBehavior.ToUpperInvariant(),
        ContentHandling = TextOrNull(integration.ContentHandling)?.ToUpperInvariant(),
        TimeoutInMillis = integration.TimeoutInMillis is 0 ? LongestTimeout : integration.TimeoutInMillis,
        TemplateSelectionExpression = TextOrNull(integration.TemplateSelectionExpression),
        Responses = new(from answer in integration.Responses select KeyValuePair.Create(answer.Key, answer.Value with { TemplateSelectionExpression = TextOrNull(answer.Value.TemplateSelectionExpression) })),
    };

    private static string? TextOrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
