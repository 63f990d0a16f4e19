namespace Portal.Server.Catalog.Documents;

/// <summary>The words of schemas, by what becomes of them on their way to draft 4. A word that is in none of these sets is dropped, and admits more.</summary>
internal static class ProjectionKeywords
{
    public static readonly HashSet<string> Types = ["object", "array", "string", "number", "integer", "boolean"];

    /// <summary>Words with alternatives, one of which may be null.</summary>
    public static readonly string[] Choices = ["anyOf", "oneOf"];

    /// <summary>These are sent as they are.</summary>
    public static readonly HashSet<string> Kept =
    [
        "maximum", "minimum", "multipleOf", "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "maxProperties", "minProperties",
    ];

    /// <summary>These are sent in another way, or for a part only.</summary>
    public static readonly HashSet<string> Read =
    [
        "$ref", "type", "enum", "const", "format", "properties", "required", "items", "additionalProperties", "allOf", "anyOf", "oneOf", "not", "exclusiveMinimum", "exclusiveMaximum", "nullable",
    ];

    /// <summary>These say nothing about what is valid.</summary>
    public static readonly HashSet<string> Annotations =
    [
        "title", "description", "example", "examples", "default", "deprecated", "externalDocs", "xml", "discriminator", "writeOnly", "readOnly",
        "$schema", "$id", "id", "$anchor", "$comment", "$defs", "definitions", "contentEncoding", "contentMediaType", "contentSchema",
    ];

    /// <summary>Formats that API Gateway does not know: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html</summary>
    public static readonly HashSet<string> NumberFormats = ["int32", "int64", "float", "double", "decimal"];
}
