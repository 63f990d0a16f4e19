using static Portal.Tests.Sandbox.ApiGateway.ErrorTexts.Ask;

namespace Portal.Tests.Sandbox.ApiGateway.ErrorTexts;

/// <summary>What is said of usage plans and API keys.</summary>
internal static class PlanTexts
{
    private const string Plan = "/usageplans/{plan}";
    private const string OfStage = "/apiStages/<apidId:stageName>/throttle";

    public static IReadOnlyList<ErrorCase> All { get; } =
    [
        new(Patch("/usageplans/nope", "replace", "/name", "n"), Patch(Plan, "replace", "/name", "n"), "Invalid Usage Plan ID specified", 404, "NotFoundException"),
        new(Patch(Plan, "remove", "/apiStages"), Patch(Plan, "remove", "/apiStages", "{api}:dev"), "Invalid API Stage specified"),
        new(Patch(Plan, "remove", "/apiStages", "{api}b:dev"), Patch(Plan, "remove", "/apiStages", "{api}:dev"), "Invalid API Stage {api: {api}b, stage: dev} specified for usageplan {plan}", 404, "NotFoundException"),
        new(Patch(Plan, "remove", "/apiStages", "{api}:fakestagename"), Patch(Plan, "remove", "/apiStages", "{api}:dev"), "Invalid API Stage {api: {api}, stage: fakestagename} specified for usageplan {plan}", 404, "NotFoundException"),
        new(Patch(Plan, "remove", "/apiStages/X:dev"), Patch(Plan, "remove", "/apiStages", "{api}:dev"), $"Invalid patch path  '/apiStages/X:dev' specified for op 'remove'. Must be one of: [/apiStages, /quota, /throttle, /productCode, {OfStage}/<resourcePath>/<httpMethod>, {OfStage}]"),
        new(Delete(Plan), Delete("/usageplans/{freePlan}"), "Cannot delete Usage Plan {plan} because there are API Stages associated with it, including {api}:dev"),
        new(Post("/usageplans", """{"name":"n","apiStages":[{"apiId":"{api}","stage":"no"}]}"""), Post("/usageplans", """{"name":"n","apiStages":[{"apiId":"{api}","stage":"dev"}]}"""), "API Stage not found…", 404, "NotFoundException"),
        new(Throttled("pets/GET"), Throttled("/pets/GET"), "Invalid method {resourcePath: pets/GET,method: } specified"),
        new(Quota(""" "limit":0,"period":"DAY" """), Quota(""" "limit":1,"period":"DAY" """), "Usage Plan quota limit must be a non-negative numeric"),
        new(Quota(""" "limit":1 """), Quota(""" "limit":1,"period":"DAY" """), "Invalid Usage Plan quota period specified. Must be one of [DAY, WEEK, MONTH]"),
        new(Quota(""" "limit":1,"period":"DAY","offset":1 """), Quota(""" "limit":1,"period":"DAY","offset":0 """), "Usage Plan quota offset must be zero in the DAY period"),
        new(Quota(""" "limit":1,"period":"WEEK","offset":7 """), Quota(""" "limit":1,"period":"WEEK","offset":6 """), "Usage Plan quota offset must be between 0 and 6 inclusive in the WEEK period"),
        new(Quota(""" "limit":1,"period":"MONTH","offset":28 """), Quota(""" "limit":1,"period":"MONTH","offset":27 """), "Usage Plan quota offset must be between 0 and 27 inclusive in the MONTH period"),

        new(Key($$""" "name":"{{new string('n', 1025)}}" """), Key($$""" "name":"{{new string('n', 1024)}}" """), "Invalid API Key name, can be at most 1024 characters."),
        new(Key($$""" "value":"{{new string('v', 19)}}" """), Key($$""" "value":"{{new string('v', 20)}}" """), "API Key value should be at least 20 characters"),
        new(Key($$""" "value":"{{new string('v', 129)}}" """), Key($$""" "value":"{{new string('v', 128)}}" """), "API Key value exceeds maximum size of 128 characters"),
        new(Key($$""" "description":"{{new string('d', 125_001)}}" """), Key($$""" "description":"{{new string('d', 125_000)}}" """), "Invalid API Key description specified."),
        new(Key(""" "value":"kkkkkkkkkkkkkkkkkkkkkkkk" """), Key(""" "value":"llllllllllllllllllllllll" """), "API Key already exists", 409, "ConflictException"),
        new(Patch("/apikeys/{key}", "replace", "/description", new string('d', 125_001)), Patch("/apikeys/{key}", "replace", "/description", "d"), "Invalid API Key description specified."),
        new(Patch("/apikeys/{key}", "replace", "/id", "x"), Patch("/apikeys/{key}", "replace", "/name", "x"), "Invalid patch path  '/id' specified for op 'replace'. Must be one of: [/description, /enabled, /name, /customerId]"),
    ];

    private static Ask Quota(string members) => Post("/usageplans", $$"""{"name":"n","quota":{ {{members}} } }""");

    private static Ask Throttled(string method) => Post("/usageplans", $$"""{"name":"n","apiStages":[{"apiId":"{api}","stage":"dev","throttle":{"{{method}}":{"rateLimit":1,"burstLimit":1} } }]}""");

    private static Ask Key(string member) => Post("/apikeys", $$"""{ {{member}} }""");
}
