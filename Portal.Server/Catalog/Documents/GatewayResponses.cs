using System.Text.Json.Nodes;
using Portal.Server.Gateway;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>
/// What API Gateway answers by itself, as a document says it:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-gateway-responses.html
/// </summary>
internal static class GatewayResponses
{
    public const string Member = "x-amazon-apigateway-gateway-responses";

    public const string Header = "gatewayresponse.header.";

    /// <summary>What callers read while nobody changes it; the template of all is the message of the cause.</summary>
    private static readonly Dictionary<string, string> Messages = new()
    {
        ["ACCESS_DENIED"] = "User is not authorized to access this resource",
        ["API_CONFIGURATION_ERROR"] = "Internal server error",
        ["AUTHORIZER_FAILURE"] = "Internal server error",
        ["BAD_REQUEST_BODY"] = "Invalid request body",
        ["BAD_REQUEST_PARAMETERS"] = "Missing required request parameters: [name]",
        ["INTEGRATION_FAILURE"] = "Network error communicating with endpoint",
        ["INTEGRATION_TIMEOUT"] = "Endpoint request timed out",
        ["INVALID_API_KEY"] = "Forbidden",
        ["MISSING_AUTHENTICATION_TOKEN"] = "Missing Authentication Token",
        ["QUOTA_EXCEEDED"] = "Limit Exceeded",
        ["REQUEST_TOO_LARGE"] = "HTTP content length exceeded 10485760 bytes",
        ["THROTTLED"] = "Too Many Requests",
        ["UNAUTHORIZED"] = "Unauthorized",
        ["UNSUPPORTED_MEDIA_TYPE"] = "Unsupported Media Type",
        ["WAF_FILTERED"] = "Forbidden",
    };

    public static GatewayResponsesView Of(SourceDocument document, int revision) => new()
    {
        Revision = revision,
        Responses = [.. GatewayResponseTypes.DefaultStatus.Keys.OrderByDescending(type => type.StartsWith("DEFAULT_", StringComparison.Ordinal)).ThenBy(type => type, StringComparer.Ordinal).Select(type => Of(document, type))],
    };

    private static GatewayResponseView Of(SourceDocument document, string type)
    {
        var response = document.Root.Member(Member).Member(type);

        return new GatewayResponseView
        {
            Type = type,
            IsChanged = response is not null,
            Status = response.Node("statusCode")?.ToString(),
            Headers = HeadersOf(response),
            Templates = Texts(response.Member("responseTemplates")),
            OwnStatus = GatewayResponseTypes.DefaultStatus[type],
            OwnBody = BodyOf(type),
            Line = response is null ? null : document.LineOf(JsonPointer.Of(Member, type)),
        };
    }

    public static IReadOnlyDictionary<string, string> HeadersOf(JsonObject? response) => Texts(response.Member("responseParameters"))
        .Where(parameter => parameter.Key.StartsWith(Header, StringComparison.Ordinal))
        .ToDictionary(parameter => parameter.Key[Header.Length..], parameter => parameter.Value);

    private static Dictionary<string, string> Texts(JsonObject? node) => node.Members.Where(member => member.Value.AsText is not null).ToDictionary(member => member.Key, member => member.Value.AsText!);

    // One who is refused by an authorizer or a policy reads the message with a capital letter.
    private static string BodyOf(string type) => Messages.TryGetValue(type, out var message)
        ? type is "ACCESS_DENIED" ? $$"""{"Message":"{{message}}"}""" : $$"""{"message":"{{message}}"}"""
        : GatewayResponseTypes.DefaultTemplates["application/json"];
}
