using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.WebSockets;

/// <summary>Integrations of WebSocket APIs as the editor says them, in the form of API Gateway's OpenAPI extension.</summary>
internal static class SocketIntegrationJson
{
    private static readonly (SocketIntegrationType Type, string Word)[] Types =
    [
        (SocketIntegrationType.Mock, "mock"),
        (SocketIntegrationType.Http, "http"),
        (SocketIntegrationType.HttpProxy, "http_proxy"),
        (SocketIntegrationType.Aws, "aws"),
        (SocketIntegrationType.Lambda, "aws_proxy"),
    ];

    /// <summary>Null where there is none, or one of a type that WebSocket APIs do not have.</summary>
    public static SocketIntegrationView? Read(JsonObject? json)
    {
        if (json is null || !Types.Any(IsWritten))
        {
            return null;
        }

        return new SocketIntegrationView
        {
            Type = Types.First(IsWritten).Type,
            Uri = AuthorizerJson.FunctionOf(json.Text("uri")),
            Method = json.Text("httpMethod")?.ToUpperInvariant(),
            VpcLink = IntegrationOptions.IsPrivate(json) ? json.Text("connectionId") : null,
            Role = json.Text("credentials"),
            TimeoutMillis = int.TryParse(json.Node("timeoutInMillis")?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds : null,
            Passthrough = json.Text("passthroughBehavior")?.ToLowerInvariant(),
            ContentHandling = json.Text("contentHandling")?.ToUpperInvariant(),
            TemplateSelection = json.Text("templateSelectionExpression"),
            RequestParameters = Texts(json, "requestParameters"),
            RequestTemplates = Texts(json, "requestTemplates"),
            Answers =
            [
                .. json.Member("responses").Members.Where(answer => answer.Value is JsonObject).Select(answer => new SocketAnswerView
                {
                    Pattern = Pattern(answer.Key),
                    TemplateSelection = answer.Value.Text("templateSelectionExpression"),
                    ContentHandling = answer.Value.Text("contentHandling")?.ToUpperInvariant(),
                    Parameters = Texts((JsonObject)answer.Value!, "responseParameters"),
                    Templates = Texts((JsonObject)answer.Value!, "responseTemplates"),
                }),
            ],
        };

        bool IsWritten((SocketIntegrationType Type, string Word) type) => type.Word.Equals(json.Text("type"), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What REST calls default is $default here.</summary>
    public static string Pattern(string key) => key is "default" ? "$default" : key;

    /// <summary>The extension's plain members in their order; null where the integration has none of that.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode?>> Members(SocketIntegrationView integration) =>
    [
        new("type", Types.First(type => type.Type == integration.Type).Word),
        new("httpMethod", MethodOf(integration)),
        new("uri", integration.Type is SocketIntegrationType.Mock || integration.Uri is null ? null : AuthorizerJson.UriOf(integration.Uri)),
        new("connectionType", Said(integration.VpcLink) is null ? null : IntegrationOptions.VpcLink),
        new("connectionId", Said(integration.VpcLink)),
        new("credentials", Said(integration.Role)),
        new("timeoutInMillis", integration.TimeoutMillis),
        new("passthroughBehavior", Said(integration.Passthrough)),
        new("contentHandling", Said(integration.ContentHandling)),
        new("templateSelectionExpression", Said(integration.TemplateSelection)),
    ];

    // A function is invoked by POST, whatever else is said.
    private static string? MethodOf(SocketIntegrationView integration) => integration.Type switch
    {
        SocketIntegrationType.Mock => null,
        SocketIntegrationType.Lambda => "POST",
        _ => Said(integration.Method) ?? "POST",
    };

    private static string? Said(string? text) => text is null or "" ? null : text;

    private static Dictionary<string, string> Texts(JsonObject json, string name) =>
        json.Member(name).Members.Where(member => member.Value.AsText is not null).ToDictionary(member => member.Key, member => member.Value.AsText!);
}
