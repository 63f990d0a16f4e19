using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;

namespace Portal.Sandbox.Execution.Lambdas;

/// <summary>The event that functions get of a call, in format 1.0.</summary>
internal static class RestEvent
{
    private static readonly string[] Identity =
    [
        "accessKey", "accountId", "apiKey", "apiKeyId", "caller", "cognitoAuthenticationProvider", "cognitoAuthenticationType", "cognitoIdentityId", "cognitoIdentityPoolId",
        "principalOrgId", "sourceIp", "user", "userAgent", "userArn",
    ];

    /// <summary>For an integration: all of it.</summary>
    public static JsonObject OfCall(Exchange exchange, byte[] body, bool isBinary)
    {
        var all = Of(exchange);
        all["body"] = body.Length is 0 ? null : isBinary ? Convert.ToBase64String(body) : Encoding.UTF8.GetString(body);
        all["isBase64Encoded"] = isBinary && body.Length > 0;
        return all;
    }

    /// <summary>Without the body, as authorizers get it.</summary>
    public static JsonObject Of(Exchange exchange)
    {
        var request = exchange.Http.Request;
        var headers = Headers(exchange);
        return new()
        {
            ["resource"] = exchange.Resource!.Path,
            ["path"] = exchange.Address.Called ?? exchange.Address.Path,
            ["httpMethod"] = request.Method,
            ["headers"] = Last(headers),
            ["multiValueHeaders"] = Every(headers),
            ["queryStringParameters"] = request.Query.Count is 0 ? null : Last(request.Query),
            ["multiValueQueryStringParameters"] = request.Query.Count is 0 ? null : Every(request.Query),
            ["pathParameters"] = exchange.PathParameters.Count is 0 ? null : new JsonObject(exchange.PathParameters.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Uri.UnescapeDataString(pair.Value)))),
            ["stageVariables"] = exchange.Variables.Count is 0 ? null : new JsonObject(exchange.Variables.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
            ["requestContext"] = Context(exchange),
        };
    }

    private static JsonObject Context(Exchange exchange)
    {
        JsonObject context = [];
        foreach (var name in (string[])["accountId", "apiId", "deploymentId", "domainName", "domainPrefix", "extendedRequestId", "httpMethod", "path", "protocol", "requestId", "requestTime", "resourceId", "resourcePath", "stage"])
        {
            context[name] = exchange.Context(name);
        }

        context["requestTimeEpoch"] = exchange.Time.ToUnixTimeMilliseconds();
        JsonObject identity = [];
        foreach (var name in Identity)
        {
            identity[name] = exchange.Context($"identity.{name}");
        }

        context["identity"] = identity;
        if (exchange.Caller is { AccessKey: null } caller)
        {
            JsonObject authorizer = new(caller.Values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
            if (caller.Claims is { } claims)
            {
                authorizer["claims"] = new JsonObject(claims.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
            }
            else
            {
                authorizer["principalId"] = caller.PrincipalId;
            }

            context["authorizer"] = authorizer;
        }

        return context;
    }

    private static List<KeyValuePair<string, StringValues>> Headers(Exchange exchange)
    {
        var request = exchange.Http.Request;
        List<KeyValuePair<string, StringValues>> headers = [.. request.Headers.Where(header => header.Key is not "Connection" and not "Content-Length" and not "Transfer-Encoding")];
        if (!request.Headers.ContainsKey("X-Forwarded-For"))
        {
            headers.Add(new("X-Forwarded-For", exchange.Context("identity.sourceIp")));
        }

        headers.Add(new(TraceId.Header, exchange.Trace));
        headers.Add(new("X-Forwarded-Port", $"{exchange.Http.Connection.LocalPort}"));
        headers.Add(new("X-Forwarded-Proto", request.Scheme));
        return [.. headers.DistinctBy(header => header.Key, StringComparer.OrdinalIgnoreCase)];
    }

    private static JsonObject Last(IEnumerable<KeyValuePair<string, StringValues>> values) => new(values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value[^1])));

    private static JsonObject Every(IEnumerable<KeyValuePair<string, StringValues>> values) =>
        new(values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)new JsonArray([.. pair.Value.Select(value => (JsonNode?)value)]))));
}
