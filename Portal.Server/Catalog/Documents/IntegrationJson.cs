using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Server.Catalog.Documents;

/// <summary>
/// Integrations as API Gateway's OpenAPI extension writes them:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html
/// </summary>
internal static partial class IntegrationJson
{
    public const string Member = "x-amazon-apigateway-integration";

    /// <param name="integration">One of those that the editor offers.</param>
    /// <param name="parameters">The route's parameters. Those of the path are mapped where the URL names them; an HTTP integration that is no proxy passes on nothing that is not mapped.</param>
    /// <param name="statuses">The statuses that the route declares ("200", "default"): an HTTP integration that is no proxy answers with those.</param>
    public static JsonObject Write(RouteIntegration integration, IEnumerable<RouteParameter> parameters, IEnumerable<string> statuses) => integration switch
    {
        RouteIntegration.Mock mock => Mock(mock),
        RouteIntegration.Http http => WithMapping(http.Url, parameters, all: true, new JsonObject
        {
            ["type"] = "http",
            ["httpMethod"] = http.Method,
            ["uri"] = http.Url,
            ["passthroughBehavior"] = "when_no_match",
            ["responses"] = Responses(statuses),
        }),
        RouteIntegration.HttpProxy proxy => WithMapping(proxy.Url, parameters, all: false, new JsonObject
        {
            ["type"] = "http_proxy",
            ["httpMethod"] = proxy.Method,
            ["uri"] = proxy.Url,
            ["passthroughBehavior"] = "when_no_match",
        }),
        RouteIntegration.LambdaProxy lambda => Lambda(lambda),
        RouteIntegration.Other => throw new ArgumentException("An integration that the editor does not offer is kept, not written.", nameof(integration)),
        _ => throw new UnreachableException(),
    };

    /// <summary>Null if the operation names no integration.</summary>
    public static RouteIntegration? Read(JsonObject operation)
    {
        if (operation.Member(Member) is not { } json)
        {
            return null;
        }

        var (type, method, uri) = (json.Text("type")?.ToLowerInvariant(), json.Text("httpMethod")?.ToUpperInvariant(), json.Text("uri"));

        return (type, method, uri) switch
        {
            ("mock", _, _) => ReadMock(json),
            ("http", { } verb, { } url) => new RouteIntegration.Http(verb, url),
            ("http_proxy", { } verb, { } url) => new RouteIntegration.HttpProxy(verb, url),
            ("aws_proxy", _, { } arn) when Invocation().Match(arn) is { Success: true } match => new RouteIntegration.LambdaProxy(match.Groups["function"].Value, json.Text("credentials")),
            _ => new RouteIntegration.Other(type ?? "", method, uri),
        };
    }

    /// <summary>Under which key of an integration's responses the answer of a mock stands.</summary>
    public static string MockAnswer(JsonObject json) => json.Member("responses") switch
    {
        { } responses when responses.ContainsKey("default") => "default",
        { } responses when StatusOf(json) is { } status && responses.FirstOrDefault(response => response.Value.Text("statusCode") == status) is { Key: { } key } => key,
        { Count: > 0 } responses => responses.First().Key,
        _ => "default",
    };

    private static JsonObject Mock(RouteIntegration.Mock mock) => new()
    {
        ["type"] = "mock",
        ["requestTemplates"] = new JsonObject { ["application/json"] = string.Create(CultureInfo.InvariantCulture, $$"""{"statusCode": {{mock.Status}}}""") },
        ["passthroughBehavior"] = "when_no_match",
        ["responses"] = new JsonObject
        {
            ["default"] = new JsonObject
            {
                ["statusCode"] = mock.Status.ToString(CultureInfo.InvariantCulture),
                ["responseTemplates"] = new JsonObject { [mock.ContentType] = mock.Body },
            },
        },
    };

    private static RouteIntegration.Mock ReadMock(JsonObject json)
    {
        var answer = json.Member("responses").Member(MockAnswer(json));
        var template = answer.Member("responseTemplates").Members.FirstOrDefault();

        return new RouteIntegration.Mock(
            int.TryParse(StatusOf(json) ?? answer.Text("statusCode"), NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 200,
            template.Key ?? "application/json",
            Body(template.Value.AsText ?? ""));
    }

    /// <summary>What a template answers, without the search for the caller's origin, which is said elsewhere.</summary>
    private static string Body(string template) => CorsOrigins.Read(template)?.Body ?? template;

    private static string? StatusOf(JsonObject json) => json.Member("requestTemplates").Members
        .Select(template => StatusCode().Match(template.Value.AsText ?? ""))
        .FirstOrDefault(match => match.Success)?.Groups["status"].Value;

    private static JsonObject Lambda(RouteIntegration.LambdaProxy lambda)
    {
        // arn:aws:lambda:eu-central-1:123456789012:function:name
        var parts = lambda.FunctionArn.Split(':');
        var (partition, region) = parts.Length > 3 ? (parts[1], parts[3]) : throw new ArgumentException("The function is not named by its ARN.", nameof(lambda));
        var json = new JsonObject
        {
            ["type"] = "aws_proxy",
            // A function is invoked by POST, whatever the route's method is.
            ["httpMethod"] = "POST",
            ["uri"] = $"arn:{partition}:apigateway:{region}:lambda:path/2015-03-31/functions/{lambda.FunctionArn}/invocations",
            ["passthroughBehavior"] = "when_no_match",
        };

        if (lambda.Role is { } role)
        {
            json["credentials"] = role;
        }

        return json;
    }

    private static JsonObject WithMapping(string url, IEnumerable<RouteParameter> parameters, bool all, JsonObject json)
    {
        var mapping = new JsonObject();

        foreach (var parameter in parameters)
        {
            var place = parameter.In switch
            {
                "path" when url.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal) => "path",
                "query" when all => "querystring",
                "header" when all => "header",
                _ => null,
            };

            if (place is not null)
            {
                mapping[$"integration.request.{place}.{parameter.Name}"] = $"method.request.{place}.{parameter.Name}";
            }
        }

        if (mapping.Count > 0)
        {
            json["requestParameters"] = mapping;
        }

        return json;
    }

    /// <summary>The backend's status is answered as it is where the route declares it; any other is answered as the first success.</summary>
    private static JsonObject Responses(IEnumerable<string> statuses)
    {
        List<string> known = [.. statuses.Where(status => status is [>= '1' and <= '5', >= '0' and <= '9', >= '0' and <= '9']).Order(StringComparer.Ordinal)];
        var usual = known.FirstOrDefault(status => status[0] is '2') ?? "200";

        return new JsonObject(known.Where(status => status != usual).Prepend("default")
            .Select(status => KeyValuePair.Create<string, JsonNode?>(status, new JsonObject { ["statusCode"] = status is "default" ? usual : status })));
    }

    [GeneratedRegex(@":lambda:path/2015-03-31/functions/(?<function>.+)/invocations\z")]
    private static partial Regex Invocation();

    [GeneratedRegex(@"""?statusCode""?\s*:\s*""?(?<status>[1-5][0-9][0-9])\b")]
    private static partial Regex StatusCode();
}
