using static Portal.Tests.Sandbox.ApiGateway.ErrorTexts.Ask;

namespace Portal.Tests.Sandbox.ApiGateway.ErrorTexts;

/// <summary>What is said of APIs and their resources.</summary>
internal static class ApiTexts
{
    private const string Validation = "ValidationException";
    private const string Op = "failed to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]";

    public static IReadOnlyList<ErrorCase> All { get; } =
    [
        new(Get("/restapis/{API}"), Get("/restapis/{api}"), "Invalid API identifier specified 123456789012:{API}", 404, "NotFoundException"),
        new(Patch("/restapis/api_id", "replace", "/name", "y"), Patch("/restapis/{api}", "replace", "/name", "y"), "Invalid API identifier specified 123456789012:api_id", 404, "NotFoundException"),
        new(Post("/restapis", """{"name":"x","description":""}"""), Post("/restapis", """{"name":"x","description":"d"}"""), "Description cannot be an empty string"),
        new(Post("/restapis", """{"name":"x","minimumCompressionSize":10485761}"""), Post("/restapis", """{"name":"x","minimumCompressionSize":10485760}"""), "Invalid minimum compression size, must be between 0 and 10485760"),
        new(Post("/restapis", """{"name":"x","policy":"no"}"""), Post("/restapis", """{"name":"x","policy":"{\"Statement\":[]}"}"""), "Invalid policy document. Please check the policy syntax and ensure that Principals are valid."),
        new(Typed("[]"), Typed("""["EDGE"]"""), "REGIONAL Configuration and EDGE Configuration cannot be both DISABLED."),
        new(Typed("""["EDGE","REGIONAL"]"""), Typed("""["EDGE"]"""), "Cannot create an api with multiple Endpoint Types."),
        new(Typed("""["PRIVATE"],"ipAddressType":"ipv4" """), Typed("""["PRIVATE"],"ipAddressType":"dualstack" """), "Only dualstack ipAddressType is supported for Private APIs."),
        new(Typed("""["REGIONAL"],"vpcEndpointIds":["vpce-1"]"""), Typed("""["PRIVATE"],"vpcEndpointIds":["vpce-1"]"""), "VPCEndpoints can only be specified with PRIVATE apis."),
        new(Typed("""["EDGE"],"ipAddressType":"wrong" """), Typed("""["EDGE"],"ipAddressType":"ipv4" """), "1 validation error detected: Value 'wrong' at 'createRestApiInput.endpointConfiguration.ipAddressType' failed to satisfy constraint: Member must satisfy enum value set: [ipv4, dualstack]", 400, Validation),
        new(Typed("""["wrong"]"""), Typed("""["EDGE"]"""), "1 validation error detected: Value '[wrong]' at 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]", 400, Validation),
        new(Typed("""["wrong"],"ipAddressType":"wrong" """), Typed("""["EDGE"],"ipAddressType":"ipv4" """), "2 validation errors detected: Value '[wrong]' at 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]; Value 'wrong' at 'createRestApiInput.endpointConfiguration.ipAddressType' failed to satisfy constraint: Member must satisfy enum value set: [ipv4, dualstack]", 400, Validation),

        new(Patch("/restapis/{api}", "add", "/minimumCompressionSize", "1"), Patch("/restapis/{api}", "replace", "/minimumCompressionSize", "1"), "Invalid patch operation specified. Must be one of: [replace]"),
        new(Patch("/restapis/{api}", "add", "/binaryMediaTypes", "image/png"), Patch("/restapis/{api}", "add", "/binaryMediaTypes/image~1png"), "Invalid patch path /binaryMediaTypes"),
        new(Patch("/restapis/{api}", "replace", "/endpointConfiguration/types/0", "wrong"), Patch("/restapis/{api}", "replace", "/endpointConfiguration/types/0", "REGIONAL"), "Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE"),
        new(Patch("/restapis/{api}", "replace", "/endpointConfiguration/ipAddressType", "wrong"), Patch("/restapis/{api}", "replace", "/endpointConfiguration/ipAddressType", "dualstack"), "ipAddressType must be either ipv4 or dualstack."),
        new(Patch("/restapis/{private}", "replace", "/endpointConfiguration/ipAddressType", "ipv4"), Patch("/restapis/{private}", "replace", "/endpointConfiguration/ipAddressType", "dualstack"), "Only dualstack ipAddressType is supported for Private APIs."),
        new(Patch("/restapis/{api}", "test", "/endpointConfiguration/types/0", "EDGE"), Patch("/restapis/{api}", "replace", "/endpointConfiguration/types/0", "EDGE"), "Invalid patch operation specified. Must be 'add'|'remove'|'replace'"),
        new(Steps(2, "wrong"), Steps(2, "replace"), $"2 validation errors detected: Value 'wrong' at 'updateRestApiInput.patchOperations.1.member.op' {Op}; Value 'wrong' at 'updateRestApiInput.patchOperations.2.member.op' {Op}", 400, Validation),
        new(Steps(3, "wrong"), Steps(3, "replace"), $"3 validation errors detected: Value 'wrong' at 'updateRestApiInput.patchOperations.1.member.op' {Op}; Value 'wrong' at 'updateRestApiInput.patchOperations.2.member.op' {Op}; Value 'wrong' at 'updateRestApiInput.patchOperations.3.member.op' {Op}", 400, Validation),
        new(Put("/restapis/{api}", "not an OpenAPI document"), Put("/restapis/{api}", Given.MockDocument()), "Invalid OpenAPI input."),
        new(Put("/restapis/{api}", Given.MockDocument().Replace("3.0.1", "3.1.0", StringComparison.Ordinal)), Put("/restapis/{api}", Given.MockDocument()), "Invalid OpenAPI input."),

        new(Get("/restapis/{api}/resources/nope"), Get("/restapis/{api}/resources/{pets}"), "Invalid Resource identifier specified", 404, "NotFoundException"),
        new(Child("{root}", "pets"), Child("{root}", "dogs"), "Another resource with the same parent already has this name: pets", 409, "ConflictException"),
        new(Child("{root}", "a b"), Child("{root}", "a-b"), "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end."),
        new(Child("{pets}", "{other}"), Child("{pets}", "other"), "A sibling ({all+}) of this resource already has a variable path part -- only one is allowed"),
        new(Child("{pets}", "{proxy+}"), Child("{root}", "{proxy+}"), "A sibling ({all+}) of this resource already has a variable path part -- only one is allowed"),
        new(Child("{greedy}", "x"), Child("{pets}", "x"), "Cannot create a child of a resource with a greedy path variable: {all+}"),
        new(Patch("/restapis/{api}/resources/{pets}", "replace", "/invalid", "x"), Patch("/restapis/{api}/resources/{pets}", "replace", "/pathPart", "x"), "Invalid patch path  '/invalid' specified for op 'replace'. Must be one of: [/parentId, /pathPart]"),
        new(Patch("/restapis/{api}/resources/{pets}", "replace", "/pathPart", "test"), Patch("/restapis/{api}/resources/{pets}", "replace", "/pathPart", "cats"), "Another resource with the same parent already has this name: test", 409, "ConflictException"),
        new(Patch("/restapis/{api}/resources/{pets}", "replace", "/parentId", "{greedy}"), Patch("/restapis/{api}/resources/{pets}", "replace", "/parentId", "{test}"), "Resources cannot be cyclical."),
        new(Patch("/restapis/{api}/resources/{pets}", "remove", "/pathPart", "x"), Patch("/restapis/{api}/resources/{pets}", "replace", "/pathPart", "x"), "Invalid patch path  '/pathPart' specified for op 'remove'. Please choose supported operations"),
        new(Patch("/restapis/{api}/resources/{pets}", "add", "/pathPart", "x"), Patch("/restapis/{api}/resources/{pets}", "replace", "/pathPart", "x"), "Invalid patch path  '/pathPart' specified for op 'add'. Please choose supported operations"),
        new(Patch("/restapis/{api}/resources/{root}", "replace", "/pathPart", "x"), Patch("/restapis/{api}/resources/{pets}", "replace", "/pathPart", "x"), "Root resource cannot update its pathPart."),
        new(Patch("/restapis/{api}/resources/{root}", "replace", "/parentId", "{test}"), Patch("/restapis/{api}/resources/{pets}", "replace", "/parentId", "{test}"), "Root resource cannot update its parentId."),
    ];

    private static Ask Typed(string types) => Post("/restapis", $$"""{"name":"x","endpointConfiguration":{"types":{{types}} } }""");

    private static Ask Child(string parent, string part) => Post($"/restapis/{{api}}/resources/{parent}", $$"""{"pathPart":"{{part}}"}""");

    private static Ask Steps(int count, string op) => Patch("/restapis/{api}", [.. Enumerable.Repeat(((string?)op, (string?)"/name", (string?)"y", (string?)null), count)]);
}
