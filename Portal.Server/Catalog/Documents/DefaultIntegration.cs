using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>
/// What answers the routes that name no integration of their own. It stands at the root of the document, so that it is versioned with it:
/// <c>x-portal-default-integration: {type: mock, status, contentType, body}</c>, <c>{type: http_proxy, baseUrl}</c> or <c>{type: aws_proxy, functionArn, role}</c>.
/// </summary>
internal abstract record DefaultIntegration
{
    public const string Member = "x-portal-default-integration";

    private DefaultIntegration()
    {
    }

    internal sealed record Mock(int Status, string ContentType, string Body) : DefaultIntegration;

    /// <summary>Each route calls its own method and path below the base URL.</summary>
    /// <param name="BaseUrl">Absolute, or in a stage variable: https://${stageVariables.backend}; without a slash at its end.</param>
    internal sealed record HttpProxy(string BaseUrl) : DefaultIntegration
    {
        public string BaseUrl { get; } = BaseUrl.TrimEnd('/');
    }

    internal sealed record LambdaProxy(string FunctionArn, string? Role) : DefaultIntegration;

    /// <summary>The document's default integration; null if it has none, or one that cannot be understood.</summary>
    public static DefaultIntegration? Of(JsonObject root) => root.Member(Member) switch
    {
        { } json when json.Text("type") is "mock" => new Mock(json.Number("status") ?? 200, json.Text("contentType") ?? "application/json", json.Text("body") ?? ""),
        { } json when json.Text("type") is "http_proxy" && json.Text("baseUrl") is { } baseUrl => new HttpProxy(baseUrl),
        { } json when json.Text("type") is "aws_proxy" && json.Text("functionArn") is { } function => new LambdaProxy(function, json.Text("role")),
        _ => null,
    };

    public JsonObject ToJson() => this switch
    {
        Mock mock => new JsonObject { ["type"] = "mock", ["status"] = mock.Status, ["contentType"] = mock.ContentType, ["body"] = mock.Body },
        HttpProxy proxy => new JsonObject { ["type"] = "http_proxy", ["baseUrl"] = proxy.BaseUrl },
        LambdaProxy { Role: { } role } lambda => new JsonObject { ["type"] = "aws_proxy", ["functionArn"] = lambda.FunctionArn, ["role"] = role },
        LambdaProxy lambda => new JsonObject { ["type"] = "aws_proxy", ["functionArn"] = lambda.FunctionArn },
        _ => throw new UnreachableException(),
    };

    /// <summary>The integration of one route that has none; <see cref="IntegrationJson.Write"/> makes API Gateway's extension of it.</summary>
    public RouteIntegration For(RouteName route) => this switch
    {
        Mock mock => new RouteIntegration.Mock(mock.Status, mock.ContentType, mock.Body),
        // In a URL a greedy variable is named without its plus.
        HttpProxy proxy => new RouteIntegration.HttpProxy(route.Method, proxy.BaseUrl + route.Path.Replace("+}", "}", StringComparison.Ordinal)),
        LambdaProxy lambda => new RouteIntegration.LambdaProxy(lambda.FunctionArn, lambda.Role),
        _ => throw new UnreachableException(),
    };
}
