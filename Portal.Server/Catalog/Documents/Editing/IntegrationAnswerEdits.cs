using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Writes what is made of the answers of a backend. A template that names the caller's origin goes on doing so, and what the editor does not know stays.</summary>
internal static class IntegrationAnswerEdits
{
    public static void Write(JsonObject integration, IReadOnlyList<IntegrationAnswerView> wanted)
    {
        if (IntegrationAnswers.IsProxy(integration))
        {
            throw new EditRefusedException("A proxy answers what the backend answers.");
        }

        var answers = Draft.Child(integration, "responses");

        foreach (var gone in answers.Select(answer => answer.Key).Where(pattern => !wanted.Any(answer => answer.Pattern == pattern)).ToList())
        {
            answers.Remove(gone);
        }

        foreach (var answer in wanted)
        {
            Write(Draft.Child(answers, answer.Pattern), answer);
        }

        if (answers.Count is 0)
        {
            integration.Remove("responses");
        }
    }

    private static void Write(JsonObject json, IntegrationAnswerView answer)
    {
        json.SetStatus(answer.Status);
        json.SetText("contentHandling", answer.ContentHandling, StringComparison.OrdinalIgnoreCase);
        TextMaps.Write(json, "responseParameters", answer.Headers.ToDictionary(header => NameOf(json, header.Key), header => header.Value));

        var before = IntegrationAnswers.Templates(json).ToDictionary();
        TextMaps.Write(json, "responseTemplates", answer.Templates.ToDictionary(
            template => template.Key,
            template => CorsOrigins.Read(before.GetValueOrDefault(template.Key)) is var (origins, _) ? CorsOrigins.Write(origins, template.Value) : template.Value));
    }

    /// <summary>As it stands there already, in whatever case.</summary>
    private static string NameOf(JsonObject json, string header) =>
        json.Member("responseParameters").Members.Select(known => known.Key).FirstOrDefault(known => known.Equals(IntegrationAnswers.Header + header, StringComparison.OrdinalIgnoreCase)) ?? IntegrationAnswers.Header + header;
}
