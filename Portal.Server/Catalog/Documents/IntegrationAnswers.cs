using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>What is made of the answers of a backend, by pattern. Proxies answer as they are.</summary>
internal static class IntegrationAnswers
{
    public const string Header = "method.response.header.";

    public static IEnumerable<IntegrationAnswerView> Of(JsonObject integration) => IsProxy(integration) ? [] :
        from answer in integration.Member("responses").Members
        where answer.Value is JsonObject
        select new IntegrationAnswerView
        {
            Pattern = answer.Key,
            Status = answer.Value.Node("statusCode")?.ToString() ?? "",
            ContentHandling = answer.Value.Text("contentHandling")?.ToUpperInvariant(),
            Headers = answer.Value.Member("responseParameters").Members
                .Where(header => header.Key.StartsWith(Header, StringComparison.OrdinalIgnoreCase) && header.Value.AsText is not null)
                .ToDictionary(header => header.Key[Header.Length..], header => header.Value.AsText!),
            Templates = Templates(answer.Value).ToDictionary(template => template.Key, template => CorsOrigins.Read(template.Value)?.Body ?? template.Value),
        };

    public static bool IsProxy(JsonObject integration) => integration.Text("type")?.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>As they are written.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Templates(JsonNode? answer) =>
        answer.Member("responseTemplates").Members.Where(template => template.Value.AsText is not null).Select(template => KeyValuePair.Create(template.Key, template.Value.AsText!));
}
