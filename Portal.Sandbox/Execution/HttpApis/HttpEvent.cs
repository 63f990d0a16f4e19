using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;

namespace Portal.Sandbox.Execution.HttpApis;

/// <summary>The events that functions get of calls of HTTP APIs. In format 2.0 what is not there is left out, and several values of one name stand with commas between them.</summary>
internal static class HttpEvent
{
    public static JsonObject Of(Visit visit, string version, byte[] body)
    {
        var all = version is "1.0" ? First(visit) : Second(visit);
        var isBinary = !IsText(visit.Http.Request.ContentType);
        if (body.Length > 0 || version is "1.0")
        {
            all["body"] = body.Length is 0 ? null : isBinary ? Convert.ToBase64String(body) : Encoding.UTF8.GetString(body);
        }

        all["isBase64Encoded"] = isBinary && body.Length > 0;
        return all;
    }

    /// <summary>Format 2.0 without the body.</summary>
    public static JsonObject Second(Visit visit)
    {
        var request = visit.Http.Request;
        JsonObject all = new()
        {
            ["version"] = "2.0",
            ["routeKey"] = visit.Route!.RouteKey,
            ["rawPath"] = visit.RawPath,
            ["rawQueryString"] = (request.QueryString.Value ?? "").TrimStart('?'),
            ["headers"] = new JsonObject(Headers(visit).Where(header => header.Key is not "cookie").Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value.ToString()))),
        };
        if (request.Headers.Cookie is { Count: > 0 } cookies)
        {
            all["cookies"] = new JsonArray([.. cookies.SelectMany(line => (line ?? "").Split(';', StringSplitOptions.TrimEntries)).Select(cookie => (JsonNode?)cookie)]);
        }

        if (request.Query.Count > 0)
        {
            all["queryStringParameters"] = new JsonObject(request.Query.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.ToString())));
        }

        AddVariables(all, visit);
        JsonObject http = new()
        {
            ["method"] = request.Method,
            ["path"] = visit.RawPath,
            ["protocol"] = request.Protocol,
            ["sourceIp"] = visit.Context("identity.sourceIp"),
            ["userAgent"] = visit.Context("identity.userAgent"),
        };
        JsonObject context = new()
        {
            ["accountId"] = visit.Region.Account,
            ["apiId"] = visit.ApiId,
            ["domainName"] = visit.Context("domainName"),
            ["domainPrefix"] = visit.Context("domainPrefix"),
            ["http"] = http,
            ["requestId"] = visit.RequestId,
            ["routeKey"] = visit.Route.RouteKey,
            ["stage"] = visit.Stage.StageName,
            ["time"] = visit.Context("requestTime"),
            ["timeEpoch"] = visit.Time.ToUnixTimeMilliseconds(),
        };
        if (visit.Caller is { } caller)
        {
            context["authorizer"] = caller switch
            {
                { Claims: { } claims } => new JsonObject { ["jwt"] = new JsonObject { ["claims"] = Texts(claims), ["scopes"] = visit.Route.AuthorizationScopes is { Count: > 0 } ? new JsonArray([.. caller.Scopes.Select(scope => (JsonNode?)scope)]) : null } },
                { Signer: { } signer } => new JsonObject { ["iam"] = new JsonObject { ["accessKey"] = signer.AccessKeyId, ["accountId"] = signer.Account, ["callerId"] = signer.PrincipalId, ["userArn"] = signer.Arn, ["userId"] = signer.PrincipalId } },
                _ => new JsonObject { ["lambda"] = Texts(caller.Values) },
            };
        }

        all["requestContext"] = context;
        return all;
    }

    /// <summary>Format 1.0 without the body, much as in REST APIs.</summary>
    public static JsonObject First(Visit visit)
    {
        var request = visit.Http.Request;
        var headers = Headers(visit);
        JsonObject context = [];
        foreach (var name in (string[])["accountId", "apiId", "domainName", "domainPrefix", "extendedRequestId", "httpMethod", "path", "protocol", "requestId", "requestTime", "stage"])
        {
            context[name] = visit.Context(name);
        }

        context["requestTimeEpoch"] = visit.Time.ToUnixTimeMilliseconds();
        context["resourceId"] = visit.Route!.RouteKey;
        context["resourcePath"] = Resource(visit);
        context["identity"] = new JsonObject { ["sourceIp"] = visit.Context("identity.sourceIp"), ["userAgent"] = visit.Context("identity.userAgent"), ["accessKey"] = visit.Caller?.AccessKey };
        if (visit.Caller is { AccessKey: null } caller)
        {
            var authorizer = Texts(caller.Values);
            authorizer["principalId"] = caller.PrincipalId;
            if (caller.Claims is { } claims)
            {
                authorizer["claims"] = Texts(claims);
            }

            context["authorizer"] = authorizer;
        }

        JsonObject all = new()
        {
            ["version"] = "1.0",
            ["resource"] = Resource(visit),
            ["path"] = visit.RawPath,
            ["httpMethod"] = request.Method,
            ["headers"] = new JsonObject(headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value[^1]))),
            ["multiValueHeaders"] = Every(headers),
            ["queryStringParameters"] = request.Query.Count is 0 ? null : new JsonObject(request.Query.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value[^1]))),
            ["multiValueQueryStringParameters"] = request.Query.Count is 0 ? null : Every(request.Query),
            ["requestContext"] = context,
            ["pathParameters"] = null,
            ["stageVariables"] = null,
        };
        AddVariables(all, visit);
        return all;
    }

    private static string Resource(Visit visit) => visit.Route!.RouteKey.Split(' ', 2) is [_, var path] ? path : visit.Route.RouteKey;

    private static void AddVariables(JsonObject all, Visit visit)
    {
        if (visit.PathParameters.Count > 0)
        {
            all["pathParameters"] = new JsonObject(visit.PathParameters.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Uri.UnescapeDataString(pair.Value))));
        }

        if (visit.Stage.StageVariables is { Count: > 0 } variables)
        {
            all["stageVariables"] = Texts(variables);
        }
    }

    private static List<KeyValuePair<string, StringValues>> Headers(Visit visit)
    {
        List<KeyValuePair<string, StringValues>> headers = [.. visit.Http.Request.Headers.Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), header.Value)).Where(header => header.Key is not ("connection" or "transfer-encoding"))];
        headers.Add(new("x-amzn-trace-id", visit.Trace));
        headers.Add(new("x-forwarded-for", visit.Context("identity.sourceIp")));
        headers.Add(new("x-forwarded-port", $"{visit.Http.Connection.LocalPort}"));
        headers.Add(new("x-forwarded-proto", visit.Http.Request.Scheme));
        return [.. headers.DistinctBy(header => header.Key)];
    }

    private static JsonObject Every(IEnumerable<KeyValuePair<string, StringValues>> values) =>
        new(values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)new JsonArray([.. pair.Value.Select(value => (JsonNode?)value)]))));

    private static JsonObject Texts(IEnumerable<KeyValuePair<string, string>> values) => new(values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));

    // What HTTP APIs take for text of themselves.
    private static bool IsText(string? contentType) =>
        MediaTypes.Plain(contentType) is var plain && (plain.StartsWith("text/", StringComparison.Ordinal) || plain is "application/json" or "application/xml" or "application/javascript" or "application/x-www-form-urlencoded" || plain.EndsWith("+json", StringComparison.Ordinal) || plain.EndsWith("+xml", StringComparison.Ordinal));
}
