using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.HttpApis;
using Portal.Server.Gateway;
using Portal.Shared.Catalog;
using Portal.Tests.Catalog.Documents;

namespace Portal.Tests.Catalog.Projection;

/// <summary>Whatever of a document an HTTP API does not take is said; what would open a route is an error.</summary>
public sealed class HttpApiDocumentTests
{
    private const string Proxy = "x-amazon-apigateway-integration: { type: http_proxy, httpMethod: GET, uri: \"https://backend.example.com\" }";

    private const string Token = "token: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authorizer: { type: token, authorizerUri: \"arn:aws:x\" } }";

    [Theory]
    [InlineData("http-policy", FindingLevel.Error, "x-amazon-apigateway-policy: { Statement: [] }")]
    [InlineData("extension", FindingLevel.Warning, "x-amazon-apigateway-gateway-responses: {}")]
    [InlineData("extension", FindingLevel.Warning, "x-amazon-apigateway-api-key-source: AUTHORIZER")]
    [InlineData("extension", FindingLevel.Warning, "x-amazon-apigateway-binary-media-types: [image/png]")]
    [InlineData("http-request-validator", FindingLevel.Warning, "x-amazon-apigateway-request-validator: all")]
    [InlineData("http-models", FindingLevel.Info, "components: { schemas: { Pet: { type: object } } }")]
    [InlineData("http-cors", FindingLevel.Error, "x-amazon-apigateway-cors: { allowCredentials: true, allowOrigins: [\"*\"] }")]
    public void What_the_document_says_as_a_whole_is_found(string rule, FindingLevel level, string root) =>
        Assert.Contains(Of($"{root}\npaths:\n  /a:\n    get: {{ {Proxy} }}").Findings, finding => (finding.Rule, finding.Level) == (rule, level));

    [Theory]
    [InlineData("http-mock", FindingLevel.Error, "type: mock")]
    [InlineData("integration-type", FindingLevel.Error, "type: aws, httpMethod: POST, uri: \"arn:aws:apigateway:eu-west-1:sqs:path/1/q\"")]
    [InlineData("integration-type", FindingLevel.Error, "type: http, httpMethod: GET, uri: \"https://backend.example.com\"")]
    [InlineData("integration-method", FindingLevel.Error, "type: http_proxy, uri: \"https://backend.example.com\"")]
    [InlineData("integration-uri", FindingLevel.Error, "type: http_proxy, httpMethod: GET, uri: backend.example.com")]
    [InlineData("integration-uri-variable", FindingLevel.Error, "type: http_proxy, httpMethod: GET, uri: \"https://backend.example.com/{id}\"")]
    [InlineData("integration-timeout", FindingLevel.Error, "type: http_proxy, httpMethod: GET, uri: \"https://backend.example.com\", timeoutInMillis: 30001")]
    [InlineData("integration-connection", FindingLevel.Error, "type: http_proxy, httpMethod: GET, uri: \"https://backend.example.com\", connectionType: VPC_LINK")]
    [InlineData("http-payload-value", FindingLevel.Error, "type: http_proxy, httpMethod: GET, uri: \"https://backend.example.com\", payloadFormatVersion: \"2.0\"")]
    [InlineData("http-payload", FindingLevel.Info, "type: aws_proxy, uri: \"arn:aws:lambda:eu-west-1:123456789012:function:f\"")]
    [InlineData("http-subtype", FindingLevel.Error, "type: aws_proxy, integrationSubtype: SQS-SendMessage")]
    [InlineData("http-mapping", FindingLevel.Error, "type: http_proxy, httpMethod: GET, uri: \"https://backend.example.com\", requestParameters: { integration.request.header.x: method.request.body }")]
    [InlineData("http-mapping-converted", FindingLevel.Info, "type: http_proxy, httpMethod: GET, uri: \"https://backend.example.com\", requestParameters: { integration.request.header.x: method.request.header.y }")]
    [InlineData("http-integration-dropped", FindingLevel.Info, "type: http_proxy, httpMethod: GET, uri: \"https://backend.example.com\", passthroughBehavior: never")]
    [InlineData("http-integration-lost", FindingLevel.Warning, "type: http_proxy, httpMethod: GET, uri: \"https://backend.example.com\", responseTransferMode: STREAM")]
    public void What_an_integration_says_is_found(string rule, FindingLevel level, string integration)
    {
        var projection = Of($"paths:\n  /a:\n    get: {{ x-amazon-apigateway-integration: {{ {integration} }} }}");

        Assert.Contains(projection.Findings, finding => (finding.Rule, finding.Level) == (rule, level) && finding.Operations.Contains("GET /a"));
        Assert.Equal(level is not FindingLevel.Error, projection.MayBeDeployed);
    }

    [Theory]
    [InlineData("http-api-key", "{ key: [] }")]
    [InlineData("security-unknown", "{ basic: [] }")]
    [InlineData("security-undeclared", "{ nowhere: [] }")]
    [InlineData("security-unknown", "{ token: [] }")]
    public void A_route_is_never_opened_silently(string rule, string way)
    {
        var projection = Secured(way);

        Assert.Contains(projection.Findings, finding => finding.Rule == rule && finding.Level is FindingLevel.Error);
        Assert.False(projection.MayBeDeployed);
    }

    [Fact]
    public void A_key_beside_an_authorizer_is_not_demanded()
    {
        var projection = Secured("{ key: [], jwt: [pets.read] }");

        Assert.Contains(projection.Findings, finding => (finding.Rule, finding.Level) == ("http-api-key-too", FindingLevel.Warning));
        var route = ((HttpApiSpec)projection.Spec!).Routes["GET /a"];
        Assert.Equal(("JWT", "jwt", "pets.read"), (route.AuthorizationType, route.Authorizer, Assert.Single(route.AuthorizationScopes)));
    }

    [Theory]
    [InlineData("/a{id}", "path-characters")]
    [InlineData("/{all+}/b", "path-characters")]
    public void A_path_is_refused_that_API_Gateway_would_refuse(string path, string rule) =>
        Assert.Contains(Of($"paths:\n  {path}:\n    get: {{ {Proxy} }}").Findings, finding => finding.Rule == rule && finding.Level is FindingLevel.Error);

    [Fact]
    public void Two_paths_that_differ_in_their_variables_names_are_one_route() =>
        Assert.Contains(Of($"paths:\n  /{{a}}:\n    get: {{ {Proxy} }}\n  /{{b}}:\n    get: {{ {Proxy} }}").Findings, finding => finding.Rule is "path-duplicate");

    [Fact]
    public void Mappings_of_REST_APIs_are_written_anew()
    {
        var projection = Of("""
            paths:
              /pets/{petId}:
                get:
                  x-amazon-apigateway-integration:
                    type: http_proxy
                    httpMethod: GET
                    uri: https://backend.example.com/{petId}
                    requestParameters:
                      integration.request.path.petId: method.request.path.petId
                      integration.request.header.X-Trace: method.request.header.X-Trace
                      integration.request.querystring.fixed: "'yes'"
                      integration.request.header.X-Stage: stageVariables.name
            """);

        Assert.True(projection.MayBeDeployed, string.Join('\n', projection.Findings));
        Assert.Equal(
            new Dictionary<string, string> { ["overwrite:header.X-Stage"] = "$stageVariables.name", ["overwrite:header.X-Trace"] = "$request.header.X-Trace", ["overwrite:querystring.fixed"] = "yes" },
            ((HttpApiSpec)projection.Spec!).Routes["GET /pets/{petId}"].Integration!.RequestParameters);
    }

    [Fact]
    public void A_default_integration_serves_whatever_no_route_takes()
    {
        var projection = Of("x-portal-default-integration: { type: http_proxy, baseUrl: \"https://backend.example.com/v1/\" }\npaths:\n  /$default:\n    x-amazon-apigateway-any-method: {}\n  /pets/{all+}:\n    get: {}");

        Assert.True(projection.MayBeDeployed, string.Join('\n', projection.Findings));
        var routes = ((HttpApiSpec)projection.Spec!).Routes;
        Assert.Equal("https://backend.example.com/v1", routes["$default"].Integration!.Uri);
        Assert.Equal("https://backend.example.com/v1/pets/{all}", routes["GET /pets/{all+}"].Integration!.Uri);
    }

    [Fact]
    public void Nothing_to_deploy_is_said() => Assert.Contains(Of("paths: {}").Findings, finding => finding.Rule is "no-operations");

    private static Server.Catalog.Documents.Projection Secured(string way) => Of($$"""
        components:
          securitySchemes:
            key: { type: apiKey, name: x-api-key, in: header }
            basic: { type: http, scheme: basic }
            {{(way.Contains("token", StringComparison.Ordinal) ? Token : "# none")}}
            jwt: { type: oauth2, flows: {}, x-amazon-apigateway-authorizer: { type: jwt, identitySource: $request.header.Authorization, jwtConfiguration: { issuer: "https://issuer.example.com", audience: [shop] } } }
        paths:
          /a:
            get: { security: [{{way}}], {{Proxy}} }
        """);

    private static Server.Catalog.Documents.Projection Of(string text) => HttpApiDocument.Project(
        Samples.Read("openapi: 3.0.1\ninfo: { title: light, version: \"1\" }\n" + text), new ProjectionSettings { ApiId = "light", AwsName = "light", EndpointType = "REGIONAL" });
}
