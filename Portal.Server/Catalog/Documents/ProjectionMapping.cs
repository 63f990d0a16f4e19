using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Shared;

namespace Portal.Server.Catalog.Documents;

/// <summary>
/// Which value goes where between caller and backend:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping.html
/// </summary>
internal sealed partial class ProjectionMapping(ProjectionMethod method, string place)
{
    private const string PathParameter = "method.request.path.";

    /// <summary>"integration.request.PLACE.NAME": where its value comes from.</summary>
    public Dictionary<string, string> Requests(JsonNode? node)
    {
        var mapping = Texts(node, "requestParameters").ToDictionary(pair => pair.Key, pair => Current(pair.Value));

        foreach (var (target, value) in mapping.Where(pair => !RequestTarget().IsMatch(pair.Key) || !IsRequestSource(pair.Value)))
        {
            method.Find(LintIntegrationRules.Mapping, $"{place}/requestParameters/{PointerName.Escaped(target)}", $"{target} from {value}");
        }

        return mapping;
    }

    /// <summary>"method.response.header.NAME": where its value comes from.</summary>
    public Dictionary<string, string> Answers(JsonNode? node, string below)
    {
        var mapping = Texts(node, below);

        foreach (var (target, value) in mapping.Where(pair => !ResponseTarget().IsMatch(pair.Key) || !ResponseSource().IsMatch(pair.Value)))
        {
            method.Find(LintIntegrationRules.Mapping, $"{place}/{below}/{PointerName.Escaped(target)}", $"{target} from {value}");
        }

        return mapping;
    }

    /// <summary>A map of texts. AWS drops what is none: "Expected type string for property ... but got 'true'".</summary>
    public Dictionary<string, string> Texts(JsonNode? node, string below)
    {
        var texts = new Dictionary<string, string>();

        foreach (var (name, value) in node.Members)
        {
            if (value.AsText is { } text)
            {
                texts[name] = text;
            }
            else
            {
                method.Find(LintIntegrationRules.NotText, $"{place}/{below}", name);
            }
        }

        return texts;
    }

    /// <summary>A path parameter by the name it has in API Gateway.</summary>
    public string Current(string source) =>
        source.StartsWith(PathParameter, StringComparison.Ordinal) && method.Operation.Variables.TryGetValue(source[PathParameter.Length..], out var name) ? PathParameter + name : source;

    private bool IsRequestSource(string value)
    {
        if (!RequestSource().IsMatch(value))
        {
            return false;
        }

        // Values of several are declared as one: method.request.multivaluequerystring.x is method.request.querystring.x.
        var declared = value.Replace(".multivalue", ".", StringComparison.Ordinal);

        return !Parameter().IsMatch(value) || method.Parameters.ContainsKey(value) || method.Parameters.ContainsKey(declared);
    }

    [GeneratedRegex(@"^integration\.request\.(path|querystring|header|multivaluequerystring|multivalueheader)\.[a-zA-Z0-9:._$-]+\z")]
    private static partial Regex RequestTarget();

    [GeneratedRegex(@"^('.*'|method\.request\.(path|querystring|header|multivaluequerystring|multivalueheader)\.[a-zA-Z0-9:._$-]+|method\.request\.body(\..+)?|context\..+|stageVariables\..+)\z", RegexOptions.Singleline)]
    private static partial Regex RequestSource();

    [GeneratedRegex(@"^method\.request\.(path|querystring|header|multivaluequerystring|multivalueheader)\.")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^method\.response\.header\.[a-zA-Z0-9:._$-]+\z")]
    private static partial Regex ResponseTarget();

    [GeneratedRegex(@"^('.*'|integration\.response\.(header\.[a-zA-Z0-9:._$-]+|multivalueheader\.[a-zA-Z0-9:._$-]+|body(\..+)?)|context\..+|stageVariables\..+)\z", RegexOptions.Singleline)]
    private static partial Regex ResponseSource();
}
