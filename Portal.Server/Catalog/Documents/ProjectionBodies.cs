using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Shared;

namespace Portal.Server.Catalog.Documents;

/// <summary>The bodies of requests and answers, as models by content type, and the headers of answers.</summary>
internal sealed partial class ProjectionBodies(ProjectionSource source, ProjectionModels models)
{
    private static readonly HashSet<string> Parts = ["properties", "additionalProperties", "items", "allOf", "anyOf", "oneOf"];

    public void Read(ProjectionMethod method)
    {
        var wish = method.Operation.Node.Text("operationId") is { } id && id.Any(char.IsAsciiLetterOrDigit) ? id : method.Operation.Key;

        foreach (var (type, model) in Content(method, method.Operation.Node["requestBody"], "/requestBody", wish + " request"))
        {
            method.RequestModels[type] = model;
        }

        var responses = method.Operation.Node.Member("responses").Members.Where(response => response.Key is not ['x', '-', ..]).ToList();

        foreach (var (code, node) in responses)
        {
            if (StatusOf(method, code, responses) is not { } status || References.Follow(source.Root, node) is not JsonObject response)
            {
                continue;
            }

            var place = $"/responses/{PointerName.Escaped(code)}";
            var known = method.Responses[status] = ([], []);

            foreach (var (header, _) in response.Member("headers").Members)
            {
                if (ProjectionMethod.IsName(header))
                {
                    known.Headers.Add(ProjectionMethod.ResponseHeader + header);
                }
                else
                {
                    method.Find(LintMethodRules.ResponseHeader, place, header);
                }
            }

            foreach (var (type, model) in Content(method, node, place, $"{wish} response {status}"))
            {
                known.Models[type] = model;
            }
        }
    }

    private static string? StatusOf(ProjectionMethod method, string code, List<KeyValuePair<string, JsonNode?>> responses)
    {
        var place = $"/responses/{PointerName.Escaped(code)}";

        if (Status().IsMatch(code))
        {
            return code;
        }

        if (code is "default")
        {
            method.Find(LintMethodRules.DefaultResponse, place);
        }
        else if (Range().IsMatch(code))
        {
            method.Find(LintMethodRules.ResponseRange, place, code);

            return responses.Exists(other => Status().IsMatch(other.Key) && other.Key[0] == code[0]) ? null : $"{code[0]}00";
        }
        else
        {
            method.Find(LintMethodRules.ResponseStatus, place, code);
        }

        return null;
    }

    private IEnumerable<(string Type, string Model)> Content(ProjectionMethod method, JsonNode? body, string place, string wish)
    {
        var (pointer, inline) = (method.Operation.Pointer + place, 0);

        // One that several operations share is one model, named after itself.
        for (; body.Text("$ref") is { } reference; body = References.Resolve(source.Root, reference))
        {
            pointer = Uri.UnescapeDataString(reference[1..]);
            wish = pointer[pointer.LastIndexOf('/')..];
        }

        foreach (var (media, content) in body.Member("content").Members)
        {
            var type = media.Split(';')[0].Trim().ToLowerInvariant();

            if (content.Node("schema") is not JsonObject schema)
            {
                continue;
            }

            if (!Json().IsMatch(type))
            {
                method.Find(LintSchemaRules.NotJson, place, type);
            }
            else if (!IsObjectOrList(schema))
            {
                method.Find(LintSchemaRules.Primitive, place);
            }
            else
            {
                // The second type of one body is rare, and gets its own name.
                var name = inline++ is 0 ? wish : $"{wish} {type}";
                yield return (type, models.Of(schema, $"{pointer}/content/{PointerName.Escaped(media)}/schema", name));
            }
        }
    }

    private bool IsObjectOrList(JsonObject schema) => References.Follow(source.Root, schema) is JsonObject target
        && (target.Text("type") is "object" or "array" || (target["type"] is not JsonValue && target.Any(member => Parts.Contains(member.Key))));

    [GeneratedRegex(@"^[1-5][0-9][0-9]\z")]
    private static partial Regex Status();

    [GeneratedRegex(@"^[1-5][xX][xX]\z")]
    private static partial Regex Range();

    [GeneratedRegex(@"^[a-z0-9.+-]+/(json|[a-z0-9.-]+\+json)\z")]
    private static partial Regex Json();
}
