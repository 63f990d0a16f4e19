using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Server.Gateway;

namespace Portal.Server.Catalog.Documents.HttpApis;

/// <summary>
/// Mappings of parameters (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html). Those of REST APIs are written anew:
/// what a path's variable is called is known to an HTTP API anyway, and what is put into a header or the query overwrites it.
/// </summary>
internal sealed partial class HttpMapping(HttpOperation operation, string place)
{
    public SortedMap<string> Requests(JsonNode? node)
    {
        var mapped = new Dictionary<string, string>();

        foreach (var (name, value) in Texts(node))
        {
            if (Own().IsMatch(name))
            {
                mapped[name] = value;
            }
            else if (Rest().Match(name) is { Success: true } target && FromRest(value) is { } source)
            {
                if (target.Groups["place"].Value is not "path")
                {
                    mapped[$"overwrite:{target.Groups["place"].Value}.{target.Groups["name"].Value}"] = source;
                    operation.Find(LintHttpRules.Converted, place + "/requestParameters", name);
                }
                else if (source != $"$request.path.{target.Groups["name"].Value}")
                {
                    operation.Find(LintHttpRules.Mapping, place + "/requestParameters", name);
                }
            }
            else
            {
                operation.Find(LintHttpRules.Mapping, place + "/requestParameters", name);
            }
        }

        return new SortedMap<string>(mapped);
    }

    public SortedMap<SortedMap<string>> Responses(JsonNode? node)
    {
        foreach (var name in (node as JsonObject ?? []).SelectMany(status => Texts(status.Value).Keys).Where(name => !OfAnswers().IsMatch(name)))
        {
            operation.Find(LintHttpRules.Mapping, place + "/responseParameters", name);
        }

        return new(from status in node as JsonObject ?? [] select KeyValuePair.Create(status.Key, Texts(status.Value)));
    }

    public static SortedMap<string> Texts(JsonNode? node) =>
        new(from pair in node as JsonObject ?? [] where pair.Value is JsonValue select KeyValuePair.Create(pair.Key, pair.Value!.ToString()));

    /// <summary>Null where an HTTP API has no such value.</summary>
    private static string? FromRest(string value) => value switch
    {
        ['\'', .. var text, '\''] => text,
        _ when Request().Match(value) is { Success: true } match => $"$request.{match.Groups["place"].Value}.{match.Groups["name"].Value}",
        _ when value.StartsWith("stageVariables.", StringComparison.Ordinal) || value.StartsWith("context.", StringComparison.Ordinal) => "$" + value,
        _ => null,
    };

    [GeneratedRegex(@"\A(append|overwrite|remove):(header\.\S+|querystring\.\S+|path)\z")]
    private static partial Regex Own();

    [GeneratedRegex(@"\A((append|overwrite|remove):header\.\S+|overwrite:statuscode)\z")]
    private static partial Regex OfAnswers();

    [GeneratedRegex(@"\Aintegration\.request\.(?<place>path|querystring|header)\.(?<name>\S+)\z")]
    private static partial Regex Rest();

    [GeneratedRegex(@"\Amethod\.request\.(?<place>path|querystring|header)\.(?<name>\S+)\z")]
    private static partial Regex Request();
}
