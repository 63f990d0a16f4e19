using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox.ApiGateway.ErrorTexts;

/// <summary>
/// What the cases speak of: an API with /pets (GET mocked), /pets/{all+}, ANY on the root and on /test, two deployments, the stage dev, and test with a canary;
/// one without methods, one whose method calls nothing; a plan, a key, a part of the documentation; and an HTTP API.
/// </summary>
internal static class ErrorWorld
{
    public static async Task<IReadOnlyDictionary<string, string>> MakeAsync(Bench bench)
    {
        Dictionary<string, string> ids = new(StringComparer.Ordinal);
        async Task<JsonNode> Made(string path, object body, HttpMethod? verb = null) => await bench.DoneAsync(verb ?? HttpMethod.Post, path, body);
        async Task Method(string resource, string verb, object method)
        {
            await Made($"/restapis/{ids["api"]}/resources/{resource}/methods/{verb}", method, HttpMethod.Put);
            await Made($"/restapis/{ids["api"]}/resources/{resource}/methods/{verb}/integration", new { type = "MOCK" }, HttpMethod.Put);
        }

        var api = await Made("/restapis", new { name = "x" });
        (ids["api"], ids["root"]) = (Text(api, "id"), Text(api, "rootResourceId"));
        ids["API"] = ids["api"].ToUpperInvariant() is var upper && upper != ids["api"] ? upper : $"{upper}X";
        var inside = $"/restapis/{ids["api"]}";
        foreach (var name in new[] { "petModel", "rootModel", "testModel", "freeModel" })
        {
            await Made($"{inside}/models", new { name, contentType = "application/json", schema = "{\"type\":\"object\"}" });
        }

        ids["pets"] = Text(await Made($"{inside}/resources/{ids["root"]}", new { pathPart = "pets" }), "id");
        ids["greedy"] = Text(await Made($"{inside}/resources/{ids["pets"]}", new { pathPart = "{all+}" }), "id");
        ids["test"] = Text(await Made($"{inside}/resources/{ids["root"]}", new { pathPart = "test" }), "id");
        await Method(ids["pets"], "GET", """{"authorizationType":"NONE","requestModels":{"application/json":"petModel"},"requestParameters":{"method.request.querystring.page":false}}""");
        await Method(ids["root"], "ANY", """{"authorizationType":"NONE","requestModels":{"application/json":"rootModel"}}""");
        await Method(ids["test"], "ANY", """{"authorizationType":"NONE","requestModels":{"application/json":"testModel"}}""");
        var pets = $"{inside}/resources/{ids["pets"]}/methods/GET";
        await Made($"{pets}/responses/200", """{"responseModels":{"application/json":"petModel"},"responseParameters":{"method.response.header.a":false}}""", HttpMethod.Put);
        await Made($"{pets}/responses/201", "{}", HttpMethod.Put);
        await Made($"{pets}/integration/responses/200", "{}", HttpMethod.Put);
        ids["validator"] = Text(await Made($"{inside}/requestvalidators", new { name = "v" }), "id");
        ids["authorizer"] = Text(await Made($"{inside}/authorizers", new { name = "a", type = "TOKEN", authorizerUri = "arn:aws:apigateway:x", identitySource = "method.request.header.a" }), "id");
        await Made($"{inside}/gatewayresponses/UNAUTHORIZED", """{"responseParameters":{"gatewayresponse.header.a":"'b'"}}""", HttpMethod.Put);
        ids["part"] = Text(await Made($"{inside}/documentation/parts", """{"location":{"type":"API"},"properties":"{\"a\":1}"}"""), "id");

        ids["deployment"] = Text(await Made($"{inside}/deployments", new { stageName = "dev" }), "id");
        ids["spare"] = Text(await Made($"{inside}/deployments", new { }), "id");
        await Made($"{inside}/stages", new { stageName = "test", deploymentId = ids["deployment"], canarySettings = new { percentTraffic = 5, deploymentId = ids["deployment"], stageVariableOverrides = new { a = "1" } } });
        await Made($"{inside}/stages/dev", Ask.Patch("", "replace", "/pets/GET/metrics/enabled", "true").Body, HttpMethod.Patch);

        var bare = await Made("/restapis", new { name = "bare" });
        (ids["bare"], ids["bareRoot"]) = (Text(bare, "id"), Text(bare, "rootResourceId"));
        await Made($"/restapis/{ids["bare"]}/resources/{ids["bareRoot"]}/methods/GET", new { authorizationType = "NONE" }, HttpMethod.Put);
        ids["empty"] = Text(await Made("/restapis", new { name = "empty" }), "id");
        ids["private"] = Text(await Made("/restapis", new { name = "private", endpointConfiguration = new { types = new[] { "PRIVATE" } } }), "id");
        ids["key"] = Text(await Made("/apikeys", new { name = "k", value = "kkkkkkkkkkkkkkkkkkkkkkkk" }), "id");
        ids["plan"] = Text(await Made("/usageplans", new { name = "p", apiStages = new[] { new { apiId = ids["api"], stage = "dev" } } }), "id");
        ids["freePlan"] = Text(await Made("/usageplans", new { name = "q" }), "id");
        ids["link"] = Text(await Made("/vpclinks", new { name = "l", targetArns = new[] { "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/net/n/1" } }), "id");
        ids["http"] = Text(await Made("/v2/apis", new { name = "h", protocolType = "HTTP" }), "apiId");
        await Made($"/v2/apis/{ids["http"]}/routes", new { routeKey = "GET /pets" });
        return ids;
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
