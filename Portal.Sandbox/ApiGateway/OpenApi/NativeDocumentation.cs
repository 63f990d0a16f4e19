using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Sandbox.ApiGateway.Documentation;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>
/// What a document says of its parts in OpenAPI's own words, as properties of documentation parts: the API's description, operations with their tags, parameters, bodies, answers
/// and their headers. Which words the service takes over is not recorded in full; these are those of its own sample. Schemas keep theirs inside.
/// </summary>
internal sealed class NativeDocumentation(OpenApiDocument document)
{
    private static readonly string[] OfApi = ["description", "termsOfService", "contact", "license"];
    private static readonly string[] OfResource = ["summary", "description"];
    private static readonly string[] OfMethod = ["tags", "summary", "description"];

    public IEnumerable<(DocumentationLocation Location, JsonObject Properties)> Parts(string prefix)
    {
        if (Said(document.Root.Member("info"), OfApi) is { } info)
        {
            yield return (new() { Type = "API" }, new() { ["info"] = info });
        }

        foreach (var path in document.Root.Member("paths").Members().Where(path => path.Name.StartsWith('/')))
        {
            // As the resource is named: without a slash at its end.
            var where = (prefix + path.Name).TrimEnd('/') is { Length: > 0 } named ? named : "/";
            if (Said(path.Value, OfResource) is { } resource)
            {
                yield return (new() { Type = "RESOURCE", Path = where }, resource);
            }

            foreach (var operation in path.Value.Members())
            {
                if (PathImport.VerbOf(operation.Name) is not { } verb || operation.Value.ValueKind is not JsonValueKind.Object)
                {
                    continue;
                }

                foreach (var (type, status, name, properties) in OfOperation(path.Value, operation.Value))
                {
                    // The place of the method ANY is a star.
                    yield return (new() { Type = type, Path = where, Method = verb is "ANY" ? "*" : verb, StatusCode = status, Name = name }, properties);
                }
            }
        }
    }

    private IEnumerable<(string Type, string? Status, string? Name, JsonObject Properties)> OfOperation(JsonElement item, JsonElement operation)
    {
        if (Said(operation, OfMethod) is { } method)
        {
            yield return ("METHOD", null, null, method);
        }

        foreach (var parameter in item.Member("parameters").Items().Concat(operation.Member("parameters").Items()).Select(document.Resolved))
        {
            if (parameter is { } one && TypeOf(one.Member("in").Text()) is { } type && Said(one) is { } properties)
            {
                yield return (type, null, type is "REQUEST_BODY" ? null : one.Member("name").Text() ?? "", properties);
            }
        }

        if (document.Resolved(operation.Member("requestBody")) is { } content && Said(content) is { } body)
        {
            yield return ("REQUEST_BODY", null, null, body);
        }

        foreach (var answer in operation.Member("responses").Members().Where(answer => answer.Name.All(char.IsAsciiDigit)))
        {
            if (document.Resolved(answer.Value) is not { } response)
            {
                continue;
            }

            // What an export says of an answer of which nobody said anything.
            if (Said(response) is { } properties && properties["description"]?.GetValue<string>() != MethodExport.Nameless(answer.Name))
            {
                yield return ("RESPONSE", answer.Name, null, properties);
            }

            foreach (var header in response.Member("headers").Members())
            {
                if (document.Resolved(header.Value) is { } one && Said(one) is { } ofHeader)
                {
                    yield return ("RESPONSE_HEADER", answer.Name, header.Name, ofHeader);
                }
            }
        }
    }

    private static string? TypeOf(string? place) => place switch
    {
        "query" => "QUERY_PARAMETER",
        "path" => "PATH_PARAMETER",
        "header" => "REQUEST_HEADER",
        "body" => "REQUEST_BODY",
        _ => null,
    };

    /// <summary>Null where nothing is said.</summary>
    private static JsonObject? Said(JsonElement element, params string[] words)
    {
        JsonObject said = [];
        foreach (var word in words is [] ? ["description"] : words)
        {
            if (Node(element.Member(word)) is { } value)
            {
                said[word] = value;
            }
        }

        return said.Count is 0 ? null : said;
    }

    /// <summary>Null where nothing is said, or something that properties of a part could not hold.</summary>
    private static JsonNode? Node(JsonElement value)
    {
        try
        {
            return value.ValueKind is JsonValueKind.Object or JsonValueKind.Array || value.Text() is { Length: > 0 } ? JsonNode.Parse(value.GetRawText()) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
