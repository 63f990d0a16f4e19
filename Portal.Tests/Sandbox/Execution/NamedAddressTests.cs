using System.Net;

namespace Portal.Tests.Sandbox.Execution;

/// <summary>Names of one's own, on the data plane: a call says by its host which it means.</summary>
public sealed class NamedAddressTests
{
    [Theory]
    [InlineData("api.example.com", "/pets", "one")]
    [InlineData("API.example.com:4566", "/pets/", "one")]
    [InlineData("api.example.com", "/v2/pets", "two")]
    [InlineData("api.example.com", "/v2/beta/pets", "three")]
    [InlineData("api.example.com", "/left/three/pets", "three")]
    [InlineData("api.example.com", "/left", null)]
    [InlineData("any.example.org", "/pets", "two")]
    public async Task The_longest_mapping_of_the_name_leads_to_a_stage(string host, string path, string? answer)
    {
        await using var bench = await Bench.StartAsync();
        var id = await DeployedAsync(bench);
        await NameAsync(bench, "api.example.com", ("", id, "one"), ("v2", id, "two"), ("left", id, null));
        await bench.DoneAsync(HttpMethod.Post, "/v2/domainnames/api.example.com/apimappings", new { apiId = id, stage = "three", apiMappingKey = "v2/beta" });
        await NameAsync(bench, "*.example.org", ("", id, "two"));

        var (status, body) = await CallAsync(bench, host, path);

        Assert.Equal((answer is null ? HttpStatusCode.Forbidden : HttpStatusCode.OK, answer is null ? """{"message":"Forbidden"}""" : $"{answer} {path}"), (status, body));
    }

    [Fact]
    public async Task A_name_without_a_mapping_leads_nowhere()
    {
        await using var bench = await Bench.StartAsync();
        var id = await DeployedAsync(bench);
        await NameAsync(bench, "api.example.com", ("v1", id, "one"));

        Assert.Equal(HttpStatusCode.Forbidden, (await CallAsync(bench, "api.example.com", "/pets")).Status);
        Assert.Equal((HttpStatusCode.OK, "one /v1/pets"), await CallAsync(bench, "api.example.com", "/v1/pets"));
        await bench.DoneAsync(HttpMethod.Patch, "/domainnames/api.example.com", new { patchOperations = new[] { new { op = "replace", path = "/routingMode", value = "ROUTING_RULE_ONLY" } } });
        Assert.Equal(HttpStatusCode.Forbidden, (await CallAsync(bench, "api.example.com", "/v1/pets")).Status);
    }

    [Theory]
    [InlineData("ROUTING_RULE_ONLY", "/v1/pets", null, "two /v1/pets")]
    [InlineData("ROUTING_RULE_ONLY", "/pets", "2.1", "three /pets")]
    [InlineData("ROUTING_RULE_ONLY", "/pets", "1", null)]
    [InlineData("ROUTING_RULE_THEN_BASE_PATH_MAPPING", "/pets", "1", "one /pets")]
    [InlineData("BASE_PATH_MAPPING_ONLY", "/pets", "2.1", "one /pets")]
    public async Task Routing_rules_decide_by_path_and_headers_before_the_mappings_or_instead(string mode, string path, string? version, string? answer)
    {
        await using var bench = await Bench.StartAsync();
        var id = await DeployedAsync(bench);
        await NameAsync(bench, "api.example.com", ("", id, "one"));
        await bench.DoneAsync(HttpMethod.Patch, "/domainnames/api.example.com", new { patchOperations = new[] { new { op = "replace", path = "/routingMode", value = mode } } });
        await bench.DoneAsync(HttpMethod.Post, "/v2/domainnames/api.example.com/routingrules", new { priority = 20, conditions = new[] { new { matchHeaders = new { anyOf = new[] { new { header = "X-Version", valueGlob = "2*" } } } } }, actions = new[] { new { invokeApi = new { apiId = id, stage = "three" } } } });
        await bench.DoneAsync(HttpMethod.Post, "/v2/domainnames/api.example.com/routingrules", new { priority = 10, conditions = new[] { new { matchBasePaths = new { anyOf = new[] { "v1" } } } }, actions = new[] { new { invokeApi = new { apiId = id, stage = "two", stripBasePath = true } } } });

        var (status, body) = await CallAsync(bench, "api.example.com", path, version);

        Assert.Equal((answer is null ? HttpStatusCode.Forbidden : HttpStatusCode.OK, answer is null ? """{"message":"Forbidden"}""" : answer), (status, body));
    }

    [Theory]
    [InlineData("/shop/v2/pets", "x-a: begins-here", "x-b: in the middle of it", "10 pets")]
    [InlineData("/shop/v2/pets", "x-a: begins-here", "x-b: at its edge", "20 shop/v2/pets")]
    [InlineData("/shop/v2/pets", "x-a: never-begins-here", "x-b: in the middle of it", "20 shop/v2/pets")]
    [InlineData("/Shop/v2/pets", "x-a: begins-here", "x-b: in the middle of it", "30 Shop/v2/pets")]
    [InlineData("/shop/v20/pets", "x-a: 1", "x-c: its end", "15 shop/v20/pets")]
    [InlineData("/else/pets", "x-a: 1", "x-c: 1", "30 else/pets")]
    public async Task The_least_rule_decides_whose_path_and_headers_all_fit(string path, string one, string other, string answer)
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument("/{proxy+}", "$stageVariables.rule $input.params('proxy')"), new { stageName = "s10", variables = new { rule = "10" } });
        foreach (var number in new[] { 15, 20, 30 })
        {
            await bench.DeployAsync(id, new { stageName = $"s{number}", variables = new { rule = $"{number}" } });
        }

        await NameAsync(bench, "api.example.com");
        await bench.DoneAsync(HttpMethod.Patch, "/domainnames/api.example.com", new { patchOperations = new[] { new { op = "replace", path = "/routingMode", value = "ROUTING_RULE_ONLY" } } });
        object Path(string of) => new { matchBasePaths = new { anyOf = new[] { of } } };
        object Header(string name, string glob) => new { matchHeaders = new { anyOf = new[] { new { header = name, valueGlob = glob } } } };
        await RuleAsync(30, false);
        await RuleAsync(20, false, Path("shop"));
        await RuleAsync(10, true, Path("shop/v2"), Header("X-A", "begins*"), Header("X-B", "*middle*"));
        await RuleAsync(15, false, Header("X-C", "*end"));

        using HttpRequestMessage request = new(HttpMethod.Get, path) { Headers = { Host = "api.example.com" } };
        foreach (var header in new[] { one, other })
        {
            request.Headers.Add(header.Split(": ")[0], header.Split(": ")[1]);
        }

        var (_, body, _) = await bench.SendAsync(request);
        Assert.Equal(answer, body);

        Task RuleAsync(int priority, bool strips, params object[] conditions) => bench.DoneAsync(HttpMethod.Post, "/v2/domainnames/api.example.com/routingrules", new { priority, conditions, actions = new[] { new { invokeApi = new { apiId = id, stage = $"s{priority}", stripBasePath = strips } } } });
    }

    [Fact]
    public async Task An_API_without_an_endpoint_of_its_own_is_called_by_name_only()
    {
        await using var bench = await Bench.StartAsync();
        var id = await DeployedAsync(bench, """ "servers": [{"url": "/", "x-amazon-apigateway-endpoint-configuration": {"disableExecuteApiEndpoint": true} }] """);
        await NameAsync(bench, "api.example.com", ("", id, "one"));

        Assert.Equal(HttpStatusCode.Forbidden, (await bench.InvokeAsync(id, "/pets", stage: "one")).Status);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(bench, "api.example.com", "/pets")).Status);
    }

    [Fact]
    public async Task HTTP_APIs_are_called_by_name_too()
    {
        await using var backend = await Backend.StartAsync();
        await using var bench = await Bench.StartAsync();
        var id = $"{(await bench.DoneAsync(HttpMethod.Post, "/v2/apis", new { name = "x", protocolType = "HTTP", target = backend.Url }))["apiId"]}";
        await bench.DoneAsync(HttpMethod.Post, "/v2/domainnames", new { domainName = "api.example.com", domainNameConfigurations = new[] { new { certificateArn = "arn:aws:acm:eu-central-1:123456789012:certificate/a" } } });
        await bench.DoneAsync(HttpMethod.Post, "/v2/domainnames/api.example.com/apimappings", new { apiId = id, stage = "$default", apiMappingKey = "shop" });

        var (status, body) = await CallAsync(bench, "api.example.com", "/shop/x");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\"method\":\"GET\"", body, StringComparison.Ordinal);
    }

    private static async Task<string> DeployedAsync(Bench bench, string more = "")
    {
        var id = await bench.DeployedAsync(Given.MockDocument("/pets", "$context.stage $context.path", more), new { stageName = "one" });
        await bench.DeployAsync(id, new { stageName = "two" });
        await bench.DeployAsync(id, new { stageName = "three" });
        return id;
    }

    private static async Task NameAsync(Bench bench, string name, params (string Path, string Api, string? Stage)[] mappings)
    {
        await bench.DoneAsync(HttpMethod.Post, "/domainnames", new { domainName = name, regionalCertificateArn = "arn:aws:acm:eu-central-1:123456789012:certificate/a", endpointConfiguration = new { types = new[] { "REGIONAL" } } });
        foreach (var (path, api, stage) in mappings)
        {
            await bench.DoneAsync(HttpMethod.Post, $"/domainnames/{Uri.EscapeDataString(name)}/basepathmappings", new { basePath = path, restApiId = api, stage });
        }
    }

    private static async Task<(HttpStatusCode Status, string Body)> CallAsync(Bench bench, string host, string path, string? version = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path) { Headers = { Host = host } };
        request.Headers.Add("X-Version", version is null ? [] : [version]);
        var (status, body, _) = await bench.SendAsync(request);
        return (status, body);
    }
}
