namespace Portal.Server.Gateway;

/// <summary>Brings a WebSocket API into its one normal form, whether it was projected from a document or read.</summary>
internal static class WebSocketNormal
{
    public const int LongestTimeout = 29_000;

    /// <summary>Where AWS looks for an API key where nobody says it.</summary>
    public const string KeyInHeader = "$request.header.x-api-key";

    /// <summary>The other place: what the authorizer says.</summary>
    public const string KeyOfAuthorizer = "$context.authorizer.usageIdentifierKey";

    public static WebSocketApiSpec Of(WebSocketApiSpec api) => api with
    {
        Description = TextOrNull(api.Description),
        Version = TextOrNull(api.Version),
        ApiKeySelectionExpression = TextOrNull(api.ApiKeySelectionExpression) is { } place and not KeyInHeader ? place : null,
        Models = MapOrNull(api.Models) is { } models ? new(from model in models select KeyValuePair.Create(model.Key, model.Value with { Description = TextOrNull(model.Value.Description) })) : null,
        MessageRoutes = new(from route in api.MessageRoutes select KeyValuePair.Create(route.Key, Of(route.Value))),
        Authorizers = new(from authorizer in api.Authorizers select KeyValuePair.Create(authorizer.Key, authorizer.Value with { Uri = TextOrNull(authorizer.Value.Uri), Credentials = TextOrNull(authorizer.Value.Credentials) })),
    };

    private static MessageRouteSpec Of(MessageRouteSpec route) => route with
    {
        OperationName = TextOrNull(route.OperationName),
        Authorizer = route.AuthorizationType is "CUSTOM" ? route.Authorizer : null,
        RequestParameters = MapOrNull(route.RequestParameters),
        ModelSelectionExpression = TextOrNull(route.ModelSelectionExpression),
        RequestModels = MapOrNull(route.RequestModels),
        ResponseModelSelectionExpression = route.Answers ? TextOrNull(route.ResponseModelSelectionExpression) : null,
        ResponseModels = route.Answers ? MapOrNull(route.ResponseModels) : null,
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
        Responses = new(from answer in integration.Responses select KeyValuePair.Create(answer.Key, Of(answer.Value))),
    };

    private static MessageAnswerSpec Of(MessageAnswerSpec answer) => answer with
    {
        TemplateSelectionExpression = TextOrNull(answer.TemplateSelectionExpression),
        ContentHandling = TextOrNull(answer.ContentHandling)?.ToUpperInvariant(),
    };

    private static string? TextOrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static SortedMap<T>? MapOrNull<T>(SortedMap<T>? map) => map is { Count: > 0 } ? map : null;
}
