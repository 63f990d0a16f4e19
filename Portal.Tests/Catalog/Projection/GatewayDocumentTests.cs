using Portal.Shared.Catalog;
using Portal.Tests.Gateway;

namespace Portal.Tests.Catalog.Projection;

/// <summary>What becomes of an operation.</summary>
public sealed class GatewayDocumentTests
{
    private const string Head = "openapi: 3.0.1\ninfo: {title: shop-1, version: '1'}\nx-portal-default-integration: {type: mock, status: 204}\n";

    private const string Proxy = "openapi: 3.0.1\ninfo: {title: shop-1, version: '1'}\nx-portal-default-integration: {type: http_proxy, baseUrl: 'https://${stageVariables.backend}/v1'}\n";

    [Fact]
    public void It_is_a_pure_function()
    {
        const string text = Head + "paths: {/a: {get: {}}}";

        Assert.Equal(Projected.Spec(text).Text, Projected.Spec(text).Text);
    }

    [Fact]
    public void A_default_mock_declares_what_it_answers()
    {
        var method = Projected.Spec(Head + "paths: {/a: {get: {responses: {'200': {description: OK}}}}}").Methods["GET /a"];

        Assert.Equal(["200", "204"], method.Responses.Keys);
        Assert.Equal("""{"statusCode": 204}""", method.Integration!.RequestTemplates["application/json"]);
        Assert.Null(method.Integration.Responses["204"].SelectionPattern);
    }

    [Fact]
    public void A_default_proxy_calls_the_same_path_and_maps_its_variables()
    {
        var spec = Projected.Spec(Proxy + "paths: {'/a/{id}/{rest+}': {get: {}, x-amazon-apigateway-any-method: {}}}");
        var (get, any) = (spec.Methods["GET /a/{id}/{rest+}"], spec.Methods["ANY /a/{id}/{rest+}"]);

        Assert.Equal("https://${stageVariables.backend}/v1/a/{id}/{rest}", get.Integration!.Uri);
        Assert.Equal("method.request.path.rest", get.Integration.RequestParameters["integration.request.path.rest"]);
        Assert.True(get.RequestParameters["method.request.path.rest"]);
        Assert.Equal(("GET", "ANY"), (get.Integration.HttpMethod, any.Integration!.HttpMethod));
    }

    [Fact]
    public void A_renamed_variable_reaches_the_backend_under_its_own_name()
    {
        var method = Projected.Spec(Proxy + "paths: {'/a/{x}': {get: {}, put: {}}, '/a/{y}/b': {get: {parameters: [{name: y, in: path, required: true}]}}}").Methods["GET /a/{x}/b"];

        Assert.Equal(["method.request.path.x"], method.RequestParameters.Keys);
        Assert.Equal("https://${stageVariables.backend}/v1/a/{y}/b", method.Integration!.Uri);
        Assert.Equal("method.request.path.x", method.Integration.RequestParameters["integration.request.path.y"]);
    }

    [Fact]
    public void A_function_is_invoked_in_its_own_region_and_partition()
    {
        var integration = Projected.Spec("""
            openapi: 3.0.1
            info: {title: shop-1, version: '1'}
            x-portal-default-integration: {type: aws_proxy, functionArn: 'arn:aws-cn:lambda:cn-north-1:111111111111:function:shop', role: 'arn:aws-cn:iam::111111111111:role/r'}
            paths: {/a: {get: {}}}
            """).Methods["GET /a"].Integration!;

        Assert.Equal("arn:aws-cn:apigateway:cn-north-1:lambda:path/2015-03-31/functions/arn:aws-cn:lambda:cn-north-1:111111111111:function:shop/invocations", integration.Uri);
        Assert.Equal(("POST", "AWS_PROXY", "arn:aws-cn:iam::111111111111:role/r"), (integration.HttpMethod, integration.Type, integration.Credentials));
    }

    [Fact]
    public void An_operation_with_its_own_parameter_hides_its_paths()
    {
        var method = Projected.Spec(Head + """
            paths:
              /a:
                parameters: [{name: q, in: query, required: true}, {$ref: '#/components/parameters/H'}]
                get: {parameters: [{name: q, in: query}]}
            components: {parameters: {H: {name: X-H, in: header, required: true}}}
            """).Methods["GET /a"];

        Assert.Equal([new("method.request.header.X-H", true), new("method.request.querystring.q", false)], method.RequestParameters);
    }

    [Theory]
    [InlineData("[{key: []}]", "NONE", null, true)]
    [InlineData("[]", "NONE", null, false)]
    [InlineData("[{iam: []}]", "AWS_IAM", null, false)]
    [InlineData("[{mine: []}]", "CUSTOM", "mine", false)]
    [InlineData("[{mine: [], key: []}]", "CUSTOM", "mine", true)]
    [InlineData("[{pool: [a]}]", "COGNITO_USER_POOLS", "pool", false)]
    [InlineData("[{byKey: []}]", "NONE", null, true)]
    [InlineData("[{byKey: [], mine: []}]", "CUSTOM", "mine", true)]
    [InlineData("[{behind: []}]", "NONE", null, false)]
    [InlineData("[{behind: []}, {key: []}]", "NONE", null, true)]
    [InlineData("[{strange: []}, {key: []}]", "NONE", null, true)]
    [InlineData("[{strange: []}, {}]", "NONE", null, false)]
    public void What_a_document_demands_is_demanded(string security, string type, string? authorizer, bool key)
    {
        var method = Projected.Spec(Head + $$"""
            paths: {/a: {get: {security: {{security}} } } }
            components:
              securitySchemes:
                key: {type: apiKey, name: x-api-key, in: header}
                iam: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}
                mine: {type: http, scheme: bearer, x-amazon-apigateway-authorizer: {type: token, authorizerUri: 'arn:aws:x'} }
                pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:x']} }
                byKey: {type: oauth2, flows: {}, x-portal-at-gateway: api-key}
                behind: {type: oauth2, flows: {}, x-portal-at-gateway: open}
                strange: {type: oauth2, flows: {} }
            """).Methods["GET /a"];

        Assert.Equal((type, authorizer, key), (method.AuthorizationType, method.Authorizer, method.ApiKeyRequired));
    }

    [Theory]
    [InlineData("NONE", "NONE")]
    [InlineData("aws_iam", "AWS_IAM")]
    public void An_operation_may_say_for_itself_what_guards_it(string auth, string type)
    {
        var method = Projected.Spec(Head + $$"""
            security: [{oauth: []}]
            paths: {/a: {get: {x-amazon-apigateway-auth: {type: {{auth}} } } } }
            components: {securitySchemes: {oauth: {type: oauth2, flows: {} } } }
            """).Methods["GET /a"];

        Assert.Equal(type, method.AuthorizationType);
    }

    [Fact]
    public void Swagger_says_the_same_as_what_followed_it()
    {
        var old = Projected.Spec("""
            swagger: '2.0'
            info: {title: shop-1, version: '1'}
            x-portal-default-integration: {type: mock}
            consumes: [application/json]
            produces: [application/json]
            parameters: {Limit: {name: limit, in: query, type: integer, required: true}}
            responses: {Oops: {description: Oops, schema: {$ref: '#/definitions/Error'}}}
            definitions: {Pet: {type: object, properties: {parent: {$ref: '#/definitions/Pet'}}}, Error: {type: object}}
            securityDefinitions: {key: {type: apiKey, name: x-api-key, in: header}}
            security: [{key: []}]
            paths:
              /pets/{id}:
                parameters: [{name: id, in: path, required: true, type: string}]
                post:
                  operationId: make
                  parameters: [{$ref: '#/parameters/Limit'}, {name: body, in: body, schema: {$ref: '#/definitions/Pet'}}]
                  responses: {'200': {description: OK, headers: {X-Rate: {type: integer}}, schema: {type: array, items: {$ref: '#/definitions/Pet'}}}, '400': {$ref: '#/responses/Oops'}}
            """);
        var now = Projected.Spec("""
            openapi: 3.0.3
            info: {title: shop-1, version: '1'}
            x-portal-default-integration: {type: mock}
            security: [{key: []}]
            paths:
              /pets/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                post:
                  operationId: make
                  parameters: [{$ref: '#/components/parameters/Limit'}]
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                  responses:
                    '200': {description: OK, headers: {X-Rate: {schema: {type: integer}}}, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}
                    '400': {$ref: '#/components/responses/Oops'}
            components:
              parameters: {Limit: {name: limit, in: query, required: true, schema: {type: integer}}}
              responses: {Oops: {description: Oops, content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}}}}
              schemas: {Pet: {type: object, properties: {parent: {$ref: '#/components/schemas/Pet'}}}, Error: {type: object}}
              securitySchemes: {key: {type: apiKey, name: x-api-key, in: header}}
            """);

        Assert.Equal(now.Text, old.Text);
    }

    [Fact]
    public void An_integration_is_read_as_aws_writes_it()
    {
        var integration = Projected.Spec(OpenApiBodyCases.Text("http with everything")).Methods["GET /a/{id}"].Integration!;

        Assert.Equal(("HTTP", "GET", "VPC_LINK", "NEVER", "CONVERT_TO_TEXT", 1000, true), (integration.Type, integration.HttpMethod, integration.ConnectionType, integration.PassthroughBehavior, integration.ContentHandling, integration.TimeoutInMillis, integration.InsecureSkipVerification));
        Assert.Equal(["200", "404", "500"], integration.Responses.Keys);
        Assert.Equal([null, """4\d{2}""", "5..|boom"], integration.Responses.Values.Select(response => response.SelectionPattern));
        Assert.Equal("method.request.path.id", integration.RequestParameters["integration.request.path.id"]);
        Assert.Equal("'one'", integration.RequestParameters["integration.request.path.tenant"]);
    }

    [Fact]
    public void Paths_without_operations_are_resources_with_those_above_them()
    {
        Assert.Equal(["/empty", "/empty/below", "/other"], Projected.Spec(OpenApiBodyCases.Text("empty resources")).EmptyResources);
    }

    [Fact]
    public void Errors_come_first_and_stand_in_the_way()
    {
        var projection = Projected.Of("openapi: 3.0.1\ninfo: {title: Shop, version: '1'}\npaths: {/a: {get: {summary: A}}, /b: {get: {x-amazon-apigateway-integration: {type: mock}}}}");

        Assert.Equal(projection.Findings.OrderByDescending(finding => finding.Level), projection.Findings);
        Assert.Equal(FindingLevel.Error, projection.Findings[0].Level);
        Assert.Equal(["GET /b"], projection.Spec!.RouteKeys);
        Assert.False(projection.MayBeDeployed);
    }

    [Fact]
    public void What_no_reader_foresees_is_dropped_or_found_and_throws_nothing()
    {
        var projection = Projected.Of("""
            openapi: 3.0.1
            info: {title: 7, description: [x]}
            security: maybe
            servers: 5
            x-amazon-apigateway-gateway-responses: [1]
            x-amazon-apigateway-request-validators: yes
            x-portal-default-integration: 3
            components: {schemas: {A: 5, B: [x], C: {type: 9, properties: 1, required: x, allOf: {}, enum: 1, items: 3}}, securitySchemes: {s: 1}}
            paths:
              /a:
                parameters: x
                get: {parameters: [1, {in: query}, {name: 3, in: query}], requestBody: x, responses: [x], security: [1, {s: x}], operationId: 4, x-amazon-apigateway-integration: 7, x-amazon-apigateway-auth: 1}
                put: {requestBody: {content: {application/json: {schema: 4}}}, responses: {'200': 5, '300': {headers: 3, content: 9}}, x-amazon-apigateway-integration: {type: http, uri: 5, requestParameters: x, responses: {default: 4}, timeoutInMillis: []}}
                post: {responses: null, x-amazon-apigateway-integration: {type: mock, cacheKeyParameters: 5, tlsConfig: 4, requestTemplates: {a: null}}}
            """);

        Assert.NotEmpty(projection.Findings);
        Assert.NotNull(projection.Findings.FirstOrDefault(finding => finding.Operations.Contains("PUT /a")));
    }
}
