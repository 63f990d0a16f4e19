using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Server.Gateway;

/// <summary>
/// The normal form of a REST API. What a document says and what API Gateway answers differ in spelling, in defaults that are filled in and in order;
/// both go through here, so that equal things have equal texts. An empty text and a time-out of 0 mean "unsaid".
/// </summary>
internal static partial class RestApiNormal
{
    public static RestApiSpec Of(RestApiSpec api) => api with
    {
        Description = Said(api.Description),
        Version = Said(api.Version),
        ApiKeySource = Said(api.ApiKeySource)?.ToUpperInvariant() ?? "HEADER",
        Methods = api.Methods.Select(Of),
        Authorizers = api.Authorizers.Select(Of),
        GatewayResponses = new SortedMap<GatewayResponseSpec>(api.GatewayResponses.Select(pair => KeyValuePair.Create(pair.Key, Of(pair.Key, pair.Value)))),
    };

    /// <summary>
    /// A model's schema as canonical JSON. API Gateway writes a reference to another model as a URL with the API's id, and sorts "required";
    /// "$schema" does not survive an import.
    /// </summary>
    public static string Schema(JsonNode schema)
    {
        var normal = schema.DeepClone();
        Normalize(normal);

        return CanonicalJson.Of(normal);
    }

    /// <summary>
    /// A resource policy as canonical JSON. On import API Gateway expands "execute-api:/..." to the API's full ARN, so the ARN is taken back to the short form;
    /// a list of one is written as the one.
    /// </summary>
    /// <param name="policy">The policy document.</param>
    /// <param name="restApiId">AWS's id of the API whose ARNs are shortened; null where the policy comes from a document.</param>
    public static string Policy(JsonNode policy, string? restApiId) => CanonicalJson.Of(ShortArns(policy, restApiId));

    private static MethodSpec Of(MethodSpec method) => method with
    {
        OperationName = Said(method.OperationName),
        AuthorizationType = Said(method.AuthorizationType)?.ToUpperInvariant() ?? "NONE",
        Authorizer = Said(method.Authorizer),
        RequestValidator = Said(method.RequestValidator),

        // Whether a response header is "required" is kept by AWS, set to false by an import, and looked at by nothing.
        Responses = method.Responses.Select(response => response with { Parameters = response.Parameters.Select(_ => false) }),
        Integration = method.Integration is { } integration ? Of(integration) : null,
    };

    private static IntegrationSpec Of(IntegrationSpec integration)
    {
        var type = integration.Type.ToUpperInvariant();
        var calls = type is not "MOCK";
        var connection = Said(integration.ConnectionType)?.ToUpperInvariant() ?? "INTERNET";

        return integration with
        {
            Type = type,
            HttpMethod = calls ? Said(integration.HttpMethod)?.ToUpperInvariant() : null,
            Uri = calls ? Said(integration.Uri) : null,
            ConnectionType = connection,
            ConnectionId = connection is "INTERNET" ? null : Said(integration.ConnectionId),
            IntegrationTarget = connection is "INTERNET" ? null : Said(integration.IntegrationTarget),
            Credentials = Said(integration.Credentials),
            PassthroughBehavior = Said(integration.PassthroughBehavior)?.ToUpperInvariant() ?? "WHEN_NO_MATCH",
            ContentHandling = Said(integration.ContentHandling)?.ToUpperInvariant(),
            TimeoutInMillis = integration.TimeoutInMillis is 0 ? 29_000 : integration.TimeoutInMillis,
            CacheNamespace = Said(integration.CacheNamespace),
            ResponseTransferMode = Said(integration.ResponseTransferMode)?.ToUpperInvariant() ?? "BUFFERED",
            Responses = integration.Responses.Select(response => response with
            {
                SelectionPattern = Said(response.SelectionPattern),
                ContentHandling = Said(response.ContentHandling)?.ToUpperInvariant(),
            }),
        };
    }

    /// <summary>AWS fills in authType and, except for Cognito, five minutes of cache (recorded: import leaves the latter unsaid, CreateAuthorizer writes 300).</summary>
    private static AuthorizerSpec Of(AuthorizerSpec authorizer)
    {
        var type = authorizer.Type.ToUpperInvariant();
        var cognito = type is "COGNITO_USER_POOLS";

        return authorizer with
        {
            Type = type,
            AuthType = Said(authorizer.AuthType) ?? (cognito ? "cognito_user_pools" : "custom"),
            Uri = Said(authorizer.Uri),
            Credentials = Said(authorizer.Credentials),
            IdentitySource = Said(string.Join(',', (authorizer.IdentitySource ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))),
            IdentityValidationExpression = Said(authorizer.IdentityValidationExpression),
            ResultTtlInSeconds = authorizer.ResultTtlInSeconds ?? (cognito ? null : 300),
        };
    }

    private static GatewayResponseSpec Of(string type, GatewayResponseSpec response) => response with
    {
        StatusCode = GatewayResponseTypes.DefaultStatus.GetValueOrDefault(type) == response.StatusCode ? null : Said(response.StatusCode),
        ResponseTemplates = response.ResponseTemplates.Count is 0 ? GatewayResponseTypes.DefaultTemplates : response.ResponseTemplates,
    };

    private static string? Said(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static void Normalize(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Normalize(item);
            }
        }

        if (node is not JsonObject members)
        {
            return;
        }

        members.Remove("$schema");

        if (members["$ref"] is JsonValue reference && ModelUrl().Match(reference.ToString()) is { Success: true } match)
        {
            members["$ref"] = $"#/components/schemas/{match.Groups["name"].Value}";
        }

        if (members["required"] is JsonArray required)
        {
            members["required"] = new JsonArray([.. required.Select(name => name!.ToString()).Distinct().Order(StringComparer.Ordinal).Select(name => JsonValue.Create(name))]);
        }

        foreach (var (_, value) in members)
        {
            Normalize(value);
        }
    }

    private static JsonNode? ShortArns(JsonNode? node, string? restApiId) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, ShortArns(member.Value, restApiId)))),
        JsonArray { Count: 1 } list when list[0] is JsonValue only => ShortArns(only, restApiId),
        JsonArray items => new JsonArray([.. items.Select(item => ShortArns(item, restApiId))]),
        JsonValue value when restApiId is not null && ExecuteApiArn().Match(value.ToString()) is { Success: true } match && match.Groups["api"].Value == restApiId =>
            JsonValue.Create($"execute-api:/{match.Groups["rest"].Value}"),
        _ => node?.DeepClone(),
    };

    private static SortedMap<T> Select<T>(this SortedMap<T> map, Func<T, T> normal) => new(Enumerable.Select(map, pair => KeyValuePair.Create(pair.Key, normal(pair.Value))));

    [GeneratedRegex("^https://apigateway\\.amazonaws\\.com/restapis/[^/]+/models/(?<name>[^/]+)$")]
    private static partial Regex ModelUrl();

    [GeneratedRegex("^arn:aws[^:]*:execute-api:[^:]*:[^:]*:(?<api>[^/]+)/(?<rest>.*)$")]
    private static partial Regex ExecuteApiArn();
}
