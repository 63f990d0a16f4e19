using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents;
using Portal.Server.Gateway;

namespace Portal.Server.Catalog;

/// <summary>
/// Writes the document of an API that was found in AWS: what a PutRestApi would be given to make it, with what people wrote about it at the places where OpenAPI has it,
/// and whole in AWS's extension.
/// </summary>
internal static class FoundDocument
{
    public const string Documentation = "x-amazon-apigateway-documentation";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="definition">What was found.</param>
    /// <param name="documentation">What people wrote about it; null where they did not.</param>
    /// <param name="asTheyAre">The models that OpenAPI has no words for, or other ones: they are kept as they are.</param>
    public static string Of(DefinitionSpec definition, string? documentation, params IReadOnlyList<string> asTheyAre) => definition switch
    {
        RestApiSpec api => Of(api, documentation, asTheyAre),
        HttpApiSpec api => JsonNode.Parse(HttpApiBody.Of(api))!.ToJsonString(Options),
        WebSocketApiSpec api => Of(api, asTheyAre),
        _ => throw new UnreachableException(),
    };

    private static string Of(RestApiSpec definition, string? documentation, IReadOnlyList<string> asTheyAre)
    {
        var root = JsonNode.Parse(OpenApiBody.Of(definition))!.AsObject();

        Keep(root, definition.Models, asTheyAre);

        if (documentation is not null && JsonNode.Parse(documentation) is JsonArray parts)
        {
            foreach (var part in parts.OfType<JsonObject>())
            {
                Place(root, part["location"]!.AsObject(), part["properties"]);
            }

            root[Documentation] = new JsonObject { ["documentationParts"] = parts.DeepClone() };
        }

        return root.ToJsonString(Options);
    }

    private static string Of(WebSocketApiSpec definition, IReadOnlyList<string> asTheyAre)
    {
        var root = FoundSocketDocument.Of(definition);
        Keep(root, definition.Models ?? SortedMap<ModelSpec>.Empty, asTheyAre);

        foreach (var (name, model) in definition.Models ?? SortedMap<ModelSpec>.Empty)
        {
            ModelHead.Write(root["components"]!["schemas"]![name]!.AsObject(), model.ContentType, model.Description);
        }

        return root.ToJsonString(Options);
    }

    private static void Keep(JsonObject root, SortedMap<ModelSpec> models, IReadOnlyList<string> asTheyAre)
    {
        foreach (var (name, model) in models)
        {
            var schemas = root["components"]!["schemas"]!;

            if (schemas[name] is not JsonObject schema || HasOtherReferences(schema))
            {
                schemas[name] = new JsonObject { [ProjectionModels.AsItIs] = model.Schema };
            }
            else if (asTheyAre.Contains(name))
            {
                schema[ProjectionModels.AsItIs] = true;
            }
        }
    }

    /// <summary>The same, with every model kept as it is that the document would change.</summary>
    /// <param name="definition">What was found.</param>
    /// <param name="documentation">What people wrote about it; null where they did not.</param>
    /// <param name="project">What becomes of a document in API Gateway.</param>
    public static string Faithful(DefinitionSpec definition, string? documentation, Func<string, DefinitionSpec?> project)
    {
        var plain = Of(definition, documentation);

        return project(plain) is { } said && Changed(definition, said) is { Count: > 0 } changed ? Of(definition, documentation, changed) : plain;
    }

    /// <summary>A reference within the schema itself leads nowhere in a document that holds it.</summary>
    private static bool HasOtherReferences(JsonNode? node) => node switch
    {
        JsonObject members => members.Any(member => member.Key is "$ref" && member.Value is JsonValue text ? !text.ToString().StartsWith("#/components/schemas/", StringComparison.Ordinal) : HasOtherReferences(member.Value)),
        JsonArray items => items.Any(HasOtherReferences),
        _ => false,
    };

    private static List<string> Changed(DefinitionSpec definition, DefinitionSpec said) => (definition, said) switch
    {
        // Whatever its bodies are, a REST API imports its models as JSON.
        (RestApiSpec api, RestApiSpec other) => Changed(api.Models.Where(model => model.Value.ContentType is ModelHead.Json), other.Models),
        (WebSocketApiSpec { Models: { } models }, WebSocketApiSpec other) => Changed(models, other.Models ?? SortedMap<ModelSpec>.Empty),
        _ => [],
    };

    private static List<string> Changed(IEnumerable<KeyValuePair<string, ModelSpec>> models, SortedMap<ModelSpec> said) =>
        [.. models.Where(model => said.GetValueOrDefault(model.Key) != model.Value).Select(model => model.Key)];

    private static void Place(JsonObject root, JsonObject location, JsonNode? properties)
    {
        if (properties is not JsonObject said)
        {
            return;
        }

        var operation = Operation(root, location);

        var target = Text(location, "type") switch
        {
            "API" => root["info"]!.AsObject(),
            "METHOD" => operation,
            "REQUEST_BODY" => operation?["requestBody"] as JsonObject,
            "RESPONSE" => operation?["responses"]?[Text(location, "statusCode") ?? ""] as JsonObject,
            "RESPONSE_HEADER" => operation?["responses"]?[Text(location, "statusCode") ?? ""]?["headers"]?[Text(location, "name") ?? ""] as JsonObject,
            "PATH_PARAMETER" => Parameter(operation, "path", location),
            "QUERY_PARAMETER" => Parameter(operation, "query", location),
            "REQUEST_HEADER" => Parameter(operation, "header", location),
            _ => null,
        };

        foreach (var word in Words(Text(location, "type")).Where(word => target is not null && said[word] is not null))
        {
            // The description of the API itself is kept by AWS beside its documentation, and goes first.
            if (target![word] is not JsonValue { } there || there.ToString() is "")
            {
                target[word] = said[word]!.DeepClone();
            }
        }
    }

    /// <summary>The words that OpenAPI has a place for there; all else is in the extension.</summary>
    private static string[] Words(string? type) => type is "METHOD" ? ["summary", "description", "tags"] : type is "API" ? [] : ["description"];

    private static JsonObject? Operation(JsonObject root, JsonObject location)
    {
        var method = Text(location, "method")?.ToLowerInvariant();

        return root["paths"]?[Text(location, "path") ?? "/"]?[method is "any" ? "x-amazon-apigateway-any-method" : method ?? ""] as JsonObject;
    }

    private static JsonObject? Parameter(JsonObject? operation, string place, JsonObject location) => (operation?["parameters"] as JsonArray ?? []).OfType<JsonObject>()
        .FirstOrDefault(parameter => Text(parameter, "in") == place && Text(parameter, "name") == Text(location, "name"));

    private static string? Text(JsonObject node, string name) => node[name]?.ToString();
}
