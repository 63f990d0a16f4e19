using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Server.Gateway;
using Portal.Shared;

namespace Portal.Server.Catalog.Documents;

/// <summary>What an integration answers. A document has it by pattern, API Gateway by status.</summary>
internal sealed partial class ProjectionAnswers(ProjectionMethod method, ProjectionMapping mapping, string place)
{
    public SortedMap<IntegrationResponseSpec> Read(JsonNode? node)
    {
        var answers = new Dictionary<string, IntegrationResponseSpec>();

        foreach (var (pattern, value) in node.Members)
        {
            var below = $"responses/{PointerName.Escaped(pattern)}";

            if (value is not JsonObject json || json["statusCode"]?.ToString() is not { } status || !Status().IsMatch(status))
            {
                method.Find(LintIntegrationRules.Status, $"{place}/{below}", pattern);
                continue;
            }

            if (pattern is "" || (pattern is not "default" && !IsPattern(pattern)))
            {
                method.Find(LintIntegrationRules.Pattern, $"{place}/{below}", pattern);
            }

            var parameters = mapping.Answers(json["responseParameters"], $"{below}/responseParameters");
            method.Declare(status, parameters.Keys.Where(key => key.StartsWith(ProjectionMethod.ResponseHeader, StringComparison.Ordinal)));

            if (answers.ContainsKey(status))
            {
                method.Find(LintIntegrationRules.StatusTwice, $"{place}/{below}", status);
            }

            answers[status] = new IntegrationResponseSpec
            {
                SelectionPattern = pattern is "default" ? null : pattern,
                ContentHandling = json.Text("contentHandling"),
                Parameters = new SortedMap<string>(parameters),
                Templates = new SortedMap<string>(mapping.Texts(json["responseTemplates"], $"{below}/responseTemplates")),
            };
        }

        return new SortedMap<IntegrationResponseSpec>(answers);
    }

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern);
            return true;
        }
        catch (ArgumentException)
        {
            // AWS reads Java's dialect, which has possessive quantifiers besides; what only they break is left to AWS.
            return Possessive().IsMatch(pattern);
        }
    }

    [GeneratedRegex(@"^[1-5][0-9][0-9]\z")]
    private static partial Regex Status();

    [GeneratedRegex(@"[*+?}]\+")]
    private static partial Regex Possessive();
}
