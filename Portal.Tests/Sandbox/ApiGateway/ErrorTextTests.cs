using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox.ApiGateway;

/// <summary>The service's own texts, each for its cause. <c>{api}</c>, <c>{root}</c>, <c>{pets}</c>, <c>{deployment}</c> stand for ids.</summary>
public sealed class ErrorTextTests
{
    private const string Bad = "BadRequestException";
    private const string Missing = "NotFoundException";
    private const string Conflict = "ConflictException";
    private const string Method = "/restapis/{api}/resources/{pets}/methods/GET";

    public static TheoryData<string, string, string, int, string, string> Refusals => new()
    {
        { "GET", "/restapis/nope", "", 404, Missing, "Invalid API identifier specified 123456789012:nope" },
        { "POST", "/restapis", """{"name":"x","description":""}""", 400, Bad, "Description cannot be an empty string" },
        { "POST", "/restapis", """{"name":"x","minimumCompressionSize":-1}""", 400, Bad, "Invalid minimum compression size, must be between 0 and 10485760" },
        { "POST", "/restapis", """{"name":"x","policy":"no"}""", 400, Bad, "Invalid policy document. Please check the policy syntax and ensure that Principals are valid." },
        { "POST", "/restapis", """{"name":"x","endpointConfiguration":{"types":[]}}""", 400, Bad, "REGIONAL Configuration and EDGE Configuration cannot be both DISABLED." },
        { "POST", "/restapis", """{"name":"x","endpointConfiguration":{"types":["EDGE","REGIONAL"]}}""", 400, Bad, "Cannot create an api with multiple Endpoint Types." },
        { "POST", "/restapis", """{"name":"x","endpointConfiguration":{"types":["PRIVATE"],"ipAddressType":"ipv4"}}""", 400, Bad, "Only dualstack ipAddressType is supported for Private APIs." },
        { "POST", "/restapis", """{"name":"x","endpointConfiguration":{"types":["REGIONAL"],"vpcEndpointIds":["vpce-1"]}}""", 400, Bad, "VPCEndpoints can only be specified with PRIVATE apis." },
        { "POST", "/restapis", """{"name":"x","endpointConfiguration":{"types":["wrong"],"ipAddressType":"wrong"}}""", 400, "ValidationException", "2 validation errors detected: Value '[wrong]' at 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]; Value 'wrong' at 'createRestApiInput.endpointConfiguration.ipAddressType' failed to satisfy constraint: Member must satisfy enum value set: [ipv4, dualstack]" },
        { "PATCH", "/restapis/{api}", Patch("add", "/minimumCompressionSize", "1"), 400, Bad, "Invalid patch operation specified. Must be one of: [replace]" },
        { "PATCH", "/restapis/{api}", Patch("add", "/binaryMediaTypes", "image/png"), 400, Bad, "Invalid patch path /binaryMediaTypes" },
        { "PATCH", "/restapis/{api}", Patch("replace", "/endpointConfiguration/types/0", "wrong"), 400, Bad, "Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE" },
        { "PATCH", "/restapis/{api}", Patch("replace", "/endpointConfiguration/ipAddressType", "wrong"), 400, Bad, "ipAddressType must be either ipv4 or dualstack." },
        { "PATCH", "/restapis/{api}", Patch("test", "/endpointConfiguration/types/0", "EDGE"), 400, Bad, "Invalid patch operation specified. Must be 'add'|'remove'|'replace'" },
        { "PATCH", "/restapis/{api}", Patch("wrong", "/name", "x"), 400, "ValidationException", "1 validation error detected: Value 'wrong' at 'updateRestApiInput.patchOperations.1.member.op' failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]" },
        { "GET", "/restapis/{api}/resources/nope", "", 404, Missing, "Invalid Resource identifier specified" },
        { "POST", "/restapis/{api}/resources/{root}", """{"pathPart":"pets"}""", 409, Conflict, "Another resource with the same parent already has this name: pets" },
        { "POST", "/restapis/{api}/resources/{root}", """{"pathPart":"a b"}""", 400, Bad, "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end." },
        { "POST", "/restapis/{api}/resources/{pets}", """{"pathPart":"{other}"}""", 400, Bad, "A sibling ({all+}) of this resource already has a variable path part -- only one is allowed" },
        { "POST", "/restapis/{api}/resources/{greedy}", """{"pathPart":"x"}""", 400, Bad, "Cannot create a child of a resource with a greedy path variable: {all+}" },
        { "PATCH", "/restapis/{api}/resources/{pets}", Patch("replace", "/invalid", "x"), 400, Bad, "Invalid patch path  '/invalid' specified for op 'replace'. Must be one of: [/parentId, /pathPart]" },
        { "PATCH", "/restapis/{api}/resources/{pets}", Patch("remove", "/pathPart", "x"), 400, Bad, "Invalid patch path  '/pathPart' specified for op 'remove'. Please choose supported operations" },
        { "PATCH", "/restapis/{api}/resources/{pets}", Patch("replace", "/parentId", "{greedy}"), 400, Bad, "Resources cannot be cyclical." },
        { "PATCH", "/restapis/{api}/resources/{root}", Patch("replace", "/pathPart", "x"), 400, Bad, "Root resource cannot update its pathPart." },
        { "PATCH", "/restapis/{api}/resources/{root}", Patch("replace", "/parentId", "x"), 400, Bad, "Root resource cannot update its parentId." },
        { "PUT", "/restapis/{api}/resources/{pets}/methods/FETCH", """{"authorizationType":"NONE"}""", 400, Bad, "Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY" },
        { "PUT", "/restapis/{api}/resources/{pets}/methods/PUT", """{"authorizationType":"CUSTOM"}""", 400, Bad, "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer." },
        { "PUT", "/restapis/{api}/resources/{pets}/methods/PUT", """{"authorizationType":"NONE","authorizationScopes":["a"]}""", 400, Bad, "Authorization Scopes are only valid for COGNITO_USER_POOLS authorization type" },
        { "PUT", "/restapis/{api}/resources/{pets}/methods/PUT", """{"authorizationType":"NONE","requestValidatorId":"x"}""", 400, Bad, "Invalid Request Validator identifier specified" },
        { "PUT", "/restapis/{api}/resources/{pets}/methods/PUT", """{"authorizationType":"NONE","requestModels":{"application/json":"petModel"}}""", 400, Bad, "Invalid model identifier specified: petModel" },
        { "PUT", "/restapis/{api}/resources/{pets}/methods/PUT", """{"authorizationType":"NONE","requestParameters":{"method.request.body":true}}""", 400, Bad, "Invalid mapping expression parameter specified: method.request.body" },
        { "PUT", "/restapis/{api}/resources/{pets}/methods/PUT", """{"authorizationType":"NONE","requestParameters":{"method.request.header.a":true,"method.request.querystring.a":true}}""", 400, Bad, "Parameter names must be unique across querystring, header and path" },
        { "GET", "/restapis/{api}/resources/{pets}/methods/PUT", "", 404, Missing, "Invalid Method identifier specified" },
        { "GET", "/restapis/{bare}/resources/{bareRoot}/methods/GET/integration", "", 404, Missing, "Invalid Integration identifier specified" },
        { "PUT", $"{Method}/integration", """{"type":"HTTPS_PROXY"}""", 400, "ValidationException", "1 validation error detected: Value 'HTTPS_PROXY' at 'putIntegrationInput.type' failed to satisfy constraint: Member must satisfy enum value set: [HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS]" },
        { "PUT", $"{Method}/integration", """{"type":"HTTP","uri":"http://x.example"}""", 400, Bad, "Enumeration value for HttpMethod must be non-empty" },
        { "PUT", $"{Method}/integration", """{"type":"HTTP","httpMethod":"GET","uri":"nowhere"}""", 400, Bad, "Invalid HTTP endpoint specified for URI" },
        { "PUT", $"{Method}/integration", """{"type":"AWS","httpMethod":"POST","uri":"nowhere"}""", 400, Bad, "Invalid ARN specified in the request" },
        { "PUT", $"{Method}/integration", """{"type":"AWS","httpMethod":"POST","uri":"arn:aws:apigateway:x"}""", 400, Bad, "AWS ARN for integration must contain path or action" },
        { "PUT", $"{Method}/integration", """{"type":"AWS_PROXY","httpMethod":"POST","uri":"arn:aws:apigateway:eu-central-1:s3:path/b"}""", 400, Bad, "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations." },
        { "PUT", $"{Method}/integration", """{"type":"MOCK","timeoutInMillis":49}""", 400, Bad, "Timeout should be between 50 ms and 29000 ms" },
        { "PUT", $"{Method}/integration", """{"type":"HTTP","httpMethod":"GET","uri":"http://x.example","connectionType":"VPC_LINK"}""", 400, Bad, "ConnectionId should be set to the vpcLinkId or stage variable on connection type VPC_LINK" },
        { "PUT", $"{Method}/integration", """{"type":"MOCK","cacheKeyParameters":["method.request.path.no"]}""", 400, Bad, "Invalid cache key parameter specified" },
        { "PUT", $"{Method}/integration", """{"type":"MOCK","requestParameters":{"integration.request.header.a":"true"}}""", 400, Bad, "Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: true]" },
        { "PUT", $"{Method}/integration", """{"type":"MOCK","requestParameters":{"integration.request.header.a":true}}""", 400, "SerializationException", "class java.lang.Boolean can not be converted to an String" },
        { "PUT", $"{Method}/integration/responses/wrong", "{}", 400, "ValidationException", @"1 validation error detected: Value 'wrong' at 'statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [1-5]\d\d" },
        { "PUT", $"{Method}/integration/responses/200", """{"responseTemplates":{"application/json":1}}""", 400, "SerializationException", "class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to an String" },
        { "PUT", $"{Method}/integration/responses/200", """{"responseTemplates":{"123":""}}""", 400, Bad, "Validation Result: warnings : [], errors : [Invalid content type specified: 123]" },
        { "PUT", $"{Method}/integration/responses/200", """{"selectionPattern":"("}""", 400, Bad, "Invalid regex pattern specified" },
        { "GET", $"{Method}/integration/responses/404", "", 404, Missing, "Invalid Response status code specified" },
        { "GET", "/restapis/{api}/models/MySchema", "", 404, Missing, "Invalid model name specified: MySchema" },
        { "POST", "/restapis/{api}/models", """{"name":"","contentType":"application/json"}""", 400, Bad, "Model name must be non-empty" },
        { "POST", "/restapis/{api}/models", """{"name":"a-b","contentType":"application/json"}""", 400, Bad, "Model name must be alphanumeric: a-b" },
        { "POST", "/restapis/{api}/models", """{"name":"Empty","contentType":"application/json","schema":"{\"type\":\"object\"}"}""", 409, Conflict, "Model name already exists for this REST API" },
        { "POST", "/restapis/{api}/models", """{"name":"New","contentType":"application/json","schema":"{}"}""", 400, Bad, "Model schema must have at least 1 property or array items defined" },
        { "POST", "/restapis/{api}/models", """{"name":"New","contentType":"application/json","schema":"no"}""", 400, Bad, "Invalid model specified: Validation Result: warnings : [], errors : [Invalid model schema specified]" },
        { "DELETE", "/restapis/{api}/models/Empty", "", 409, Conflict, "Cannot delete model 'Empty', is referenced in method request: /pets/GET" },
        { "POST", "/restapis/nope/requestvalidators", """{"name":"x"}""", 400, Bad, "Invalid REST API identifier specified" },
        { "GET", "/restapis/{api}/requestvalidators/x", "", 404, Missing, "Invalid Request Validator identifier specified" },
        { "POST", "/restapis/nope/authorizers", """{"name":"x","type":"TOKEN"}""", 409, Conflict, "Unable to complete operation due to concurrent modification. Please try again later." },
        { "GET", "/restapis/{api}/gatewayresponses/FAKE", "", 400, "ValidationException", "1 validation error detected: Value 'FAKE' at 'responseType' failed to satisfy constraint: Member must satisfy enum value set: [REQUEST_TOO_LARGE, RESOURCE_NOT_FOUND, AUTHORIZER_CONFIGURATION_ERROR, MISSING_AUTHENTICATION_TOKEN, BAD_REQUEST_BODY, INVALID_SIGNATURE, INVALID_API_KEY, BAD_REQUEST_PARAMETERS, AUTHORIZER_FAILURE, UNAUTHORIZED, INTEGRATION_TIMEOUT, ACCESS_DENIED, DEFAULT_4XX, DEFAULT_5XX, WAF_FILTERED, QUOTA_EXCEEDED, THROTTLED, API_CONFIGURATION_ERROR, UNSUPPORTED_MEDIA_TYPE, INTEGRATION_FAILURE, EXPIRED_TOKEN]" },
        { "DELETE", "/restapis/{api}/gatewayresponses/THROTTLED", "", 404, Missing, "Gateway response type not defined on api" },
        { "POST", "/restapis/{empty}/deployments", "{}", 400, Bad, "The REST API doesn't contain any methods" },
        { "POST", "/restapis/{bare}/deployments", "{}", 400, Bad, "No integration defined for method" },
        { "POST", "/restapis/{api}/deployments", """{"canarySettings":{}}""", 400, Bad, "Invalid deployment content specified.Non null and non empty stageName must be provided for canary deployment. Provided value is null" },
        { "POST", "/restapis/{api}/deployments", """{"canarySettings":{},"stageName":"non-existing"}""", 400, Bad, "Invalid deployment content specified.Stage non-existing must already be created before making a canary release deployment" },
        { "DELETE", "/restapis/{api}/deployments/{deployment}", "", 400, Bad, "Active stages pointing to this deployment must be moved or deleted" },
        { "POST", "/restapis/{api}/stages", """{"stageName":"a b","deploymentId":"{deployment}"}""", 400, Bad, "Stage name only allows a-zA-Z0-9_" },
        { "POST", "/restapis/{api}/stages", """{"stageName":"x","deploymentId":"nope"}""", 400, Bad, "Deployment id does not exist" },
        { "POST", "/restapis/{api}/stages", """{"stageName":"x","deploymentId":"{deployment}","variables":{"a-b":"1"}}""", 400, Bad, "Invalid stage variable name: a-b. Please use names with only word characters." },
        { "POST", "/restapis/{api}/stages", """{"stageName":"x","deploymentId":"{deployment}","variables":{"a":"{1}"}}""", 400, Bad, "Invalid stage variable value of key a.  Please use values with alphanumeric characters and the symbols ' ', -', '.', '_', ':', '/', '?', '&', '=', and ','." },
        { "PATCH", "/restapis/{api}/stages/dev", Patch("add", "/accessLogSettings/randomValue", "x"), 400, Bad, "Invalid accessLogSettings path. Must be one of : [/accessLogSettings/destinationArn, /accessLogSettings/format]" },
        { "PATCH", "/restapis/{api}/stages/dev", Patch("remove", "/accessLogSettings/destinationArn", null), 400, Bad, "Cannot remove method setting accessLogSettings/destinationArn because there is no method setting for this method " },
        { "PATCH", "/restapis/{api}/stages/dev", Patch("replace", "/accessLogSettings/destinationArn", ""), 400, Bad, "Access Log value must not be empty" },
        { "PATCH", "/restapis/{api}/stages/dev", Patch("replace", "/accessLogSettings/destinationArn", "arn:x"), 400, Bad, "The ARN must be a valid CloudWatch Logs log group or Kinesis Data Firehose delivery stream" },
        { "PATCH", "/restapis/{api}/stages/dev", Patch("replace", "/accessLogSettings/destinationArn", "arn:aws:firehose:eu-central-1:123456789012:deliverystream/x"), 400, Bad, "Kinesis Firehose delivery stream name must begin with the characters 'amazon-apigateway-'" },
        { "PATCH", "/restapis/{api}/stages/dev", Patch("replace", "/accessLogSettings/format", "x"), 400, Bad, "Access Log format must include either $context.requestId or $context.extendedRequestId" },
        { "PATCH", "/restapis/{api}/stages/dev", Patch("remove", "/*/*", null), 400, Bad, "Cannot remove method setting */* because there is no method setting for this method " },
        { "PATCH", "/restapis/{api}/stages/dev", Patch("replace", "/*/*/caching/ttlInSeconds", "3601"), 400, Bad, "Invalid time-to-live setting, must be an integer no greater than 3600" },
        { "PATCH", "/restapis/{api}/stages/dev", Patch("add", "/canarySettings/deploymentId", "x"), 400, Bad, "Invalid add operation with path: /canarySettings/deploymentId" },
        { "PATCH", "/restapis/{api}/stages/dev", Patch("remove", "/canarySettings/badPath", null), 400, Bad, "Cannot remove method setting canarySettings/badPath because there is no method setting for this method " },
        { "PATCH", "/restapis/{api}/stages/dev", """{"patchOperations":[{"op":"copy","path":"/deploymentId","from":"/canarySettings/deploymentId"}]}""", 400, Bad, "Promotion not available. Canary does not exist." },
        { "PATCH", "/restapis/{api}/stages/dev", """{"patchOperations":[{"op":"copy","path":"/canarySettings/stageVariableOverrides","from":"/variables"}]}""", 400, Bad, "Invalid copy operation with path: /canarySettings/stageVariableOverrides and from /variables. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]" },
        { "PATCH", "/restapis/{api}/stages/dev", Patch("replace", "/deploymentId", "nope"), 400, Bad, "Deployment id does not exist" },
        { "GET", "/tags/arn%3Aaws%3Aapigateway%3Aeu-central-1%3A%3A%2Frestapis%2Fnope", "", 404, Missing, "Invalid API identifier specified 123456789012:nope" },
        { "PUT", "/restapis/{api}", "not an OpenAPI document", 400, Bad, "Invalid OpenAPI input." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_has_the_services_text(string verb, string path, string body, int status, string type, string message)
    {
        await using var bench = await Bench.StartAsync();
        var ids = await PrepareAsync(bench);
        string Filled(string text) => ids.Aggregate(text, (filled, id) => filled.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));

        await bench.RefusedAsync(new(verb), Filled(path), body is "" ? null : Filled(body), status, type, message);
    }

    /// <summary>An API with /pets (GET mocked, with a model), /pets/{all+} and stage dev; one without methods; one with a method that calls nothing.</summary>
    private static async Task<Dictionary<string, string>> PrepareAsync(Bench bench)
    {
        var api = await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "x" });
        var id = Text(api, "id");
        var pets = Text(await bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/resources/{Text(api, "rootResourceId")}", new { pathPart = "pets" }), "id");
        var greedy = Text(await bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/resources/{pets}", new { pathPart = "{all+}" }), "id");
        await bench.DoneAsync(HttpMethod.Put, $"/restapis/{id}/resources/{pets}/methods/GET", """{"authorizationType":"NONE","requestModels":{"application/json":"Empty"}}""");
        await bench.DoneAsync(HttpMethod.Put, $"/restapis/{id}/resources/{pets}/methods/GET/integration", new { type = "MOCK" });
        var deployment = Text(await bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/deployments", new { stageName = "dev" }), "id");
        var bare = await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "bare" });
        await bench.DoneAsync(HttpMethod.Put, $"/restapis/{Text(bare, "id")}/resources/{Text(bare, "rootResourceId")}/methods/GET", new { authorizationType = "NONE" });
        var empty = Text(await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "empty" }), "id");
        return new() { ["api"] = id, ["root"] = Text(api, "rootResourceId"), ["pets"] = pets, ["greedy"] = greedy, ["deployment"] = deployment, ["empty"] = empty, ["bare"] = Text(bare, "id"), ["bareRoot"] = Text(bare, "rootResourceId") };
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static string Patch(string op, string path, string? value) =>
        new JsonObject { ["patchOperations"] = new JsonArray(new JsonObject { ["op"] = op, ["path"] = path, ["value"] = value }) }.ToJsonString();
}
