namespace Portal.Tests.Catalog.Projection;

internal static class LintDocumentCases
{
    private const string Aws = "x-amazon-apigateway-";

    private const string Rest = "\npaths: {/a: {get: {MOCK}}}";

    public static readonly LintCase[] All =
    [
        new("no-operations", "/paths", "", "nothing to deploy", "paths: {/a: {}}"),
        new("no-operations", "/paths", "", "nothing to deploy", "paths: {/a: {get: {x-portal-leave-out: true}}}"),
        new("title", "/info/title", "", "shop-1", "openapi: 3.0.0\ninfo: {title: My Shop, version: '1'}" + Rest),
        new("version", "/info", "", "info.version", "openapi: 3.0.0\ninfo: {title: shop-1}" + Rest),
        new("servers", "/servers", "", "its own address", "servers: [{url: 'https://a.example/v1'}]" + Rest),
        new("servers", "/servers", "", "basePath", "swagger: '2.0'\ninfo: {title: shop-1, version: '1'}\nhost: a.example\nbasePath: /v1" + Rest),
        new("documentation", "/paths/~1a/get/summary", "GET /a", "summary", "paths: {/a: {get: {summary: Gets, MOCK}}}"),
        new("documentation", "/webhooks", "", "webhooks", "openapi: 3.1.0\ninfo: {title: shop-1, version: '1'}\nwebhooks: {}" + Rest),
        new("extension", $"/{Aws}cors", "", "cors", Aws + "cors: {}" + Rest),
        new("vpc-endpoints", $"/{Aws}endpoint-configuration", "", "vpce-1", Aws + "endpoint-configuration: {vpcEndpointIds: [vpce-1]}" + Rest),
        new("security-policy", $"/{Aws}security-policy", "", "TLS_9", Aws + "security-policy: TLS_9" + Rest),
        new("security-policy-access-mode", $"/{Aws}security-policy", "", "SecurityPolicy_TLS13_1_3_2025_09", Aws + "security-policy: SecurityPolicy_TLS13_1_3_2025_09" + Rest),
        new("endpoint-access-mode", $"/{Aws}endpoint-access-mode", "", "LAX", Aws + "endpoint-access-mode: LAX" + Rest),
        new("api-key-source", $"/{Aws}api-key-source", "", "COOKIE", Aws + "api-key-source: cookie" + Rest),
        new("minimum-compression-size", $"/{Aws}minimum-compression-size", "", "10485761", Aws + "minimum-compression-size: 10485761" + Rest),
        new("binary-media-types", $"/{Aws}binary-media-types", "", "png", Aws + "binary-media-types: [png]" + Rest),
        new("binary-media-types", $"/{Aws}binary-media-types", "", "image/png", Aws + "binary-media-types: image/png" + Rest),
        new("request-validators", $"/{Aws}request-validators", "", "all", Aws + "request-validators: {all: {validateRequestBody: perhaps}}" + Rest),
        new("request-validators", $"/{Aws}request-validators", "", "all", Aws + "request-validators: [all]" + Rest),
        new("gateway-response", $"/{Aws}gateway-responses", "", "TEAPOT", Aws + "gateway-responses: {TEAPOT: {statusCode: 418}}" + Rest),
        new("gateway-response", $"/{Aws}gateway-responses", "", "THROTTLED", Aws + "gateway-responses: {THROTTLED: {responseParameters: {header.X: \"'1'\"}}}" + Rest),
        new("gateway-response", $"/{Aws}gateway-responses", "", "THROTTLED", Aws + "gateway-responses: {THROTTLED: {responseTemplates: {application/json: ''}}}" + Rest),
        new("policy", $"/{Aws}policy", "", "Statement", Aws + "policy: everyone" + Rest),
        new("policy-size", $"/{Aws}policy", "", "8,192", Aws + $"policy: {{Statement: [{{Sid: {new string('x', 8200)}}}]}}" + Rest),
        new("policy-private", "", "", "refuses every call", Rest),
        new("body-size", "", "", "6 MB",
            $"x-portal-default-integration: {{type: mock, status: 200, body: {new string('x', 700_000)}}}\npaths: {{{string.Join(", ", "abcdefghij".Select(name => $"/{name}: {{get: {{}}}}"))}}}"),
    ];
}
