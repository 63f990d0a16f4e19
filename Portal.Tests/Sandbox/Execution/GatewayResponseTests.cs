using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using Portal.Tests.Sandbox.Waf;

namespace Portal.Tests.Sandbox.Execution;

/// <summary>
/// Every reason why API Gateway itself answers, produced by its cause: status, body, exception and type.
/// </summary>
public sealed class GatewayResponseTests
{
    private const string Template = "\"responseTemplates\": {\"application/json\": \"{\\\"message\\\":$context.error.messageString}\"}, \"responseParameters\": {\"gatewayresponse.header.X-Type\": \"context.error.responseType\"}";

    private static readonly FakeTimeProvider Clock = new(new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero));

    public static TheoryData<string, string, int, string, string> Causes => new()
    {
        { "web ACL", "WAF_FILTERED", 403, "Forbidden", "ForbiddenException" },
        { "gone meanwhile", "RESOURCE_NOT_FOUND", 404, "Resource not found", "NotFoundException" },
        { "no key", "INVALID_API_KEY", 403, "Forbidden", "ForbiddenException" },
        { "wrong key", "INVALID_API_KEY", 403, "Forbidden", "ForbiddenException" },
        { "throttle", "THROTTLED", 429, "Too Many Requests", "TooManyRequestsException" },
        { "quota", "QUOTA_EXCEEDED", 429, "Limit Exceeded", "LimitExceededException" },
        { "no route", "MISSING_AUTHENTICATION_TOKEN", 403, "Missing Authentication Token", "MissingAuthenticationTokenException" },
        { "unsigned", "MISSING_AUTHENTICATION_TOKEN", 403, "Missing Authentication Token", "MissingAuthenticationTokenException" },
        { "no token", "UNAUTHORIZED", 401, "Unauthorized", "UnauthorizedException" },
        { "denied token", "ACCESS_DENIED", 403, "User is not authorized to access this resource with an explicit deny", "AccessDeniedException" },
        { "denied by policy", "ACCESS_DENIED", 403, "User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-central-1:********9012:ID/dev/GET/denied with an explicit deny", "AccessDeniedException" },
        { "silent authorizer", "AUTHORIZER_CONFIGURATION_ERROR", 500, "null", "AuthorizerConfigurationException" },
        { "broken authorizer", "AUTHORIZER_FAILURE", 500, "Internal server error", "AuthorizerFailureException" },
        { "late signature", "EXPIRED_TOKEN", 403, "Signature expired: 20200101T000000Z is now earlier than 20260314T115500Z (20260314T120000Z - 5 min.)", "InvalidSignatureException" },
        { "wrong signature", "INVALID_SIGNATURE", 403, "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.", "InvalidSignatureException" },
        { "no parameter", "BAD_REQUEST_PARAMETERS", 400, "Missing required request parameters: [q]", "BadRequestException" },
        { "wrong body", "BAD_REQUEST_BODY", 400, "Invalid request body", "BadRequestException" },
        { "wrong type", "UNSUPPORTED_MEDIA_TYPE", 415, "Unsupported Media Type", "BadRequestException" },
        { "large body", "REQUEST_TOO_LARGE", 413, "HTTP content length exceeded 10485760 bytes", "RequestTooLargeException" },
        { "long path", "DEFAULT_4XX", 414, "Request URI too long", "BadRequestException" },
        { "large headers", "DEFAULT_4XX", 431, "Request header or cookie too large", "BadRequestException" },
        { "slow backend", "INTEGRATION_TIMEOUT", 504, "Endpoint request timed out", "InternalServerErrorException" },
        { "no backend", "INTEGRATION_FAILURE", 504, "Network error communicating with endpoint", "InternalServerErrorException" },
        { "malformed function", "DEFAULT_5XX", 502, "Internal server error", "InternalServerErrorException" },
        { "no function", "DEFAULT_5XX", 500, "Internal server error", "InternalServerErrorException" },
        { "broken template", "API_CONFIGURATION_ERROR", 500, "Internal server error", "InternalServerErrorException" },
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public async Task Each_cause_has_its_response(string cause, string type, int status, string message, string exception)
    {
        await using var backend = await Backend.StartAsync();
        string? id = null;
        Bench? bench = null;
        string Leave()
        {
            bench!.OwnAsync(HttpMethod.Post, "settings", new { verifySignatures = false }).GetAwaiter().GetResult();
            bench.DoneAsync(HttpMethod.Delete, $"/restapis/{id}").GetAwaiter().GetResult();
            return """{"principalId": "u", "policyDocument": {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}}""";
        }

        await using var functions = await Functions.StartAsync(
            ("leave", _ => Leave()),
            ("deny", _ => """{"principalId": "u", "policyDocument": {"Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}}"""),
            ("throw", _ => """{"errorMessage": "boom", "errorType": "Error"}"""));
        await using var opened = bench = await Bench.StartAsync(new() { TimeProvider = Clock, Lambdas = functions.Urls, Settings = new() { Callers = [new() { AccessKeyId = "AKID", SecretAccessKey = "secret" }] } });
        id = await bench.DeployedAsync(Document(backend.Url));
        var key = await KeyAsync(bench, id, cause);
        if (cause is "web ACL")
        {
            await bench.FilterAsync(id, new { Block = new { } });
        }

        await bench.OwnAsync(HttpMethod.Post, "settings", new { verifySignatures = true });

        var (path, verb) = PathOf(cause);
        using HttpRequestMessage request = new(verb, $"/restapis/{id}/dev/_user_request_{path}");
        Dress(request, cause, key);
        for (var i = 0; i < (cause is "quota" ? 2 : cause is "throttle" ? 1 : 0); i++)
        {
            Assert.Equal(200, (int)(await bench.InvokeAsync(id, path, with: again => again.Headers.Add("x-api-key", key))).Status);
        }

        var (actual, body, response) = await bench.SendAsync(request);

        var member = type is "ACCESS_DENIED" ? "Message" : "message";
        var text = message is "null" ? message : $"\"{message.Replace("ID", id, StringComparison.Ordinal)}\"";
        Assert.Equal((status, $$"""{"{{member}}":{{text}}}""", exception, type), ((int)actual, body, response.Headers.GetValues("x-amzn-ErrorType").Single(), response.Headers.GetValues("X-Type").Single()));
    }

    private static (string Path, HttpMethod Verb) PathOf(string cause) => cause switch
    {
        "no key" or "wrong key" or "throttle" or "quota" => ("/keyed", HttpMethod.Get),
        "gone meanwhile" => ("/leave", HttpMethod.Get),
        "no route" => ("/nowhere", HttpMethod.Get),
        "unsigned" or "late signature" or "wrong signature" => ("/signed", HttpMethod.Get),
        "no token" or "denied token" => ("/deny", HttpMethod.Get),
        "silent authorizer" => ("/silent", HttpMethod.Get),
        "broken authorizer" => ("/throw", HttpMethod.Get),
        "denied by policy" => ("/denied", HttpMethod.Get),
        "long path" => ($"/{new string('x', 2_000)}", HttpMethod.Get),
        "wrong body" or "large body" => ("/body", HttpMethod.Post),
        "slow backend" => ("/slow", HttpMethod.Get),
        "no backend" => ("/gone", HttpMethod.Get),
        "malformed function" => ("/malformed", HttpMethod.Get),
        "no function" => ("/none", HttpMethod.Get),
        "broken template" => ("/template", HttpMethod.Get),
        "wrong type" => ("/typed", HttpMethod.Post),
        "no parameter" => ("/parameter", HttpMethod.Get),
        _ => ("/keyed", HttpMethod.Get),
    };

    private static void Dress(HttpRequestMessage request, string cause, string key)
    {
        switch (cause)
        {
            case "wrong key":
                request.Headers.Add("x-api-key", "wrong");
                break;
            case "throttle" or "quota":
                request.Headers.Add("x-api-key", key);
                break;
            case "gone meanwhile" or "denied token" or "silent authorizer" or "broken authorizer":
                request.Headers.TryAddWithoutValidation("Authorization", "token");
                break;
            case "late signature" or "wrong signature":
                var date = cause is "late signature" ? "20200101T000000Z" : "20260314T120000Z";
                request.Headers.Add("X-Amz-Date", date);
                request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=AKID/{date[..8]}/eu-central-1/execute-api/aws4_request, SignedHeaders=host, Signature=00");
                break;
            case "wrong body":
                request.Content = new StringContent("{}", MediaTypeHeaderValue.Parse("application/json"));
                break;
            case "large body":
                request.Headers.ExpectContinue = true;
                request.Content = new ByteArrayContent(new byte[(10 * 1024 * 1024) + 1]);
                break;
            case "wrong type":
                request.Content = new StringContent("x", MediaTypeHeaderValue.Parse("text/csv"));
                break;
            case "large headers":
                request.Headers.Add("X-Large", new string('x', 21_000));
                break;
        }
    }

    private static async Task<string> KeyAsync(Bench bench, string id, string cause)
    {
        var plan = await bench.DoneAsync(HttpMethod.Post, "/usageplans", new
        {
            name = "p",
            apiStages = new[] { new { apiId = id, stage = "dev" } },
            throttle = cause is "throttle" ? new { rateLimit = 1, burstLimit = 1 } : null,
            quota = new { limit = 2, period = "DAY" },
        });
        var key = await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { enabled = true });
        await bench.DoneAsync(HttpMethod.Post, $"/usageplans/{plan["id"]}/keys", new { keyId = $"{key["id"]}", keyType = "API_KEY" });
        return $"{key["value"]}";
    }

    private static string Document(string backend)
    {
        static string Secured(string scheme) => Given.Mock("in", $$""" "security": [{"{{scheme}}": []}] """);
        static string Function(string name) => $$"""{"responses": {}, "x-amazon-apigateway-integration": {"type": "aws_proxy", "httpMethod": "POST", "uri": "{{Functions.Uri(name)}}"} }""";
        static string Authorizer(string name) => $$"""
            {"type": "apiKey", "name": "Authorization", "in": "header", "x-amazon-apigateway-authtype": "custom", "x-amazon-apigateway-authorizer": {"type": "token", "authorizerUri": "{{Functions.Uri(name)}}"} }
            """;
        return Given.Document(
            $$"""
            {"/keyed": {"get": {{Secured("key")}} }, "/signed": {"get": {{Given.Mock("in", """ "x-amazon-apigateway-auth": {"type": "AWS_IAM"} """)}} }, "/denied": {"get": {{Given.Mock("in")}} },
             "/deny": {"get": {{Secured("deny")}} }, "/silent": {"get": {{Secured("silent")}} }, "/throw": {"get": {{Secured("throw")}} }, "/leave": {"get": {{Secured("leave")}} },
             "/parameter": {"get": {{Given.Mock("in", """ "parameters": [{"name": "q", "in": "query", "required": true}] """)}} },
             "/body": {"post": {{Given.Mock("in", """ "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"} } } } """)}} },
             "/typed": {"post": {{Given.Mock("in").Replace("\"type\": \"mock\"", "\"type\": \"mock\", \"passthroughBehavior\": \"never\"", StringComparison.Ordinal)}} },
             "/slow": {"get": {{Given.Proxy($"{backend}/never", more: "\"timeoutInMillis\": 50")}} }, "/gone": {"get": {{Given.Proxy("http://127.0.0.1:1/")}} },
             "/malformed": {"get": {{Function("throw")}} }, "/none": {"get": {{Function("nobody")}} }, "/template": {"get": {{Given.Mock("#end")}} } }
            """,
            $$"""
            "components": {"schemas": {"Pet": {"type": "object", "required": ["name"]} }, "securitySchemes": {"key": {"type": "apiKey", "name": "x-api-key", "in": "header"},
              "deny": {{Authorizer("deny")}}, "silent": {{Authorizer("silent")}}, "throw": {{Authorizer("throw")}}, "leave": {{Authorizer("leave")}} } },
            "x-amazon-apigateway-policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"},
              {"Effect": "Deny", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/dev/GET/denied"}]},
            "x-amazon-apigateway-request-validators": {"all": {"validateRequestParameters": true, "validateRequestBody": true} }, "x-amazon-apigateway-request-validator": "all",
            "x-amazon-apigateway-gateway-responses": {"DEFAULT_4XX": { {{Template}} }, "DEFAULT_5XX": { {{Template}} } }
            """);
    }
}
