using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents.WebSockets;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>What a route of a WebSocket API calls. What says the same stays as it is written, and so does what the editor does not know.</summary>
internal static class SocketIntegrationEdits
{
    public static void Write(JsonObject operation, SocketIntegrationView wanted)
    {
        var before = SocketIntegrationJson.Read(operation.Member(IntegrationJson.Member));

        if (before is null || operation.Member(IntegrationJson.Member)!.ContainsKey("$ref"))
        {
            operation.Remove(IntegrationJson.Member);
        }

        var integration = Draft.Child(operation, IntegrationJson.Member);
        var was = before is null ? [] : SocketIntegrationJson.Members(before).ToDictionary();
        integration.SetNodes(SocketIntegrationJson.Members(wanted), was);
        TextMaps.Write(integration, "requestParameters", wanted.RequestParameters);
        TextMaps.Write(integration, "requestTemplates", wanted.RequestTemplates);
        WriteAnswers(integration, wanted.Answers);
    }

    private static void WriteAnswers(JsonObject integration, IReadOnlyList<SocketAnswerView> wanted)
    {
        if (wanted is [])
        {
            integration.Remove("responses");
            return;
        }

        var answers = Draft.Child(integration, "responses");
        var known = answers.DistinctBy(answer => SocketIntegrationJson.Pattern(answer.Key)).ToDictionary(answer => SocketIntegrationJson.Pattern(answer.Key), answer => answer.Key);

        foreach (var gone in known.Where(pair => !wanted.Any(answer => answer.Pattern == pair.Key)))
        {
            answers.Remove(gone.Value);
        }

        foreach (var answer in wanted)
        {
            var json = Draft.Child(answers, known.GetValueOrDefault(answer.Pattern, answer.Pattern));
            TextMaps.Write(json, "responseParameters", answer.Parameters);
            TextMaps.Write(json, "responseTemplates", answer.Templates);
            json.SetText("templateSelectionExpression", answer.TemplateSelection);
            json.SetText("contentHandling", answer.ContentHandling, StringComparison.OrdinalIgnoreCase);
        }
    }
}
