using System.Globalization;
using Portal.Server.Catalog.Documents;

namespace Portal.Tests.Catalog.Projection;

internal static class LintPathCases
{
    private static readonly string Several = new CorsPreflight { AllowOrigins = ["https://a.example", "https://b.example"], AllowMethods = ["GET"] }.Write(new OpenApiVersion(OpenApiDialect.OpenApi30, "3.0.0"), isOpen: false).ToJsonString();

    public static readonly LintCase[] All =
    [
        new("path-characters", "/paths/~1a#b/get", "GET /a#b, PUT /a#b", "/a#b", "paths: {'/a#b': {get: {MOCK}, put: {MOCK}}, /ok: {get: {MOCK}}}"),
        new("path-characters", "/paths/~1{a b}/get", "GET /{a b}", "", "paths: {'/{a b}': {get: {MOCK}}}"),
        new("path-characters", "/paths/~1é/get", "GET /é", "", "paths: {/é: {get: {MOCK}}}"),
        new("path-characters", "/paths/~1a b/x-amazon-apigateway-any-method", "ANY /a b", "", "paths: {/a b: {x-amazon-apigateway-any-method: {MOCK}}}"),
        new("path-partial-parameter", "/paths/~1a.{b}/get", "GET /a.{b}", "/a.{b}", "paths: {'/a.{b}': {get: {MOCK}}}"),
        new("path-partial-parameter", "/paths/~1{a}-{b}/get", "GET /{a}-{b}", "", "paths: {'/{a}-{b}': {get: {MOCK}}}"),
        new("path-greedy", "/paths/~1{p+}~1b/get", "GET /{p+}/b", "", "paths: {'/{p+}/b': {get: {MOCK}}}"),
        new("path-parameter-renamed", "/paths/~1a~1{y}~1c/get", "GET /a/{y}/c", "{y} is {x} below /a", "paths: {'/a/{x}/b': {get: {MOCK}}, '/a/{y}/c': {get: {MOCK}}}"),
        new("path-parameter-renamed", "/paths/~1a~1{x}/get", "GET /a/{x}", "{x} is {y}", "paths: {'/a/{x}': {get: {MOCK}}, '/a/{y}/b': {get: {MOCK}, put: {MOCK}}}"),
        new("path-siblings", "/paths/~1a~1{p+}/get", "GET /a/{p+}", "{p+}", "paths: {'/a/{x}': {get: {MOCK}}, '/a/{p+}': {get: {MOCK}}}"),
        new("path-siblings", "/paths/~1{x}~1{y}/get", "GET /{x}/{y}", "", "paths: {'/{y}': {get: {MOCK}, put: {MOCK}}, '/{x}/{y}': {get: {MOCK}}}"),
        new("path-siblings", "/paths/~1{y}~1b/get", "GET /{y}/b", "",
            "paths: {'/{x}': {get: {MOCK}, put: {MOCK}}, '/{y}/b': {get: {x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, uri: 'arn:aws:lambda:eu-west-1:111111111111:function:f'}}}}"),
        new("path-duplicate", "/paths/~1a~1{y}/get", "GET /a/{y}", "GET /a/{x}", "paths: {'/a/{x}': {get: {MOCK}}, '/a/{y}': {get: {MOCK}}}"),
        new("path-duplicate", "/paths/~1a~1/get", "GET /a/", "GET /a", "paths: {/a: {get: {MOCK}}, /a/: {get: {MOCK}}}"),
        new("path-slashes", "/paths/~1a~1~1b~1/get", "GET /a//b/", "/a//b/", "paths: {/a//b/: {get: {MOCK}}}"),
        new("path-empty", "/paths/~1a#b", "", "/a#b", "paths: {'/a#b': {}, /a: {get: {MOCK}}}"),
        new("method-refused", "/paths/~1a/trace", "TRACE /a", "TRACE", "paths: {/a: {trace: {MOCK}}}"),
        new("left-out", "/paths/~1a/get", "GET /a", "", "paths: {/a: {get: {x-portal-leave-out: true}, put: {MOCK}}}"),
        new("operation-id", "/paths/~1b/get/operationId", "GET /b", "same", "paths: {/a: {get: {operationId: same, MOCK}}, /b: {get: {operationId: same, MOCK}}}"),
        new("origins", "/paths/~1a/get", "GET /a", "caller's", $"paths: {{/a: {{get: {{MOCK}}, options: {Several}}}}}"),
        new("origins-of-backend", "/paths/~1a/get", "GET /a", "backend", $"paths: {{/a: {{get: {{x-amazon-apigateway-integration: {{type: http_proxy, httpMethod: GET, uri: 'https://a.example'}}}}, options: {Several}}}}}"),
        new("resources", "/paths", "", "302", "paths: {" + string.Join(", ", Enumerable.Range(1, 301).Select(number => string.Create(CultureInfo.InvariantCulture, $"/r{number}: {{get: {{MOCK}}}}"))) + "}"),
    ];
}
