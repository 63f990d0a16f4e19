using static Portal.Tests.Sandbox.ApiGateway.ErrorTexts.Ask;

namespace Portal.Tests.Sandbox.ApiGateway.ErrorTexts;

/// <summary>What is said of methods and their responses.</summary>
internal static class MethodTexts
{
    private const string Resource = "/restapis/{api}/resources/{pets}";
    private const string Method = $"{Resource}/methods/GET";
    private const string Op = "failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]";
    private const string Status = @"Value 'wrong' at 'statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [1-5]\d\d";

    public static IReadOnlyList<ErrorCase> All { get; } =
    [
        new(Put($"{Resource}/methods/FETCH", """{"authorizationType":"NONE"}"""), New("""{"authorizationType":"NONE"}"""), "Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY"),
        new(New("""{"authorizationType":"CUSTOM"}"""), New("""{"authorizationType":"CUSTOM","authorizerId":"{authorizer}"}"""), "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer."),
        new(New("""{"authorizationType":"NONE","authorizationScopes":["a"]}"""), New("""{"authorizationType":"NONE"}"""), "Authorization Scopes are only valid for COGNITO_USER_POOLS authorization type"),
        new(New("""{"authorizationType":"NONE","requestValidatorId":"x"}"""), New("""{"authorizationType":"NONE","requestValidatorId":"{validator}"}"""), "Invalid Request Validator identifier specified"),
        new(New("""{"authorizationType":"NONE","requestModels":{"application/json":"catModel"}}"""), New("""{"authorizationType":"NONE","requestModels":{"application/json":"petModel"}}"""), "Invalid model identifier specified: catModel"),
        new(Parameters("method.request.body"), Parameters("method.request.header.a"), "Invalid mapping expression parameter specified: method.request.body"),
        new(Parameters("method.request.header.a", "method.request.querystring.a"), Parameters("method.request.header.a", "method.request.querystring.b"), "Parameter names must be unique across querystring, header and path"),
        new(Get($"{Resource}/methods/PUT"), Get(Method), "Invalid Method identifier specified", 404, "NotFoundException"),
        new(Get($"{Method}/responses/404"), Get($"{Method}/responses/200"), "Invalid Response status code specified", 404, "NotFoundException"),

        new(Patch(Method, "replace", "/httpMethod", "PUT"), Patch(Method, "replace", "/operationName", "PUT"), "Invalid patch path /httpMethod"),
        new(Patch(Method, "replace", "/requestParameters", "true"), Patch(Method, "replace", "/requestParameters/method.request.querystring.page", "true"), "Invalid patch path /requestParameters"),
        new(Patch(Method, "replace", "/requestModels/application/json", "petModel"), Patch(Method, "replace", "/requestModels/application~1json", "petModel"), "Invalid patch path /requestModels/application/json"),
        new(Patch(Method, "replace", "/authorizationType", "CUSTOM"), Patch(Method, ("replace", "/authorizationType", "CUSTOM", null), ("replace", "/authorizerId", "{authorizer}", null)), "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer."),
        new(Patch(Method, "replace", "/requestValidatorId", "x"), Patch(Method, "replace", "/requestValidatorId", "{validator}"), "Invalid Request Validator identifier specified"),
        new(Patch(Method, "add", "/requestModels/text~1plain", "catModel"), Patch(Method, "add", "/requestModels/text~1plain", "petModel"), "Invalid model identifier specified: catModel"),

        new(Responses("wrong_op"), Responses("replace"), $"1 validation error detected: Value 'wrong_op' at 'updateMethodResponseInput.patchOperations.1.member.op' {Op}", 400, "ValidationException"),
        new(Responses("wrong_op", "wrong_op"), Responses("replace", "replace"), $"2 validation errors detected: {Wrong(1)}; {Wrong(2)}", 400, "ValidationException"),
        new(Responses("wrong_op", "replace", "wrong_op"), Responses("replace", "replace", "replace"), $"2 validation errors detected: {Wrong(1)}; {Wrong(3)}", 400, "ValidationException"),
        new(Responses("wrong_op", "wrong_op", "wrong_op", "wrong_op"), Responses("replace", "replace", "replace", "replace"), $"4 validation errors detected: {Wrong(1)}; {Wrong(2)}; {Wrong(3)}; {Wrong(4)}", 400, "ValidationException"),
        new(Responses("wrong_op") with { Path = $"{Method}/responses/wrong" }, Responses("replace"), $"2 validation errors detected: {Wrong(1)}; {Status}", 400, "ValidationException"),
        new(Put($"{Method}/responses/wrong"), Put($"{Method}/responses/203"), $"1 validation error detected: {Status}", 400, "ValidationException"),
        new(Patch($"{Method}/responses/201", "replace", "/responseModels/application~1json", "petModel"), Patch($"{Method}/responses/201", "add", "/responseModels/application~1json", "petModel"), "Content-Type specified was not found", 404, "NotFoundException"),
        new(Patch($"{Method}/responses/201", "replace", "/responseParameters/method.response.header.a", "true"), Patch($"{Method}/responses/200", "replace", "/responseParameters/method.response.header.a", "true"), "Invalid parameter name specified", 404, "NotFoundException"),
        new(Patch($"{Method}/responses/200", "add", "/wrong/method.response.header.my-header", "true"), Patch($"{Method}/responses/200", "add", "/responseParameters/method.response.header.my-header", "true"), "Invalid patch path /wrong/method.response.header.my-header"),
    ];

    private static Ask New(string body) => Put($"{Resource}/methods/PUT", body);

    private static Ask Parameters(params string[] names) => New($$"""{"authorizationType":"NONE","requestParameters":{ {{string.Join(',', names.Select(name => $"\"{name}\":true"))}} } }""");

    private static Ask Responses(params string[] ops) => Patch($"{Method}/responses/200", [.. ops.Select(op => ((string?)op, (string?)"/responseParameters/method.response.header.a", (string?)"true", (string?)null))]);

    private static string Wrong(int step) => $"Value 'wrong_op' at 'updateMethodResponseInput.patchOperations.{step}.member.op' {Op}";
}
