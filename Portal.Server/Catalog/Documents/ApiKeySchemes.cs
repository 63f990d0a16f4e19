using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>
/// Security schemes that API Gateway takes for "this method needs an API key": type apiKey, header x-api-key, no authorizer:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
/// </summary>
internal static class ApiKeySchemes
{
    /// <summary>The name under which the editor writes such a scheme where the document has none; what bears it goes when nothing names it any more.</summary>
    public const string Ours = "portal_api_key";

    public static IReadOnlySet<string> In(JsonObject root, OpenApiVersion version) => SchemesOf(root, version).Members
        .Where(scheme => Fits(References.Follow(root, scheme.Value)))
        .Select(scheme => scheme.Key)
        .ToHashSet();

    public static JsonObject? SchemesOf(JsonObject root, OpenApiVersion version) => version.IsSwagger ? root.Member("securityDefinitions") : root.Member("components").Member("securitySchemes");

    public static bool Fits(JsonNode? scheme) =>
        scheme.Text("type") is "apiKey"
        && scheme.Text("in") is "header"
        && "x-api-key".Equals(scheme.Text("name"), StringComparison.OrdinalIgnoreCase)
        && scheme.Node("x-amazon-apigateway-authorizer") is null
        && scheme.Node("x-amazon-apigateway-authtype") is null;
}
