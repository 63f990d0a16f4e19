using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Server.Gateway;

namespace Portal.Server.Catalog;

/// <summary>
/// Writes the document of an API that was found in AWS: what a PutRestApi would be given to make it, with what people wrote about it at the places where OpenAPI has it,
/// and whole in AWS's extension.
/// </summary>
internal static class FoundDocument
{
    private const string Documentation = "x-amazon-apigateway-documentation";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(RestApiSpec definition, string? documentation)
    {
        var root = JsonNode.Parse(OpenApiBody.Of(definition))!.AsObject();

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
