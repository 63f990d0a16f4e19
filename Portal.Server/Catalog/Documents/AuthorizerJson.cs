using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Server.Catalog.Documents.HttpApis;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents;

/// <summary>
/// Authorizers as security schemes with API Gateway's extensions:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
/// </summary>
internal static partial class AuthorizerJson
{
    public const string AuthType = "x-amazon-apigateway-authtype";

    private const string Usual = "Authorization";

    /// <summary>Null if the scheme is none, or one that API Gateway would refuse.</summary>
    public static Authorizer? Read(JsonObject scheme)
    {
        if (scheme.Member(ProjectionSchemes.Authorizer) is not { } json)
        {
            return null;
        }

        var (function, role, seconds) = (FunctionOf(json.Text("authorizerUri")), json.Text("authorizerCredentials"), json.Number("authorizerResultTtlInSeconds"));
        var expression = json.Text("identityValidationExpression");

        return (json.Text("type")?.ToUpperInvariant() ?? "TOKEN", function) switch
        {
            ("TOKEN", { }) => new Authorizer.Token { Function = function, Header = HeaderOf(scheme), ValidationExpression = expression, Role = role, TtlSeconds = seconds },
            ("JWT", _) => new Authorizer.Jwt
            {
                Issuer = json.Member("jwtConfiguration").Text("issuer") ?? "",
                Audience = [.. json.Member("jwtConfiguration").Items("audience").Select(audience => audience.AsText).OfType<string>()],
                IdentitySource = Sources(json) is [var only] ? only : "",
            },
            ("REQUEST", { }) when HttpSchemes.Payload(json["authorizerPayloadFormatVersion"]) is { } version => new Authorizer.HttpRequest
            {
                Function = function,
                IdentitySources = Sources(json),
                PayloadVersion = version,
                SimpleResponses = json.Flag("enableSimpleResponses"),
                Role = role,
                TtlSeconds = seconds,
            },
            ("REQUEST", { }) => new Authorizer.Request { Function = function, IdentitySources = Words(json.Text("identitySource")), Role = role, TtlSeconds = seconds },
            ("COGNITO_USER_POOLS", _) => new Authorizer.Cognito { UserPools = [.. json.Items("providerARNs").Select(arn => arn.AsText).OfType<string>()], Header = HeaderOf(scheme), ValidationExpression = expression },
            _ => null,
        };
    }

    /// <summary>The header that holds the token. A scheme that is no apiKey (http bearer, say) has it in Authorization.</summary>
    public static string HeaderOf(JsonObject scheme) => scheme.Text("type") is "apiKey" ? scheme.Text("name") ?? Usual : Usual;

    /// <param name="authorizer">What it is.</param>
    /// <param name="version">Of the document; OpenAPI 2.0 has no OpenID Connect.</param>
    public static JsonObject NewScheme(Authorizer authorizer, OpenApiVersion version) => authorizer is Authorizer.Jwt { Issuer: var issuer } ? new()
    {
        ["type"] = version.IsSwagger ? "oauth2" : "openIdConnect",
        ["openIdConnectUrl"] = $"{issuer.TrimEnd('/')}/.well-known/openid-configuration",
        [ProjectionSchemes.Authorizer] = new JsonObject(Members(authorizer).Where(member => member.Value is not null)),
    } : new()
    {
        ["type"] = "apiKey",
        // Of a request, the identity sources say what is looked at, and the scheme's name says nothing.
        ["name"] = Header(authorizer) ?? "Unused",
        ["in"] = "header",
        [AuthType] = AuthTypeOf(authorizer),
        [ProjectionSchemes.Authorizer] = new JsonObject(Members(authorizer).Where(member => member.Value is not null)),
    };

    public static string? Header(Authorizer authorizer) => authorizer switch
    {
        Authorizer.Token token => token.Header,
        Authorizer.Cognito cognito => cognito.Header,
        _ => null,
    };

    public static string AuthTypeOf(Authorizer authorizer) => authorizer is Authorizer.Cognito ? "cognito_user_pools" : "custom";

    /// <summary>The extension's members in their order; null where the authorizer has none of that.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode?>> Members(Authorizer authorizer) => authorizer switch
    {
        Authorizer.Token token =>
        [
            new("type", "token"),
            new("authorizerUri", UriOf(token.Function)),
            new("authorizerCredentials", token.Role),
            new("identitySource", null),
            new("identityValidationExpression", token.ValidationExpression),
            new("authorizerResultTtlInSeconds", token.TtlSeconds),
            new("providerARNs", null),
        ],
        Authorizer.Request request =>
        [
            new("type", "request"),
            new("authorizerUri", UriOf(request.Function)),
            new("authorizerCredentials", request.Role),
            new("identitySource", request.IdentitySources is [] ? null : string.Join(", ", request.IdentitySources)),
            new("identityValidationExpression", null),
            new("authorizerResultTtlInSeconds", request.TtlSeconds),
            new("providerARNs", null),
        ],
        Authorizer.Cognito cognito =>
        [
            new("type", "cognito_user_pools"),
            new("authorizerUri", null),
            new("authorizerCredentials", null),
            new("identitySource", null),
            new("identityValidationExpression", cognito.ValidationExpression),
            new("providerARNs", new JsonArray([.. cognito.UserPools.Select(pool => (JsonNode)pool)])),
        ],
        Authorizer.Jwt jwt =>
        [
            new("type", "jwt"),
            new("authorizerUri", null),
            new("authorizerCredentials", null),
            new("identitySource", jwt.IdentitySource),
            new("authorizerResultTtlInSeconds", null),
            new("authorizerPayloadFormatVersion", null),
            new("enableSimpleResponses", null),
            new("jwtConfiguration", new JsonObject { ["issuer"] = jwt.Issuer, ["audience"] = new JsonArray([.. jwt.Audience.Select(audience => (JsonNode)audience)]) }),
        ],
        Authorizer.HttpRequest request =>
        [
            new("type", "request"),
            new("authorizerUri", UriOf(request.Function)),
            new("authorizerCredentials", request.Role),
            new("identitySource", request.IdentitySources is [] ? null : string.Join(", ", request.IdentitySources)),
            new("authorizerResultTtlInSeconds", request.TtlSeconds),
            new("authorizerPayloadFormatVersion", request.PayloadVersion),
            new("enableSimpleResponses", request.SimpleResponses ? true : null),
            new("jwtConfiguration", null),
        ],
        _ => throw new UnreachableException(),
    };

    /// <summary>HTTP APIs take a list, too.</summary>
    private static string[] Sources(JsonObject json) => json.Text("identitySource") is { } list ? Words(list) : [.. json.Items("identitySource").Select(source => source.AsText).OfType<string>()];

    /// <summary>A function's ARN by the URI that invokes it; another URI as it is.</summary>
    public static string? FunctionOf(string? uri) => uri is null ? null : Invocation().Match(uri) is { Success: true } match ? match.Groups["function"].Value : uri;

    /// <summary>The URI that invokes a function, of its ARN (arn:aws:lambda:eu-central-1:123456789012:function:name); another text as it is.</summary>
    public static string UriOf(string function) => function.Split(':') is [_, var partition, "lambda", var region, ..]
        ? $"arn:{partition}:apigateway:{region}:lambda:path/2015-03-31/functions/{function}/invocations"
        : function;

    private static string[] Words(string? text) => text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:apigateway:[a-z0-9-]+:lambda:path/2015-03-31/functions/(?<function>arn:[^/]+)/invocations\z")]
    private static partial Regex Invocation();
}
