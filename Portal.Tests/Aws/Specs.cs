using System.Text.Json.Nodes;
using Portal.Server.Gateway;
using Portal.Tests.Gateway;

namespace Portal.Tests.Aws;

/// <summary>APIs of every shape that the portal can say today, by name.</summary>
internal static class Specs
{
    private const string Lambda = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:pets/invocations";

    private static readonly Dictionary<string, RestApiSpec> All = new RestApiSpec[]
    {
        Given.RestApi("mock", ("GET /pets", Given.MockMethod())),
        Given.RestApi("proxy", ("GET /pets", Proxy("https://backend.example.com/pets")), ("DELETE /pets/old", Proxy("https://backend.example.com/old"))) with { Description = "Pets" },
        Given.RestApi("root", ("GET /", Given.MockMethod())),
        Given.RestApi("any-and-greedy", ("ANY /files/{path+}", Proxy("https://backend.example.com/{path}")), ("ANY /", Given.MockMethod())),
        Given.RestApi("deep", ("GET /a/b/{c}/d/{e}", Given.MockMethod()), ("DELETE /a/b", Given.MockMethod())),
        Given.RestApi("empty-paths", ("GET /pets", Given.MockMethod())) with { EmptyResources = ["/later", "/later/on", "/pets/{id}"] },
        Given.RestApi("words", ("GET /pets", Given.MockMethod() with { OperationName = "listPets" })) with { Description = "Pets: “ö” & more\nin two lines", Version = "2026-11-22" },
        Given.RestApi("settings", ("GET /pets", Given.MockMethod())) with
        {
            ApiKeySource = "AUTHORIZER",
            MinimumCompressionSize = 0,
            BinaryMediaTypes = ["image/png", "application/octet-stream"],
            DisableExecuteApiEndpoint = true,
        },
        Given.RestApi("edge", ("GET /pets", Given.MockMethod())) with { EndpointType = "EDGE" },
        Given.RestApi("private", ("GET /pets", Given.MockMethod())) with
        {
            EndpointType = "PRIVATE",
            VpcEndpointIds = ["vpce-2", "vpce-1"],
            Policy = Canonical("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*"}]}"""),
        },
        Given.RestApi("tls", ("GET /pets", Given.MockMethod())) with { SecurityPolicy = "SecurityPolicy_TLS13_1_3_2025_09", EndpointAccessMode = "STRICT" },
        Given.RestApi("policy", ("GET /pets", Given.MockMethod())) with
        {
            Policy = Canonical("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*/GET/pets"},{"Effect":"Deny","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*","Condition":{"NotIpAddress":{"aws:SourceIp":["192.0.2.0/24","198.51.100.0/24"]}}}]}"""),
        },
        Given.RestApi("gateway-responses", ("GET /pets", Given.MockMethod())) with
        {
            GatewayResponses = new(
            [
                new("DEFAULT_4XX", new GatewayResponseSpec { StatusCode = null, ResponseParameters = new([new("gatewayresponse.header.Access-Control-Allow-Origin", "'*'")]), ResponseTemplates = GatewayResponseTypes.DefaultTemplates }),
                new("THROTTLED", new GatewayResponseSpec { StatusCode = "503", ResponseParameters = SortedMap<string>.Empty, ResponseTemplates = new([new("application/json", """{"slow":$context.error.messageString}"""), new("text/plain", "slow")]) }),
            ]),
        },
        Given.RestApi("keys", ("GET /open", Given.MockMethod()), ("GET /closed", Given.MockMethod() with { ApiKeyRequired = true }), ("GET /signed", Given.MockMethod() with { AuthorizationType = "AWS_IAM" })),
        Models(),
        Authorizers(),
        Integrations(),
    }.ToDictionary(api => api.Id);

    public static TheoryData<string> Names => [.. All.Keys];

    public static RestApiSpec Named(string name) => All[name];

    private static RestApiSpec Models() => Given.RestApi("models", ("POST /pets", Given.MockMethod() with
    {
        RequestModels = new([new("application/json", "Pet")]),
        RequestValidator = "all",
        RequestParameters = new([new("method.request.querystring.dry", true), new("method.request.header.X-Trace", false)]),
        Responses = new([new("200", new MethodResponseSpec { Parameters = new([new("method.response.header.Location", false)]), Models = new([new("application/json", "Pets")]) })]),
    })) with
    {
        Models = new(
        [
            new("Pet", new ModelSpec { ContentType = "application/json", Schema = Canonical("""{"type":"object","required":["id","name"],"properties":{"id":{"type":"integer","minimum":0,"maximum":1.5},"name":{"type":"string","pattern":"^\\w+$"},"parent":{"$ref":"#/components/schemas/Pet"}}}""") }),
            new("Pets", new ModelSpec { ContentType = "application/json", Schema = Canonical("""{"type":"array","items":{"$ref":"#/components/schemas/Pet"}}""") }),
            new("Error", new ModelSpec { ContentType = "application/json", Schema = Canonical("""{"type":"object","properties":{"message":{"type":"string"}}}""") }),
        ]),
        RequestValidators = new(
        [
            new("all", new RequestValidatorSpec { ValidateRequestBody = true, ValidateRequestParameters = true }),
            new("params-only", new RequestValidatorSpec { ValidateRequestBody = false, ValidateRequestParameters = true }),
        ]),
    };

    private static RestApiSpec Authorizers() => Given.RestApi(
        "authorizers",
        ("GET /token", Given.MockMethod() with { AuthorizationType = "CUSTOM", Authorizer = "token" }),
        ("GET /request", Given.MockMethod() with { AuthorizationType = "CUSTOM", Authorizer = "request", ApiKeyRequired = true }),
        ("GET /cognito", Given.MockMethod() with { AuthorizationType = "COGNITO_USER_POOLS", Authorizer = "pool", AuthorizationScopes = ["pets/write", "pets/read"] })) with
    {
        Authorizers = new(
        [
            new("token", Authorizer("TOKEN", "method.request.header.Authorization") with { IdentityValidationExpression = "^Bearer .+$", ResultTtlInSeconds = 60 }),
            new("request", Authorizer("REQUEST", "method.request.header.X-One,method.request.querystring.two") with { Credentials = "arn:aws:iam::123456789012:role/authorizer" }),
            new("pool", Authorizer("COGNITO_USER_POOLS", "method.request.header.Authorization") with { Uri = null, AuthType = "cognito_user_pools", ResultTtlInSeconds = null, ProviderArns = ["arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_pets"] }),
        ]),
    };

    private static RestApiSpec Integrations() => Given.RestApi(
        "integrations",
        ("GET /proxy", Proxy("https://${stageVariables.base}/pets")),
        ("POST /http", With(Proxy("https://backend.example.com/pets").Integration! with
        {
            Type = "HTTP",
            PassthroughBehavior = "NEVER",
            TimeoutInMillis = 5_000,
            ContentHandling = "CONVERT_TO_TEXT",
            CacheNamespace = "shared",
            RequestParameters = new([new("integration.request.header.X-Stage", "stageVariables.name"), new("integration.request.querystring.q", "method.request.querystring.q")]),
            RequestTemplates = new([new("application/json", "{\"all\": $input.json('$')}")]),
            Responses = new(
            [
                new("200", new IntegrationResponseSpec { SelectionPattern = null, ContentHandling = null, Parameters = new([new("method.response.header.X-Id", "integration.response.header.Id")]), Templates = SortedMap<string>.Empty }),
                new("404", new IntegrationResponseSpec { SelectionPattern = "4\\d\\d", ContentHandling = "CONVERT_TO_BINARY", Parameters = SortedMap<string>.Empty, Templates = new([new("application/json", """{"gone":true}""")]) }),
            ]),
        }) with
        {
            RequestParameters = new([new("method.request.querystring.q", false)]),
            Responses = new(
            [
                new("200", new MethodResponseSpec { Parameters = new([new("method.response.header.X-Id", false)]), Models = SortedMap<string>.Empty }),
                new("404", new MethodResponseSpec { Parameters = SortedMap<bool>.Empty, Models = SortedMap<string>.Empty }),
            ]),
        }),
        ("GET /lambda", With(Proxy(Lambda).Integration! with { Type = "AWS_PROXY", HttpMethod = "POST", Credentials = "arn:aws:iam::123456789012:role/invoke" })),
        ("GET /private", With(Proxy("http://internal.example.com").Integration! with { ConnectionType = "VPC_LINK", ConnectionId = "${stageVariables.link}" })),
        ("GET /behind", With(Proxy("https://pets.internal.example.com/pets").Integration! with
        {
            ConnectionType = "VPC_LINK",
            ConnectionId = "abc123",
            IntegrationTarget = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/pets/1234567890abcdef",
        })),
        ("GET /careless", With(Proxy("https://self-signed.example.com").Integration! with { InsecureSkipVerification = true })));

    private static AuthorizerSpec Authorizer(string type, string source) => new()
    {
        Type = type,
        AuthType = "custom",
        Uri = Lambda,
        Credentials = null,
        IdentitySource = source,
        IdentityValidationExpression = null,
        ResultTtlInSeconds = 300,
        ProviderArns = [],
    };

    private static MethodSpec With(IntegrationSpec integration) => Given.MockMethod() with { Integration = integration };

    private static MethodSpec Proxy(string uri) => With(Given.MockMethod().Integration! with
    {
        Type = "HTTP_PROXY",
        HttpMethod = "GET",
        Uri = uri,
        RequestTemplates = SortedMap<string>.Empty,
        Responses = SortedMap<IntegrationResponseSpec>.Empty,
        RequestParameters = uri.Contains("{path}", StringComparison.Ordinal) ? new([new("integration.request.path.path", "method.request.path.path")]) : SortedMap<string>.Empty,
    }) with
    {
        RequestParameters = uri.Contains("{path}", StringComparison.Ordinal) ? new([new("method.request.path.path", true)]) : SortedMap<bool>.Empty,
    };

    private static string Canonical(string json) => CanonicalJson.Of(JsonNode.Parse(json));
}
