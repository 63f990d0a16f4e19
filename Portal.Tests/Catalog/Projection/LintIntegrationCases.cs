namespace Portal.Tests.Catalog.Projection;

internal static class LintIntegrationCases
{
    private const string At = "/paths/~1a/get/x-amazon-apigateway-integration";

    public static readonly LintCase[] All =
    [
        new("integration-missing", "/paths/~1a/get", "GET /a, PUT /a", "no integration", "paths: {/a: {get: {}, put: {}}, /b: {get: {MOCK}}}"),
        new("integration-default", "/paths/~1a/get", "GET /a", "", "x-portal-default-integration: {type: magic}\npaths: {/a: {get: {}}, /b: {get: {MOCK}}}"),
        new("integration-default", "/paths/~1a/get", "GET /a", "", "x-portal-default-integration: {type: aws_proxy, functionArn: 'arn:aws:s3:::bucket'}\npaths: {/a: {get: {}}}"),
        Of("integration-type", At, "soap", "type: soap"),
        Of("integration-type", At, "none", "uri: 'https://a.example'"),
        new("integration-type", At, "GET /a", "none", "paths: {/a: {get: {x-amazon-apigateway-integration: mock}}}"),
        Of("integration-method", At, "", "type: http, uri: 'https://a.example'"),
        Of("integration-lambda-method", At, "GET", "type: aws_proxy, httpMethod: GET, uri: 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111111111111:function:f/invocations'"),
        Of("integration-lambda-arn", At, "", "type: aws_proxy, httpMethod: POST, uri: 'arn:aws:lambda:eu-west-1:111111111111:function:f'"),
        Of("integration-uri", At + "/uri", "ftp://a.example", "type: http_proxy, httpMethod: GET, uri: 'ftp://a.example'"),
        Of("integration-uri", At + "/uri", "none", "type: http_proxy, httpMethod: GET"),
        Of("integration-uri", At + "/uri", "stageVariables.url", "type: http_proxy, httpMethod: GET, uri: '${stageVariables.url}/a'"),
        Of("integration-uri-aws", At + "/uri", "not-an-arn", "type: aws, httpMethod: POST, uri: not-an-arn"),
        Of("integration-uri-aws", At + "/uri", "sqs", "type: aws_proxy, httpMethod: POST, uri: 'arn:aws:apigateway:eu-west-1:sqs:path/1/q'"),
        Of("integration-uri-variable", At + "/uri", "id", "type: http_proxy, httpMethod: GET, uri: 'https://a.example/{id}'"),
        Of("aws-variables", At + "/uri", "", "type: aws, httpMethod: POST, uri: 'arn:aws:apigateway:${AWS::Region}:sqs:path/1/q'"),
        Of("integration-target", At + "/integrationTarget", "arn:aws:elasticloadbalancing:x", "type: http_proxy, httpMethod: GET, uri: 'https://a.example', connectionType: VPC_LINK, connectionId: x, integrationTarget: 'arn:aws:elasticloadbalancing:x'"),
        Of("integration-target", At + "/integrationTarget", "loadbalancer/app/a/1", "type: http_proxy, httpMethod: GET, uri: 'https://a.example', integrationTarget: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/a/1'"),
        Of("integration-connection", At, "", "type: http_proxy, httpMethod: GET, uri: 'https://a.example', connectionType: vpc_link"),
        Of("integration-credentials", At + "/credentials", "", "type: mock, credentials: me"),
        Of("integration-timeout", At + "/timeoutInMillis", "49", "type: mock, timeoutInMillis: 49"),
        Of("integration-timeout", At + "/timeoutInMillis", "soon", "type: mock, timeoutInMillis: soon"),
        Of("integration-timeout-long", At + "/timeoutInMillis", "60000", "type: mock, timeoutInMillis: 60000"),
        Of("integration-value", At + "/passthroughBehavior", "sometimes", "type: mock, passthroughBehavior: sometimes"),
        Of("integration-value", At + "/uri", "uri", "type: http, httpMethod: GET, uri: {'Fn::Sub': x}"),
        Of("integration-streaming", At, "", "type: mock, responseTransferMode: STREAM"),
        Of("integration-mapping", At + "/requestParameters/integration.request.header.X", "method.request.querystring.q", "type: mock, requestParameters: {integration.request.header.X: method.request.querystring.q}"),
        Of("integration-mapping", At + "/requestParameters/integration.request.header.X", "plain", "type: mock, requestParameters: {integration.request.header.X: plain}"),
        Of("integration-mapping", At + "/requestParameters/header.X", "header.X", "type: mock, requestParameters: {header.X: \"'a'\"}"),
        Of("integration-mapping", At + "/responses/default/responseParameters/X", "X", "type: mock, responses: {default: {statusCode: 200, responseParameters: {X: \"'a'\"}}}"),
        Of("integration-cache-key", At + "/cacheKeyParameters", "method.request.header.X", "type: mock, cacheKeyParameters: [method.request.header.X]"),
        Of("integration-not-text", At + "/requestParameters", "integration.request.header.nothing", "type: mock, requestParameters: {integration.request.header.nothing: true}"),
        Of("integration-no-answers", At, "500", "type: mock"),
        Of("integration-status", At + "/responses/default", "default", "type: mock, responses: {default: {statusCode: 2000}}"),
        Of("integration-status", At + "/responses/default", "default", "type: mock, responses: {default: {}}"),
        Of("integration-pattern", At + "/responses/4(", "4(", "type: mock, responses: {'4(': {statusCode: 400}}"),
        Of("integration-status-twice", At + "/responses/5..", "400", "type: mock, responses: {4..: {statusCode: 400}, 5..: {statusCode: 400}}"),
        Of("integration-http-api", At, "payloadFormatVersion", "type: mock, payloadFormatVersion: '2.0'"),
    ];

    private static LintCase Of(string rule, string pointer, string says, string integration) =>
        new(rule, pointer, "GET /a", says, $"paths: {{/a: {{get: {{x-amazon-apigateway-integration: {{{integration}}}}}}}, /b: {{get: {{MOCK}}}}}}");
}
