namespace Portal.Tests.Sandbox.ApiGateway;

/// <summary>How much there may be: the last one that fits is made, one more is refused.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task An_API_has_300_resources()
    {
        await using var bench = await Bench.StartAsync();
        var api = await bench.DoneAsync(HttpMethod.Post, "/restapis?mode=import", Paths(298));
        var below = $"/restapis/{api["id"]}/resources/{api["rootResourceId"]}";

        await bench.DoneAsync(HttpMethod.Post, below, new { pathPart = "last" });

        await RefusedAsync(bench, below, new { pathPart = "more" }, "resources", "this API");
        await bench.RefusedAsync(HttpMethod.Put, $"/restapis/{api["id"]}?mode=overwrite", Paths(300), 400, "BadRequestException", "Errors found during import:\n\tUnable to create resources: Maximum number of resources for this API has been reached. Please contact AWS if you need additional resources.");
    }

    [Fact]
    public async Task A_model_and_a_template_have_a_size()
    {
        await using var bench = await Bench.StartAsync();
        var api = await bench.DoneAsync(HttpMethod.Post, "/restapis?mode=import", Given.MockDocument());
        object Model(int length) => new { name = $"M{length}", contentType = "application/json", schema = $$"""{"title":"{{new string('x', length - 12)}}"}""" };
        await bench.DoneAsync(HttpMethod.Post, $"/restapis/{api["id"]}/models", Model(400 * 1024));

        await bench.RefusedAsync(HttpMethod.Post, $"/restapis/{api["id"]}/models", Model((400 * 1024) + 1), 400, "BadRequestException", "Model schema exceeds the maximum size of 400 KB");
        await bench.DoneAsync(HttpMethod.Put, $"/restapis/{api["id"]}", Given.MockDocument(body: new string('x', 300 * 1024)));
        await bench.RefusedAsync(HttpMethod.Put, $"/restapis/{api["id"]}", Given.MockDocument(body: new string('x', (300 * 1024) + 1)), 400, "BadRequestException", "Errors found during import:\n\tUnable to put integration response on 'GET' for resource at path '/pets': Mapping template exceeds the maximum size of 300 KB");
    }

    [Fact]
    public async Task A_name_has_200_mappings_with_several_parts()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument());
        await bench.DoneAsync(HttpMethod.Post, "/v2/domainnames", new { domainName = "api.example.com", domainNameConfigurations = new[] { new { certificateArn = "arn:aws:acm:eu-central-1:123456789012:certificate/a" } } });
        for (var i = 0; i < 200; i++)
        {
            await bench.DoneAsync(HttpMethod.Post, "/v2/domainnames/api.example.com/apimappings", new { apiId = id, stage = "dev", apiMappingKey = $"a/{i}" });
        }

        await RefusedAsync(bench, "/v2/domainnames/api.example.com/apimappings", new { apiId = id, stage = "dev", apiMappingKey = "a/more" }, "multi-level API mappings", "this domain name");
        await bench.DoneAsync(HttpMethod.Post, "/v2/domainnames/api.example.com/apimappings", new { apiId = id, stage = "dev", apiMappingKey = "more" });
    }

    [Fact]
    public async Task An_API_has_10_stages()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument());
        var deployment = $"{(await bench.DoneAsync(HttpMethod.Get, $"/restapis/{id}/stages/dev"))["deploymentId"]}";
        for (var i = 1; i < 10; i++)
        {
            await bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/stages", new { stageName = $"s{i}", deploymentId = deployment });
        }

        await RefusedAsync(bench, $"/restapis/{id}/stages", new { stageName = "more", deploymentId = deployment }, "stages", "this API");
        await RefusedAsync(bench, $"/restapis/{id}/deployments", new { stageName = "more" }, "stages", "this API");
    }

    [Fact]
    public async Task An_API_has_10_authorizers()
    {
        await using var bench = await Bench.StartAsync();
        var id = $"{(await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "x" }))["id"]}";
        object Authorizer(int i) => new { name = $"a{i}", type = "TOKEN", authorizerUri = "arn:aws:apigateway:x", identitySource = "method.request.header.a" };
        for (var i = 0; i < 10; i++)
        {
            await bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/authorizers", Authorizer(i));
        }

        await RefusedAsync(bench, $"/restapis/{id}/authorizers", Authorizer(10), "authorizers", "this API");
    }

    [Fact]
    public async Task An_account_has_10000_keys()
    {
        await using var bench = await Bench.StartAsync();
        var rows = "Key,Name\n" + string.Concat(Enumerable.Range(0, 9_999).Select(number => $"kkkkkkkkkkkkkkkkkkkk{number},n\n"));

        var made = await bench.DoneAsync(HttpMethod.Post, "/apikeys?mode=import&format=csv", rows);
        await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { name = "last" });

        Assert.Equal(9_999, made["ids"]!.AsArray().Count);
        await RefusedAsync(bench, "/apikeys", new { name = "more" }, "API keys", "this account");
        await RefusedAsync(bench, "/apikeys?mode=import&format=csv", "Key,Name\nmmmmmmmmmmmmmmmmmmmmmmmm,n\n", "API keys", "this account");
    }

    [Fact]
    public async Task An_account_has_300_plans_of_which_a_key_is_in_10()
    {
        await using var bench = await Bench.StartAsync();
        var key = $"{(await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { name = "k" }))["id"]}";
        List<string> plans = [];
        for (var i = 0; i < 300; i++)
        {
            plans.Add($"{(await bench.DoneAsync(HttpMethod.Post, "/usageplans", new { name = $"p{i}" }))["id"]}");
        }

        foreach (var plan in plans[..10])
        {
            await bench.DoneAsync(HttpMethod.Post, $"/usageplans/{plan}/keys", new { keyId = key, keyType = "API_KEY" });
        }

        await RefusedAsync(bench, "/usageplans", new { name = "more" }, "usage plans", "this account");
        await RefusedAsync(bench, $"/usageplans/{plans[10]}/keys", new { keyId = key, keyType = "API_KEY" }, "usage plans", "this API key");
    }

    [Fact]
    public async Task A_stage_in_a_plan_has_20_method_throttles()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument());
        object Plan(int count) => new { name = "p", apiStages = new[] { new { apiId = id, stage = "dev", throttle = Enumerable.Range(0, count).ToDictionary(i => $"/p{i}/GET", _ => new { rateLimit = 1, burstLimit = 1 }) } } };

        await bench.DoneAsync(HttpMethod.Post, "/usageplans", Plan(20));

        await RefusedAsync(bench, "/usageplans", Plan(21), "method throttles", $"{id}:dev in this usage plan");
    }

    [Fact]
    public async Task A_Region_has_120_edge_optimized_APIs_and_others_besides()
    {
        await using var bench = await Bench.StartAsync();
        for (var i = 0; i < 120; i++)
        {
            await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "x" });
        }

        await RefusedAsync(bench, "/restapis", new { name = "more" }, "EDGE APIs", "this account");
        await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "x", endpointConfiguration = new { types = new[] { "REGIONAL" } } });
    }

    private static Task RefusedAsync(Bench bench, string path, object body, string things, string holder) => bench.RefusedAsync(
        HttpMethod.Post, path, body, 429, "LimitExceededException", $"Maximum number of {things} for {holder} has been reached. Please contact AWS if you need additional {things}.");

    private static string Paths(int count) => Given.Document($"{{{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"/p{i}\": {{}}"))}}}");
}
