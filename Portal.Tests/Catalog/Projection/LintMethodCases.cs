namespace Portal.Tests.Catalog.Projection;

internal static class LintMethodCases
{
    public static readonly LintCase[] All =
    [
        new("parameter-cookie", "/paths/~1a/get/parameters/0", "GET /a", "session", "paths: {/a: {get: {parameters: [{name: session, in: cookie, required: true}], MOCK}}}"),
        new("parameter-name", "/paths/~1a/get/parameters/0", "GET /a", "filter[x]", "paths: {/a: {get: {parameters: [{name: 'filter[x]', in: query}], MOCK}}}"),
        new("parameter-twice", "/paths/~1a~1{id}/get/parameters/0", "GET /a/{id}", "id", "paths: {'/a/{id}': {get: {parameters: [{name: id, in: query}, {name: id, in: path, required: true}], MOCK}}}"),
        new("parameter-twice-required", "/paths/~1a/get/parameters/1", "GET /a", "id", "paths: {/a: {get: {parameters: [{name: id, in: query}, {name: id, in: header, required: true}], MOCK}}}"),
        new("parameter-undeclared", "/paths/~1a~1{id}/get", "GET /a/{id}", "id", "paths: {'/a/{id}': {get: {MOCK}}}"),
        new("parameter-not-in-path", "/paths/~1a/get/parameters/0", "GET /a", "id", "paths: {/a: {get: {parameters: [{name: id, in: path, required: true}], MOCK}}}"),
        new("parameter-values", "/paths/~1a/get/parameters/0", "GET /a", "", "paths: {/a: {get: {parameters: [{name: id, in: query, schema: {type: string, enum: [a]}}], MOCK}}}"),
        new("response-default", "/paths/~1a/get/responses/default", "GET /a", "", "paths: {/a: {get: {responses: {default: {description: Oops}}, MOCK}}}"),
        new("response-range", "/paths/~1a/get/responses/4XX", "GET /a", "4XX", "paths: {/a: {get: {responses: {4XX: {description: Oops}}, MOCK}}}"),
        new("response-status", "/paths/~1a/get/responses/OK", "GET /a", "OK", "paths: {/a: {get: {responses: {OK: {description: Fine}}, MOCK}}}"),
        new("response-header", "/paths/~1a/get/responses/200", "GET /a", "a b", "paths: {/a: {get: {responses: {'200': {description: OK, headers: {a b: {}}}}, MOCK}}}"),
        new("response-undeclared", "/paths/~1a/get/responses", "GET /a", "404",
            "paths: {/a: {get: {x-amazon-apigateway-integration: {type: mock, responses: {default: {statusCode: 404, responseParameters: {method.response.header.X: \"'1'\"}}}}}}}"),
        new("validator-unknown", "/paths/~1a/get/x-amazon-apigateway-request-validator", "GET /a", "all", "paths: {/a: {get: {x-amazon-apigateway-request-validator: all, MOCK}}}"),
        new("validator-unknown", "/paths/~1a/get", "GET /a", "all", "x-amazon-apigateway-request-validator: all\npaths: {/a: {get: {MOCK}}}"),
    ];
}
