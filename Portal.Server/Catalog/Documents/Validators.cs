using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>
/// Request validators of a document:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-request-validators.html
/// </summary>
internal static class Validators
{
    public const string Member = "x-amazon-apigateway-request-validators";

    /// <summary>On an operation, or on the root as the default of all.</summary>
    public const string Use = "x-amazon-apigateway-request-validator";

    public const string Body = "validateRequestBody";

    public const string Parameters = "validateRequestParameters";

    /// <summary>The one that counts for an operation; null is none.</summary>
    public static string? Of(JsonObject operation, JsonObject root) => operation.Text(Use) ?? root.Text(Use);

    public static bool FollowsDefault(JsonObject operation) => !operation.ContainsKey(Use);

    /// <summary>API Gateway takes true as a word and as a text.</summary>
    public static bool Says(JsonNode? validator, string check) => validator.Node(check)?.ToString() is "true";
}
