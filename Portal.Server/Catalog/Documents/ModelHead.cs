using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>
/// What API Gateway keeps of a model beside its schema: a content type and a description. Models of WebSocket APIs are made one by one, so that both can differ from what the schema says;
/// then they stand in it as extensions of the portal's own.
/// </summary>
internal static class ModelHead
{
    public const string ContentType = "x-portal-content-type";

    public const string Description = "x-portal-description";

    public const string Json = "application/json";

    public static string ContentTypeOf(JsonNode? schema) => schema.Text(ContentType) is { Length: > 0 } said ? said : Json;

    /// <summary>Null where there is none.</summary>
    public static string? DescriptionOf(JsonNode? schema) => (schema.Text(Description) ?? schema.Text("description")) is { Length: > 0 } said ? said : null;

    /// <summary>What the schema says anyway is not said again.</summary>
    public static void Write(JsonObject schema, string contentType, string? description)
    {
        Set(schema, ContentType, contentType is Json or "" ? null : contentType);
        Set(schema, Description, (description ?? "") == (schema.Text("description") ?? "") ? null : description ?? "");
    }

    /// <summary>The schema without them.</summary>
    public static JsonNode? Without(JsonNode? schema)
    {
        if (schema?.DeepClone() is not JsonObject copy)
        {
            return schema;
        }

        copy.Remove(ContentType);
        copy.Remove(Description);

        return copy;
    }

    private static void Set(JsonObject schema, string name, string? value)
    {
        if (value is null)
        {
            schema.Remove(name);
        }
        else if (schema.Text(name) != value)
        {
            schema[name] = value;
        }
    }
}
