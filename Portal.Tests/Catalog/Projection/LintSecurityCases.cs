namespace Portal.Tests.Catalog.Projection;

internal static class LintSecurityCases
{
    private const string Schemes = """
        components:
          securitySchemes:
            key: {type: apiKey, name: X-Api-Key, in: header}
            otherKey: {type: apiKey, name: api-key, in: header}
            queryKey: {type: apiKey, name: x-api-key, in: query}
            bearer: {type: http, scheme: bearer}
            oauth: {type: oauth2, flows: {}}
            openId: {type: openIdConnect, openIdConnectUrl: 'https://a.example'}
            iam: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: AWSSIGV4}
            mine: {type: http, scheme: bearer, x-amazon-apigateway-authorizer: {type: token, authorizerUri: 'arn:aws:x'}}
            pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:x']}}
            checkedBehind: {type: oauth2, flows: {}, x-portal-at-gateway: open}

        """;

    public static readonly LintCase[] All =
    [
        new("security-unknown", Scheme("oauth"), "GET /a, PUT /a", "oauth", Schemes + "security: [{oauth: []}]\npaths: {/a: {get: {MOCK}, put: {MOCK}, post: {security: [], MOCK}}}"),
        new("security-unknown", Scheme("otherKey"), "GET /a", "otherKey", Get("[{otherKey: []}]")),
        new("security-unknown", Scheme("queryKey"), "GET /a", "queryKey", Get("[{queryKey: []}]")),
        new("security-unknown", Scheme("bearer"), "GET /a", "bearer", Get("[{bearer: []}]")),
        new("security-unknown", Scheme("openId"), "GET /a", "openId", Get("[{openId: [x]}]")),

        // A key is no token: that both are demanded does not make one enough.
        new("security-unknown", Scheme("bearer"), "GET /a", "bearer", Get("[{key: [], bearer: []}]")),
        new("security-unknown", "/securityDefinitions/oauth", "GET /a", "oauth",
            "swagger: '2.0'\ninfo: {title: shop-1, version: '1'}\nsecurityDefinitions: {oauth: {type: oauth2}}\npaths: {/a: {get: {security: [{oauth: []}], MOCK}}, /b: {get: {MOCK}}}"),
        new("security-form", "/paths/~1a/get/security", "GET /a", "list", Get("{key: []}")),
        new("security-form", "/paths/~1a/get/security", "GET /a", "list", Get("[key]")),
        new("security-form", "/paths/~1a/get", "GET /a", "list", "security: key\npaths: {/a: {get: {MOCK}}}"),
        new("security-undeclared", "/paths/~1a/get", "GET /a", "nowhere", Get("[{nowhere: []}]")),
        new("security-narrowed", "/paths/~1a/get/security", "GET /a", "oauth", Get("[{oauth: []}, {key: []}]")),
        new("security-all", "/paths/~1a/get/security", "GET /a", "key or mine", Get("[{key: []}, {mine: []}]")),
        new("security-optional", "/paths/~1a/get/security", "GET /a", "an API key", Get("[{key: []}, {}]")),
        new("security-one-authorizer", "/paths/~1a/get/security", "GET /a", "mine, pool", Get("[{mine: [], pool: []}]")),
        new("security-scopes", "/paths/~1a/get/security", "GET /a", "read", Get("[{mine: [read]}]")),
        new("security-open", "/paths/~1a/get", "GET /a", "checkedBehind", Get("[{checkedBehind: []}]")),
        new("security-at-gateway", Scheme("o") + "/x-portal-at-gateway", "", "closed", "components: {securitySchemes: {o: {type: oauth2, x-portal-at-gateway: closed}}}\npaths: {/a: {get: {MOCK}}}"),
        new("authorizer", Scheme("t"), "", "t", Authorizer("type: token")),
        new("authorizer", Scheme("t"), "", "t", Authorizer("type: cognito_user_pools")),
        new("authorizer", Scheme("t"), "", "t", Authorizer("type: request, authorizerUri: 'arn:aws:x'")),
        new("authorizer", Scheme("t"), "", "t", Authorizer("type: token, authorizerUri: 'arn:aws:x', authorizerResultTtlInSeconds: 3601")),
        new("authorizer", Scheme("t"), "", "t", Authorizer("type: jwt, jwtConfiguration: {}")),
        new("authorizers", "/components/securitySchemes", "", "11",
            "components: {securitySchemes: {" + string.Join(", ", "abcdefghijk".Select(name => $"{name}: {{type: apiKey, name: A, in: header, x-amazon-apigateway-authorizer: {{type: token, authorizerUri: 'arn:aws:x'}}}}")) + "}}\npaths: {/a: {get: {MOCK}}}"),
        new("auth-type", "/paths/~1a/get/x-amazon-apigateway-auth", "GET /a", "SECRET", "paths: {/a: {get: {x-amazon-apigateway-auth: {type: secret}, MOCK}}}"),
    ];

    private static string Scheme(string name) => $"/components/securitySchemes/{name}";

    private static string Get(string security) => $"{Schemes}paths: {{/a: {{get: {{security: {security}, MOCK}}}}, /b: {{get: {{MOCK}}}}}}";

    private static string Authorizer(string authorizer) =>
        $"components: {{securitySchemes: {{t: {{type: apiKey, name: A, in: header, x-amazon-apigateway-authorizer: {{{authorizer}}}}}}}}}\npaths: {{/a: {{get: {{MOCK}}}}}}";
}
