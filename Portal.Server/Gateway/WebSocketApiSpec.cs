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

    /// <summary>Where the API key of who connects is looked for; null is the header x-api-key, as AWS has it by itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ApiKeySelectionExpression { get; init; }

    /// <summary>What messages are held against; null where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SortedMap<ModelSpec>? Models { get; init; }

    /// <summary>By what a message is to name: "$connect", "$disconnect", "$default" and the API's own.</summary>
    public required SortedMap<MessageRouteSpec> MessageRoutes { get; init; }

    /// <summary>REQUEST authorizers, for $connect.</summary>
    public required SortedMap<SocketAuthorizerSpec> Authorizers { get; init; }

    /// <inheritdoc/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public override SortedMap<string?>? Tags { get; init; }

    private IEnumerable<MessageIntegrationSpec> Integrations => MessageRoutes.Values.Select(route => route.Integration).OfType<MessageIntegrationSpec>();
}

internal sealed record MessageRouteSpec
{
    public required string? OperationName { get; init; }

    /// <summary>NONE, AWS_IAM or CUSTOM; of $connect alone.</summary>
    public required string AuthorizationType { get; init; }

    /// <summary>The authorizer's name.</summary>
    public required string? Authorizer { get; init; }

    /// <summary>Whether an API key is demanded besides; of $connect alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ApiKeyRequired { get; init; }

    /// <summary>By "route.request.PLACE.NAME", as in "route.request.querystring.room": whether who connects must bring it. Null where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SortedMap<bool>? RequestParameters { get; init; }

    /// <summary>Which part of a message says by which model it is checked; null is the one for "$default".</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ModelSelectionExpression { get; init; }

    /// <summary>By what the expression finds, or "$default": the name of a model. Null where messages may be anything.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SortedMap<string>? RequestModels { get; init; }

    /// <summary>Whether what the integration answers is sent back to whoever sent the message.</summary>
    public required bool Answers { get; init; }

    /// <summary>Which part of an answer says by which model it is made; null is the one for "$default". Only of what is sent back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ResponseModelSelectionExpression { get; init; }

    /// <summary>By what the expression finds, or "$default": the name of a model. API Gateway holds no answer against it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SortedMap<string>? ResponseModels { get; init; }

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

    /// <summary>CONVERT_TO_BINARY or CONVERT_TO_TEXT; null passes answers on as they are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ContentHandling { get; init; }
}

internal sealed record SocketAuthorizerSpec
{
    public required IReadOnlyList<string> IdentitySource { get; init; }

    public required string? Uri { get; init; }

    public required string? Credentials { get; init; }
}
