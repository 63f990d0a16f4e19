using static Portal.Tests.Sandbox.ApiGateway.ErrorTexts.Ask;

namespace Portal.Tests.Sandbox.ApiGateway.ErrorTexts;

/// <summary>What is said of models, validators, authorizers, gateway responses and documentation.</summary>
internal static class ModelTexts
{
    private const string Models = "/restapis/{api}/models";
    private const string Validator = "/restapis/{api}/requestvalidators/{validator}";
    private const string Response = "/restapis/{api}/gatewayresponses/UNAUTHORIZED";
    private const string Part = "/restapis/{api}/documentation/parts/{part}";
    private const string Types = "[REQUEST_TOO_LARGE, RESOURCE_NOT_FOUND, AUTHORIZER_CONFIGURATION_ERROR, MISSING_AUTHENTICATION_TOKEN, BAD_REQUEST_BODY, INVALID_SIGNATURE, INVALID_API_KEY, BAD_REQUEST_PARAMETERS, AUTHORIZER_FAILURE, UNAUTHORIZED, INTEGRATION_TIMEOUT, ACCESS_DENIED, DEFAULT_4XX, DEFAULT_5XX, WAF_FILTERED, QUOTA_EXCEEDED, THROTTLED, API_CONFIGURATION_ERROR, UNSUPPORTED_MEDIA_TYPE, INTEGRATION_FAILURE, EXPIRED_TOKEN]";
    private const string Parts = """{"openapi":"3.0.1","info":{"title":"t","version":"1"},"paths":{},"x-amazon-apigateway-documentation":{"documentationParts":[]}}""";

    public static IReadOnlyList<ErrorCase> All { get; } =
    [
        new(New("x", api: "abcde0"), New("x"), "Invalid API identifier specified 123456789012:abcde0", 404, "NotFoundException"),
        new(Get($"{Models}/MySchema"), Get($"{Models}/petModel"), "Invalid model name specified: MySchema", 404, "NotFoundException"),
        new(New("petModel"), New("catModel"), "Model name already exists for this REST API", 409, "ConflictException"),
        new(New(""), New("catModel"), "Model name must be non-empty"),
        new(New("cat-model"), New("catModel"), "Model name must be alphanumeric: cat-model"),
        new(New("x", schema: ""), New("x"), "Model schema must have at least 1 property or array items defined"),
        new(New("x", schema: "{}"), New("x"), "Model schema must have at least 1 property or array items defined"),
        new(New("x", schema: "no"), New("x"), "Invalid model specified: Validation Result: warnings : [], errors : [Invalid model schema specified]"),
        new(New("x", type: "json"), New("x"), "Invalid content type specified: json"),
        new(Delete($"{Models}/rootModel"), Delete($"{Models}/freeModel"), "Cannot delete model 'rootModel', is referenced in method request: //ANY", 409, "ConflictException"),
        new(Delete($"{Models}/testModel"), Delete($"{Models}/freeModel"), "Cannot delete model 'testModel', is referenced in method request: /test/ANY", 409, "ConflictException"),
        new(Patch($"{Models}/mySchema", "replace", "/description", "d"), Patch($"{Models}/petModel", "replace", "/description", "d"), "Invalid model name specified: mySchema", 404, "NotFoundException"),
        new(Patch($"{Models}/petModel", "add", "/wrong-path", "d"), Patch($"{Models}/petModel", "replace", "/description", "d"), "Invalid patch path  '/wrong-path' specified for op 'add'. Please choose supported operations"),
        new(Patch($"{Models}/petModel", "replace", "/name", "d"), Patch($"{Models}/petModel", "replace", "/description", "d"), "Invalid patch path  '/name' specified for op 'replace'. Must be one of: [/description, /schema]"),

        new(Post("/restapis/nope/requestvalidators", """{"name":"x"}"""), Post("/restapis/{api}/requestvalidators", """{"name":"x"}"""), "Invalid REST API identifier specified"),
        new(Get("/restapis/{api}/requestvalidators/x"), Get(Validator), "Invalid Request Validator identifier specified", 404, "NotFoundException"),
        new(Patch(Validator, "add", "/validateRequestBody", "true"), Patch(Validator, "replace", "/validateRequestBody", "true"), "Invalid patch path  '/validateRequestBody' specified for op 'add'. Please choose supported operations"),
        new(Patch(Validator, "remove", "/validateRequestBody", "true"), Patch(Validator, "replace", "/validateRequestBody", "true"), "Invalid patch path  '/validateRequestBody' specified for op 'remove'. Please choose supported operations"),
        new(Patch(Validator, "replace", "/invalidPath", "true"), Patch(Validator, "replace", "/validateRequestParameters", "true"), "Invalid patch path  '/invalidPath' specified for op 'replace'. Must be one of: [/name, /validateRequestParameters, /validateRequestBody]"),
        new(Patch(Validator, "replace", "/name", ""), Patch(Validator, "replace", "/name", "n"), "Request Validator name cannot be blank"),

        new(Authorizer("nope"), Authorizer("{api}"), "Unable to complete operation due to concurrent modification. Please try again later.", 409, "ConflictException"),
        new(Get("/restapis/test-fake-rest-id/authorizers"), Get("/restapis/{api}/authorizers"), "Invalid API identifier specified 123456789012:test-fake-rest-id", 404, "NotFoundException"),

        new(Get("/restapis/fake-api-id/gatewayresponses"), Get("/restapis/{api}/gatewayresponses"), "Invalid API identifier specified 123456789012:fake-api-id", 404, "NotFoundException"),
        new(Delete("/restapis/{api}/gatewayresponses/THROTTLED"), Delete(Response), "Gateway response type not defined on api", 404, "NotFoundException"),
        new(Get("/restapis/{api}/gatewayresponses/FAKE"), Get(Response), $"1 validation error detected: Value 'FAKE' at 'responseType' failed to satisfy constraint: Member must satisfy enum value set: {Types}", 400, "ValidationException"),
        new(Patch(Response, "add", "/statusCode", "400"), Patch(Response, "replace", "/statusCode", "400"), "Invalid patch path /statusCode"),
        new(Patch(Response, "replace", "/responseParameters/gatewayresponse.header.no", "'x'"), Patch(Response, "replace", "/responseParameters/gatewayresponse.header.a", "'x'"), "Invalid parameter name specified", 404, "NotFoundException"),
        new(Patch(Response, ("replace", null, "x", null)), Patch(Response, "replace", "/statusCode", "402"), "Invalid patch path null"),
        new(Patch(Response, "wrong-op", "/statusCode", "402"), Patch(Response, "replace", "/statusCode", "402"), "1 validation error detected: Value 'wrong-op' at 'updateGatewayResponseInput.patchOperations.1.member.op' failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]", 400, "ValidationException"),
        new(Patch(Response, "replace", "/wrongPath", "402"), Patch(Response, "replace", "/statusCode", "402"), "Invalid patch path /wrongPath"),
        new(Patch(Response, "replace", "/responseTemplates/application~1json"), Patch(Response, "replace", "/responseTemplates/application~1json", "{}"), "Invalid null or empty value in responseTemplates"),
        new(Patch(Response, "replace", "/responseParameters/gatewayresponse.header.a"), Patch(Response, "replace", "/responseParameters/gatewayresponse.header.a", "'c'"), "Invalid null or empty value in responseParameters"),

        new(Get("/restapis/nope/documentation/parts/{part}"), Get(Part), "Invalid Documentation part identifier specified", 404, "NotFoundException"),
        new(Get("/restapis/{api}/documentation/parts/nope"), Get(Part), "Invalid Documentation part identifier specified", 404, "NotFoundException"),
        new(Patch(Part, "add", "/properties", "{}"), Patch(Part, "replace", "/properties", """{"b":2}"""), "Invalid patch path  '/properties' specified for op 'add'. Please choose supported operations"),
        new(Patch(Part, "replace", "/invalidPath", "{}"), Patch(Part, "replace", "/properties", """{"b":2}"""), "Invalid patch path  '/invalidPath' specified for op 'replace'. Must be one of: [/properties]"),
        new(Said("INVALID"), Said("MODEL"), "1 validation error detected: Value 'INVALID' at 'createDocumentationPartInput.location.type' failed to satisfy constraint: Member must satisfy enum value set: [RESPONSE_BODY, RESPONSE, METHOD, MODEL, AUTHORIZER, RESPONSE_HEADER, RESOURCE, PATH_PARAMETER, REQUEST_BODY, QUERY_PARAMETER, API, REQUEST_HEADER]", 400, "ValidationException"),
        new(Put("/restapis/{api}/documentation/parts", "not a document"), Put("/restapis/{api}/documentation/parts", Parts), "Unable to build importer with provided input."),
    ];

    private static Ask New(string name, string? schema = "{\\\"type\\\":\\\"object\\\"}", string type = "application/json", string api = "{api}") =>
        Post($"/restapis/{api}/models", $$"""{"name":"{{name}}","contentType":"{{type}}","schema":"{{schema}}"}""");

    private static Ask Authorizer(string api) => Post($"/restapis/{api}/authorizers", """{"name":"x","type":"TOKEN","authorizerUri":"arn:aws:apigateway:x","identitySource":"method.request.header.a"}""");

    private static Ask Said(string type) => Post("/restapis/{api}/documentation/parts", $$"""{"location":{"type":"{{type}}","name":"petModel"},"properties":"{\"a\":1}"}""");
}
