using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>Lets the templates of an answer name the caller's origin, or not any more. What they write otherwise stays.</summary>
internal static class OriginTemplates
{
    private const string Json = "application/json";

    /// <param name="answer">Of an integration.</param>
    /// <param name="origins">Those that are allowed; none takes the search for them away.</param>
    /// <param name="isMock">Whether the answer has no body, so that a template may be made where there is none.</param>
    public static void Write(JsonObject answer, IReadOnlyList<string> origins, bool isMock)
    {
        var before = answer.Member("responseTemplates").Members.Where(template => template.Value.AsText is not null).ToDictionary(template => template.Key, template => template.Value.AsText!);
        var after = new Dictionary<string, string>();

        foreach (var (type, template) in before)
        {
            var rest = CorsOrigins.Read(template)?.Body ?? template;

            if (origins is not [])
            {
                after[type] = CorsOrigins.Write(origins, rest);
            }
            else if (rest is not "" || template is "")
            {
                after[type] = rest;
            }
        }

        if (after.Count is 0 && isMock && origins is not [])
        {
            after[Json] = CorsOrigins.Write(origins);
        }

        if (!before.SequenceEqual(after))
        {
            TextMaps.Write(answer, "responseTemplates", after);
        }
    }
}
