using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.WebSockets;
using Portal.Shared.Catalog;
using Portal.Tests.Catalog.Documents;

namespace Portal.Tests.Catalog.Projection;

/// <summary>What a WebSocket API does not take is said; what would let anybody in is an error.</summary>
public sealed class WebSocketDocumentTests
{
    private const string Integration = "x-amazon-apigateway-integration: { type: http_proxy, httpMethod: POST, uri: \"https://backend.example.com\" }";

    private const string Route = $"paths:\n  /send:\n    x-amazon-apigateway-any-method: {{ {Integration} }}";

    private const string Guard = "components: { securitySchemes: { guard: { type: apiKey, name: Unused, in: header, x-amazon-apigateway-authorizer: { type: token, authorizerUri: \"arn:aws:x\" } }, key: { type: apiKey, name: x-api-key, in: header } } }";

    private const string Schemas = "components: { schemas: { Pet: { type: object, required: [name], properties: { name: { type: string } } } } }\n";

    private static readonly (string Rule, FindingLevel Level, string Document)[] Cases =
    [
        ("socket-selection", FindingLevel.Info, Route),
        ("socket-verb", FindingLevel.Error, $"paths:\n  /send:\n    get: {{ {Integration} }}"),
        ("socket-route", FindingLevel.Error, $"paths:\n  /a/b:\n    x-amazon-apigateway-any-method: {{ {Integration} }}"),
        ("socket-guarded", FindingLevel.Error, $"{Guard}\npaths:\n  /send:\n    x-amazon-apigateway-any-method: {{ security: [{{ key: [] }}], {Integration} }}"),
        ("authorizer", FindingLevel.Error, $"{Guard}\npaths:\n  /$connect:\n    x-amazon-apigateway-any-method: {{ security: [{{ guard: [] }}], {Integration} }}"),
        ("socket-api-key", FindingLevel.Info, $"{Guard}\npaths:\n  /$connect:\n    x-amazon-apigateway-any-method: {{ security: [{{ key: [] }}], {Integration} }}"),
        ("socket-model", FindingLevel.Error, Route.Replace("any-method: { ", "any-method: { x-amazon-apigateway-request-models: { $default: Pet }, ", StringComparison.Ordinal)),
        ("socket-model-selection", FindingLevel.Warning, Schemas + Route.Replace("any-method: { ", "any-method: { x-amazon-apigateway-request-models: { ping: Pet }, ", StringComparison.Ordinal)),
        ("socket-parameters", FindingLevel.Warning, Route.Replace("any-method: { ", "any-method: { parameters: [{ name: a, in: query }], ", StringComparison.Ordinal)),
        ("socket-parameter", FindingLevel.Warning, Route.Replace("any-method: { ", "any-method: { parameters: [{ name: a, in: cookie }], ", StringComparison.Ordinal)),
        ("api-key-source", FindingLevel.Error, $"x-amazon-apigateway-api-key-source: COOKIE\n{Route}"),
        ("extension", FindingLevel.Warning, $"x-amazon-apigateway-cors: {{}}\n{Route}"),
        ("socket-policy", FindingLevel.Error, $"x-amazon-apigateway-policy: {{ Statement: [] }}\n{Route}"),
        ("integration-value", FindingLevel.Error, Route.Replace("type: http_proxy", "type: http_proxy, passthroughBehavior: perhaps", StringComparison.Ordinal)),
        ("integration-timeout", FindingLevel.Error, Route.Replace("type: http_proxy", "type: http_proxy, timeoutInMillis: 29001", StringComparison.Ordinal)),
    ];

    public static IEnumerable<string> Rules => Cases.Select(given => given.Rule);

    public static TheoryData<string> Names => [.. Rules];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_finds_what_it_is_about(string rule)
    {
        var given = Cases.Single(given => given.Rule == rule);
        var document = Samples.Read($"openapi: 3.0.1\ninfo: {{ title: chat, version: \"1\" }}\n{given.Document}");
        var projection = WebSocketDocument.Project(document, new ProjectionSettings { ApiId = "chat", AwsName = "chat", EndpointType = "REGIONAL" });
        var finding = projection.Findings.FirstOrDefault(finding => finding.Rule == rule);

        Assert.True(finding is not null, string.Join('\n', projection.Findings));
        Assert.Equal((given.Level, given.Level is FindingLevel.Error), (finding.Level, !projection.MayBeDeployed));
        Assert.DoesNotContain("{0}", finding.Message + finding.Remedy, StringComparison.Ordinal);
    }
}
