namespace Portal.Tests.Gateway;

/// <summary>Documents that together say all that an API can have in API Gateway; each is whole after its first two lines are added.</summary>
internal static class OpenApiBodyCases
{
    private const string Mock = "x-amazon-apigateway-integration: {type: MOCK, requestTemplates: {application/json: '{\"statusCode\": 200}'}, responses: {default: {statusCode: 200}}}";

    public static readonly IReadOnlyDictionary<string, string> Documents = new Dictionary<string, string>
    {
        ["one mock"] = "paths: {/: {get: {responses: {'200': {description: OK}}, <mock>}}}",

        ["all methods"] = "paths:\n  /a:\n" + string.Concat(new[] { "get", "put", "post", "delete", "options", "head", "patch", "x-amazon-apigateway-any-method" }
            .Select(method => $"    {method}: {{operationId: {method}A, responses: {{}}, <mock>}}\n")),

        ["empty resources"] = "paths: {/empty/below: {}, /used/below: {get: {<mock>}}, /used: {}, /other: {}}",

        ["greedy proxy"] =
            """
            paths:
              /files/{proxy+}:
                x-amazon-apigateway-any-method:
                  parameters: [{name: proxy, in: path, required: true, schema: {type: string}}]
                  x-amazon-apigateway-integration: {type: http_proxy, httpMethod: any, uri: 'https://${stageVariables.backend}/files/{proxy}'}
            """,

        ["parameters"] =
            """
            paths:
              /a/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                get:
                  parameters:
                  - {name: limit, in: query, schema: {type: integer}}
                  - {name: filter.by, in: query, required: true, schema: {type: string}}
                  - {name: X-Trace, in: header, required: true, schema: {type: string}}
                  <mock>
            """,

        ["models"] =
            """
            paths:
              /a:
                post:
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}, application/vnd.pet+json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                  responses:
                    '200': {description: OK, headers: {X-Rate: {schema: {type: integer}}}, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}
                    '404': {description: None, content: {application/json: {schema: {$ref: '#/components/schemas/Oops'}}}}
                  <mock>
            components:
              schemas:
                Pet: {type: object, required: [name, id], properties: {id: {type: integer}, name: {type: string, minLength: 1.0}, parent: {$ref: '#/components/schemas/Pet'}, kind: {type: string, enum: [cat, dog]}}}
                Oops: {type: object, additionalProperties: {type: string}}
                Unused: {oneOf: [{type: object, properties: {a: {type: string}}}, {type: array, items: {type: number, maximum: 1.50}}]}
            """,

        ["request validators"] =
            """
            x-amazon-apigateway-request-validators: {all: {validateRequestBody: true, validateRequestParameters: true}, body only: {validateRequestBody: true, validateRequestParameters: false}, none: {}}
            x-amazon-apigateway-request-validator: all
            paths: {/a: {get: {<mock>}, put: {x-amazon-apigateway-request-validator: body only, <mock>}}}
            """,

        ["api keys"] =
            """
            x-amazon-apigateway-api-key-source: authorizer
            security: [{key: []}]
            paths: {/a: {get: {<mock>}, put: {security: [], <mock>}}}
            components: {securitySchemes: {key: {type: apiKey, name: X-API-Key, in: header}}}
            """,

        ["token authorizer"] =
            """
            security: [{mine: []}]
            paths: {/a: {get: {<mock>}}}
            components:
              securitySchemes:
                mine:
                  type: apiKey
                  name: X-Token
                  in: header
                  x-amazon-apigateway-authtype: oauth2
                  x-amazon-apigateway-authorizer:
                    type: token
                    authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111111111111:function:auth/invocations
                    authorizerCredentials: arn:aws:iam::111111111111:role/auth
                    identityValidationExpression: '^x-[a-z]+'
                    authorizerResultTtlInSeconds: 60
            """,

        ["request authorizer and a key named like ours"] =
            """
            paths: {/a: {get: {security: [{api_key: [], key: []}], <mock>}, put: {security: [{sigv4: []}], <mock>}}}
            components:
              securitySchemes:
                key: {type: apiKey, name: x-api-key, in: header}
                sigv4: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}
                api_key:
                  type: apiKey
                  name: Unused
                  in: header
                  x-amazon-apigateway-authorizer: {type: request, authorizerUri: 'arn:aws:apigateway:eu-west-1:lambda:path/x', identitySource: 'method.request.header.A, context.identity.sourceIp', authorizerResultTtlInSeconds: 0}
            """,

        ["cognito with scopes"] =
            """
            paths: {/a: {get: {security: [{pool: [z, a]}], <mock>}}}
            components:
              securitySchemes:
                pool:
                  type: apiKey
                  name: Authorization
                  in: header
                  x-amazon-apigateway-authtype: cognito_user_pools
                  x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:111111111111:userpool/b', 'arn:aws:cognito-idp:eu-west-1:111111111111:userpool/a']}
            """,

        ["an authorizer that no method uses"] =
            """
            paths: {/a: {get: {<mock>}}}
            components: {securitySchemes: {spare: {type: apiKey, name: A, in: header, x-amazon-apigateway-authorizer: {type: token, authorizerUri: 'arn:aws:apigateway:x'}}}}
            """,

        ["iam by the operation"] = "paths: {/a: {get: {x-amazon-apigateway-auth: {type: aws_iam}, <mock>}, put: {x-amazon-apigateway-auth: {type: NONE}, <mock>}}}",

        ["http with everything"] =
            """
            paths:
              /a/{id}:
                get:
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: q, in: query, schema: {type: string}}]
                  responses: {'200': {description: OK, headers: {X-Found: {schema: {type: string}}}}, '404': {description: None}, '500': {description: Oops}}
                  x-amazon-apigateway-integration:
                    type: HTTP
                    httpMethod: get
                    uri: https://backend.example.com/{id}/{tenant}
                    connectionType: VPC_LINK
                    connectionId: ${stageVariables.link}
                    credentials: arn:aws:iam::111111111111:role/call
                    timeoutInMillis: 1000
                    passthroughBehavior: Never
                    contentHandling: convert_to_text
                    cacheNamespace: shared
                    cacheKeyParameters: [method.request.querystring.q, method.request.path.id]
                    requestParameters: {integration.request.path.tenant: "'one'", integration.request.querystring.q: method.request.querystring.q, integration.request.header.X-Id: context.requestId}
                    requestTemplates: {application/json: "#set($a = 1)\n{}", application/xml: <a/>}
                    tlsConfig: {insecureSkipVerification: true}
                    responses:
                      default: {statusCode: '200', responseParameters: {method.response.header.X-Found: integration.response.header.X-Found}, responseTemplates: {application/json: "$input.json('$')"}}
                      4\d{2}: {statusCode: 404, contentHandling: CONVERT_TO_BINARY}
                      '5..|boom': {statusCode: 500, responseTemplates: {application/json: ''}}
            """,

        ["lambda proxy"] =
            """
            paths:
              /a:
                post:
                  x-amazon-apigateway-integration:
                    type: aws_proxy
                    httpMethod: POST
                    uri: arn:aws:lambda:eu-west-1:111111111111:function:shop:${stageVariables.alias}
                    responseTransferMode: stream
            """,

        ["an aws service"] =
            """
            paths:
              /a:
                post:
                  responses: {'200': {description: OK}}
                  x-amazon-apigateway-integration:
                    type: aws
                    httpMethod: POST
                    uri: arn:aws:apigateway:eu-west-1:sqs:path/111111111111/queue
                    credentials: arn:aws:iam::111111111111:role/call
                    requestParameters: {integration.request.header.Content-Type: "'application/x-www-form-urlencoded'"}
                    requestTemplates: {application/json: Action=SendMessage&MessageBody=$input.body}
                    responses: {default: {statusCode: '200'}}
            """,

        ["gateway responses"] =
            """
            x-amazon-apigateway-gateway-responses:
              THROTTLED: {statusCode: 429, responseParameters: {gatewayresponse.header.Retry-After: "'1'"}}
              DEFAULT_4XX: {responseTemplates: {application/json: '{"oops":$context.error.messageString}'}}
              INVALID_API_KEY: {statusCode: 401}
            paths: {/a: {get: {<mock>}}}
            """,

        ["policy"] =
            """
            x-amazon-apigateway-policy: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: '*', Action: ['execute-api:Invoke'], Resource: ['execute-api:/*', 'execute-api:/dev/*']}]}
            paths: {/a: {get: {<mock>}}}
            """,

        ["settings of the api"] =
            """
            x-amazon-apigateway-binary-media-types: [image/png, '*/*']
            x-amazon-apigateway-minimum-compression-size: 1024
            servers: [{url: 'https://example.com/v1', x-amazon-apigateway-endpoint-configuration: {disableExecuteApiEndpoint: true}}]
            paths: {/a: {get: {<mock>}}}
            """,

        ["two names for one variable"] =
            """
            x-portal-default-integration: {type: http_proxy, baseUrl: 'https://${stageVariables.backend}/'}
            paths:
              /a/{x}: {get: {}, put: {}}
              /a/{y}/b/{z}: {get: {parameters: [{name: y, in: path, required: true, schema: {type: string}}]}}
            """,

        ["default lambda"] =
            """
            x-portal-default-integration: {type: aws_proxy, functionArn: 'arn:aws:lambda:eu-west-1:111111111111:function:shop', role: 'arn:aws:iam::111111111111:role/call'}
            paths: {/a: {get: {}, put: {}}}
            """,

        ["letters of all kinds"] =
            """
            paths: {/a: {get: {operationId: bücher, <mock>}}}
            x-amazon-apigateway-gateway-responses: {DEFAULT_5XX: {responseTemplates: {text/html: "<b>é\u2028\"\\</b>"}}}
            """,
    };

    public static string Text(string name) => $"openapi: 3.0.1\ninfo: {{title: {name}, version: '1.0', description: About it}}\n{Documents[name].Replace("<mock>", Mock, StringComparison.Ordinal)}";
}
