using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.HttpApis;
using Portal.Server.Catalog.Documents.WebSockets;
using Portal.Server.Gateway;
using Portal.Server.Sync;
using Portal.Tests.Catalog.Documents;

namespace Portal.Tests.Sync.Snippets;

/// <summary>What changes of an HTTP or WebSocket API stands in the files of other tools as resources, and nothing else does.</summary>
public sealed class ApiSnippetTests
{
    private const string Mock = """{ type: mock, requestTemplates: { "200": "{\"statusCode\":200}" }, templateSelectionExpression: "200" }""";

    private static readonly WebSocketApiSpec Chat = Socket($$"""
        components:
          schemas:
            Message: { type: object, properties: { author: { $ref: "#/components/schemas/Person" } } }
            Person: { type: object }
        paths:
          /$connect: { x-amazon-apigateway-any-method: { x-amazon-apigateway-integration: {{Mock}} } }
          /old: { x-amazon-apigateway-any-method: { x-amazon-apigateway-integration: {{Mock}} } }
          /say: { x-amazon-apigateway-any-method: { requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Message" } } } }, x-amazon-apigateway-integration: { type: http_proxy, httpMethod: POST, uri: "https://${stageVariables.backend}/say" } } }
        """);

    private static readonly WebSocketApiSpec Changed = Socket($$"""
        components:
          securitySchemes: { guard: { type: apiKey, name: Unused, in: header, x-amazon-apigateway-authorizer: { type: request, identitySource: route.request.header.Token, authorizerUri: "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:chat/invocations" } } }
          schemas:
            Message: { type: object, required: [author], properties: { author: { $ref: "#/components/schemas/Person" } } }
            Person: { type: object }
        paths:
          /$connect: { x-amazon-apigateway-any-method: { security: [{ guard: [] }], parameters: [{ name: room, in: query, required: true }], x-amazon-apigateway-integration: {{Mock}} } }
          /ask: { x-amazon-apigateway-any-method: { x-amazon-apigateway-route-response: true, x-amazon-apigateway-integration: {{Mock}} } }
          /say: { x-amazon-apigateway-any-method: { requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Message" } } } }, x-amazon-apigateway-integration: { type: http_proxy, httpMethod: POST, uri: "https://${stageVariables.backend}/tell" } } }
        """);

    [Fact]
    public void CloudFormation_has_each_part_that_is_otherwise()
    {
        var text = CloudFormationSnippet.Of(Changed, isGone: false, Chat);

        Assert.Equal(["AuthorizerGuard:", "IntegrationAsk:", "IntegrationSay:", "ModelMessage:", "RouteAsk:", "RouteConnect:", "RouteResponseAsk:"], Resources(text));
        Assert.Contains(
            """
            IntegrationSay:
              Type: AWS::ApiGatewayV2::Integration
              Properties:
                ApiId: !Ref Api
                IntegrationType: "HTTP_PROXY"
                IntegrationMethod: "POST"
                IntegrationUri: "https://${stageVariables.backend}/tell"
                PassthroughBehavior: "WHEN_NO_MATCH"
                TimeoutInMillis: 29000
            """,
            text,
            StringComparison.Ordinal);
        Assert.Contains(
            """
            RouteConnect:
              Type: AWS::ApiGatewayV2::Route
              Properties:
                ApiId: !Ref Api
                RouteKey: "$connect"
                Target: !Sub "integrations/${IntegrationConnect}"
                AuthorizationType: "CUSTOM"
                AuthorizerId: !Ref AuthorizerGuard
                RequestParameters:
                  "route.request.querystring.room":
                    Required: true
            """,
            text,
            StringComparison.Ordinal);
        Assert.Contains("""{"Fn::Sub":"https://apigateway.amazonaws.com/restapis/${Api}/models/Person"}""", text, StringComparison.Ordinal);
        Assert.Contains("# Remove the route old with its integration.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Terraform_has_them_too()
    {
        var text = TerraformSnippet.Of(Changed, isGone: false, Chat);

        Assert.Contains(
            """
            resource "aws_apigatewayv2_integration" "say" {
              api_id = aws_apigatewayv2_api.this.id
              integration_type = "HTTP_PROXY"
              integration_method = "POST"
              integration_uri = "https://$${stageVariables.backend}/tell"
              passthrough_behavior = "WHEN_NO_MATCH"
              timeout_milliseconds = 29000
            }
            """,
            text,
            StringComparison.Ordinal);
        Assert.Contains(
            """
            resource "aws_apigatewayv2_route" "connect" {
              api_id = aws_apigatewayv2_api.this.id
              route_key = "$connect"
              target = "integrations/${aws_apigatewayv2_integration.connect.id}"
              authorization_type = "CUSTOM"
              authorizer_id = aws_apigatewayv2_authorizer.guard.id
              request_parameter {
                request_parameter_key = "route.request.querystring.room"
                required = true
              }
            }
            """,
            text,
            StringComparison.Ordinal);
        Assert.Contains("https://apigateway.amazonaws.com/restapis/${aws_apigatewayv2_api.this.id}/models/Person", text, StringComparison.Ordinal);
        Assert.Contains("resource \"aws_apigatewayv2_route_response\" \"ask\" {", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_as_it_was_is_not_said()
    {
        Assert.Empty(Resources(CloudFormationSnippet.Of(Chat, isGone: false, Chat)));
        Assert.DoesNotContain("resource", string.Join('\n', TerraformSnippet.Of(Chat, isGone: false, Chat).Split('\n').Where(line => line is not ['#', ..])), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_new_is_said_whole()
    {
        var text = CloudFormationSnippet.Of(Chat, isGone: false);

        Assert.Equal(["Api:", "IntegrationConnect:", "IntegrationOld:", "IntegrationSay:", "ModelMessage:", "ModelPerson:", "RouteConnect:", "RouteOld:", "RouteSay:"], Resources(text));
        Assert.Contains("    RouteSelectionExpression: \"$request.body.action\"", text, StringComparison.Ordinal);
        Assert.Contains("    RequestModels:\n      \"$default\": \"Message\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_an_HTTP_API_routes_authorizers_and_CORS_are_said()
    {
        var before = Http("""
            paths:
              /pets: { get: { x-amazon-apigateway-integration: { type: http_proxy, httpMethod: GET, uri: "https://backend.example.com/pets", payloadFormatVersion: "1.0" } } }
              /gone: { get: { x-amazon-apigateway-integration: { type: http_proxy, httpMethod: GET, uri: "https://backend.example.com/gone", payloadFormatVersion: "1.0" } } }
            """);
        var after = Http("""
            x-amazon-apigateway-cors: { allowOrigins: ["https://app.example.com"], allowMethods: [GET], maxAge: 60 }
            components: { securitySchemes: { jwt: { type: oauth2, x-amazon-apigateway-authorizer: { type: jwt, identitySource: $request.header.Authorization, jwtConfiguration: { issuer: "https://id.example.com", audience: [pets] } } } } }
            paths:
              /pets: { get: { security: [{ jwt: [read] }], x-amazon-apigateway-integration: { type: http_proxy, httpMethod: GET, uri: "https://backend.example.com/pets", payloadFormatVersion: "1.0" } } }
              /pets/{id}: { get: { x-amazon-apigateway-integration: { type: http_proxy, httpMethod: GET, uri: "https://backend.example.com/pets/{id}", payloadFormatVersion: "1.0", responseParameters: { "500": { "overwrite:statuscode": "502" } } } } }
            """);
        var (cloudFormation, terraform) = (CloudFormationSnippet.Of(after, isGone: false, before), TerraformSnippet.Of(after, isGone: false, before));

        Assert.Equal(["Api:", "AuthorizerJwt:", "IntegrationGETPetsId:", "RouteGETPets:", "RouteGETPetsId:"], Resources(cloudFormation));
        Assert.Contains("    CorsConfiguration:\n      AllowMethods: [\"GET\"]\n      AllowOrigins: [\"https://app.example.com\"]\n      MaxAge: 60", cloudFormation, StringComparison.Ordinal);
        Assert.Contains("    AuthorizationScopes: [\"read\"]", cloudFormation, StringComparison.Ordinal);
        Assert.Contains("    JwtConfiguration:\n      Audience: [\"pets\"]\n      Issuer: \"https://id.example.com\"", cloudFormation, StringComparison.Ordinal);
        Assert.Contains("    ResponseParameters:\n      \"500\":\n        ResponseParameters: [{\"Source\":\"502\",\"Destination\":\"overwrite:statuscode\"}]", cloudFormation, StringComparison.Ordinal);
        Assert.Contains("# Remove the route GET /gone with its integration.", cloudFormation, StringComparison.Ordinal);
        Assert.Contains("  response_parameters {\n    status_code = \"500\"\n    mappings = {\n      \"overwrite:statuscode\" = \"502\"\n    }\n  }", terraform, StringComparison.Ordinal);
        Assert.Contains("  cors_configuration {\n    allow_methods = [\"GET\"]", terraform, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Resources(string text) => text.Split('\n').Where(line => line is not ['#' or ' ', ..]).Order(StringComparer.Ordinal);

    private static WebSocketApiSpec Socket(string rest) => (WebSocketApiSpec)WebSocketDocument.Project(
        Samples.Read($"openapi: 3.0.1\ninfo: {{ title: chat, version: \"1\" }}\nx-amazon-apigateway-route-selection-expression: $request.body.action\n{rest}"),
        new ProjectionSettings { ApiId = "chat", AwsName = "chat", EndpointType = "REGIONAL" }).Spec!;

    private static HttpApiSpec Http(string rest) => (HttpApiSpec)HttpApiDocument.Project(
        Samples.Read($"openapi: 3.0.1\ninfo: {{ title: pets, version: \"1\" }}\n{rest}"),
        new ProjectionSettings { ApiId = "pets", AwsName = "pets", EndpointType = "REGIONAL" }).Spec!;
}
