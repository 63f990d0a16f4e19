using Portal.Sandbox;

namespace Portal.Tests.Sandbox.ApiGatewayV2;

public sealed class RestartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sandbox-");

    private SandboxOptions Kept => new() { DataFolder = _folder.FullName };

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_held_is_held_after_a_restart()
    {
        string id, gone, before;
        await using (var bench = await Bench.StartAsync(Kept))
        {
            id = await QuickAsync(bench, new { name = "kept", protocolType = "HTTP", target = "https://backend.example", tags = new { a = "1" }, corsConfiguration = new { allowOrigins = new[] { "*" } } });
            var authorizer = await bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{id}/authorizers", new { name = "people", authorizerType = "JWT", identitySource = new[] { "$request.header.Authorization" }, jwtConfiguration = new { issuer = "https://id.example" } });
            await bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{id}/routes", new { routeKey = "GET /x", authorizationType = "JWT", authorizerId = $"{authorizer["authorizerId"]}", authorizationScopes = new[] { "read" } });
            await bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{id}/stages", new
            {
                stageName = "dev",
                autoDeploy = true,
                stageVariables = new { a = "b" },
                routeSettings = new Dictionary<string, object> { ["GET /x"] = new { throttlingRateLimit = 1.5 } },
            });
            gone = await QuickAsync(bench, new { name = "gone", protocolType = "HTTP" });
            await bench.Server.FlushAsync();
            await bench.DoneAsync(HttpMethod.Delete, $"/v2/apis/{gone}");
            before = await PictureAsync(bench, id);
        }

        await using var again = await Bench.StartAsync(Kept);

        Assert.Equal(before, await PictureAsync(again, id));
        await again.RefusedAsync(HttpMethod.Get, $"/v2/apis/{gone}", null, 404, "NotFoundException", $"Invalid API identifier specified 123456789012:{gone}");
    }

    [Fact]
    public async Task A_deployment_keeps_what_it_froze_over_a_restart()
    {
        string id;
        await using (var bench = await Bench.StartAsync(Kept))
        {
            id = await QuickAsync(bench, new { name = "frozen", protocolType = "HTTP" });
            var route = await bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{id}/routes", new { routeKey = "GET /before" });
            await bench.DoneAsync(HttpMethod.Post, $"/v2/apis/{id}/deployments");
            await bench.DoneAsync(HttpMethod.Patch, $"/v2/apis/{id}/routes/{route["routeId"]}", new { routeKey = "GET /after" });
        }

        await using var again = await Bench.StartAsync(Kept);
        var whole = again.Server.World.Region("123456789012", "eu-central-1").ApisV2.Find(id)!;

        Assert.Equal("GET /before", whole.Deployments.Values.Single().Definition!.Routes.Values.Single().RouteKey);
        Assert.Equal("GET /after", whole.Definition.Routes.Values.Single().RouteKey);
    }

    [Fact]
    public async Task Names_with_their_mappings_and_links_are_held_after_a_restart()
    {
        string[] paths = ["/v2/domainnames", "/v2/domainnames/*.pets.example/apimappings", "/v2/vpclinks"];
        List<string> before = [];
        await using (var bench = await Bench.StartAsync(Kept))
        {
            var id = await QuickAsync(bench, new { name = "kept", protocolType = "HTTP", target = "https://backend.example" });
            await bench.DoneAsync(HttpMethod.Post, "/v2/domainnames", new { domainName = "*.pets.example", domainNameConfigurations = new[] { new { certificateArn = "arn:aws:acm:eu-central-1:123456789012:certificate/1" } } });
            await bench.DoneAsync(HttpMethod.Post, "/v2/domainnames/*.pets.example/apimappings", new { apiId = id, stage = "$default" });
            await bench.DoneAsync(HttpMethod.Post, "/v2/vpclinks", new { name = "in", subnetIds = new[] { "subnet-1" } });
            foreach (var path in paths)
            {
                before.Add((await bench.DoneAsync(HttpMethod.Get, path)).ToJsonString());
            }
        }

        await using var again = await Bench.StartAsync(Kept);

        Assert.All(before, text => Assert.DoesNotContain("\"items\":[]", text, StringComparison.Ordinal));
        foreach (var (path, text) in paths.Zip(before))
        {
            Assert.Equal(text, (await again.DoneAsync(HttpMethod.Get, path)).ToJsonString());
        }
    }

    private static async Task<string> QuickAsync(Bench bench, object api) => $"{(await bench.DoneAsync(HttpMethod.Post, "/v2/apis", api))["apiId"]}";

    private static async Task<string> PictureAsync(Bench bench, string id)
    {
        var parts = new List<string>();
        foreach (var part in new[] { "", "/routes", "/integrations", "/authorizers", "/deployments", "/stages" })
        {
            parts.Add((await bench.DoneAsync(HttpMethod.Get, $"/v2/apis/{id}{part}")).ToJsonString());
        }

        return string.Join('\n', parts);
    }
}
