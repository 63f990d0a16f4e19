using System.Net;
using Microsoft.Extensions.Time.Testing;
using Portal.Sandbox;
using Portal.Tests.Sandbox.Execution;

namespace Portal.Tests.Sandbox.State;

public sealed class RestartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sandbox-");

    private SandboxOptions Kept => new() { DataFolder = _folder.FullName };

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_held_is_held_after_a_restart()
    {
        string id, before;
        await using (var bench = await Bench.StartAsync(Kept))
        {
            id = await bench.DeployedAsync(Given.MockDocument(body: "one"));
            await bench.DoneAsync(HttpMethod.Put, $"/restapis/{id}?mode=overwrite", Given.MockDocument(body: "two"));
            before = await PictureAsync(bench, id);
        }

        await using var again = await Bench.StartAsync(Kept);

        Assert.Equal(before, await PictureAsync(again, id));
        Assert.Equal("one", (await again.InvokeAsync(id, "/pets")).Body);
    }

    [Fact]
    public async Task What_was_deleted_stays_away()
    {
        await using (var bench = await Bench.StartAsync(Kept))
        {
            var id = await bench.DeployedAsync(Given.MockDocument());
            await bench.Server.FlushAsync();
            await bench.DoneAsync(HttpMethod.Delete, $"/restapis/{id}");
        }

        await using var again = await Bench.StartAsync(Kept);

        Assert.Empty((await again.DoneAsync(HttpMethod.Get, "/restapis"))["item"]!.AsArray());
    }

    [Fact]
    public async Task A_file_that_was_being_written_when_the_process_died_is_no_matter()
    {
        string id;
        await using (var bench = await Bench.StartAsync(Kept))
        {
            id = await bench.DeployedAsync(Given.MockDocument());
        }

        var file = _folder.EnumerateFiles($"{id}.json", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync($"{file.FullName}.new", "{\"resources\":[", TestContext.Current.CancellationToken);

        await using var again = await Bench.StartAsync(Kept);
        Assert.Equal("""{"ok":true}""", (await again.InvokeAsync(id, "/pets")).Body);
    }

    [Fact]
    public async Task Deployments_that_share_their_content_share_it_after_a_restart()
    {
        string id;
        await using (var bench = await Bench.StartAsync(Kept))
        {
            id = await bench.DeployedAsync(Given.MockDocument());
            await bench.DoneAsync(HttpMethod.Put, $"/restapis/{id}?mode=overwrite", Given.MockDocument());
            await bench.DeployAsync(id);
        }

        await using var again = await Bench.StartAsync(Kept);
        var entry = again.Server.World.FindApi(id)!.Value.Entry;
        var resources = entry.Deployments.Values.SelectMany(deployment => deployment.Snapshot.Definition.Resources.Values).Concat(entry.Definition.Resources.Values);

        Assert.Equal(2, resources.Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    [Fact]
    public async Task Plans_keys_and_what_was_used_are_held_after_a_restart()
    {
        string plan, before;
        var standing = Kept with { TimeProvider = new FakeTimeProvider(new(2026, 5, 6, 12, 0, 0, TimeSpan.Zero)) };
        Task<string> PlansAsync(Bench bench, string id) => PictureOfAsync(bench, [$"/usageplans/{id}", "/apikeys?includeValues=true", $"/usageplans/{id}/keys", $"/usageplans/{id}/usage?startDate=2026-05-06&endDate=2026-05-06"]);
        await using (var bench = await Bench.StartAsync(standing))
        {
            var api = await bench.DeployedAsync(Given.MockDocument());
            object[] stages = [new { apiId = api, stage = "dev", throttle = new Dictionary<string, object> { ["/pets/GET"] = new { rateLimit = 1.5, burstLimit = 2 } } }];
            plan = $"{(await bench.DoneAsync(HttpMethod.Post, "/usageplans", new { name = "free", apiStages = stages, quota = new { limit = 100, period = "MONTH" }, tags = new { a = "1" } }))["id"]}";
            var key = $"{(await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { name = "mine", enabled = true, tags = new { b = "2" } }))["id"]}";
            await bench.DoneAsync(HttpMethod.Post, $"/usageplans/{plan}/keys", new { keyId = key, keyType = "API_KEY" });
            await bench.DoneAsync(HttpMethod.Patch, $"/usageplans/{plan}/keys/{key}/usage", new { patchOperations = new[] { new { op = "replace", path = "/remaining", value = "7" } } });
            var gone = await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { name = "gone" });
            await bench.Server.FlushAsync();
            await bench.DoneAsync(HttpMethod.Delete, $"/apikeys/{gone["id"]}");
            before = await PlansAsync(bench, plan);
        }

        await using var again = await Bench.StartAsync(standing);

        Assert.Equal(before, await PlansAsync(again, plan));
        Assert.Contains("[[0,7]]", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_around_APIs_is_held_after_a_restart()
    {
        string before;
        Task<string> AroundAsync(Bench bench, string api) => PictureOfAsync(bench, [$"/restapis/{api}/documentation/parts", $"/restapis/{api}/documentation/versions", "/clientcertificates", "/domainnames", "/domainnames/a.example.com/basepathmappings", "/vpclinks", "/account", "/domainnameaccessassociations"]);
        string id;
        await using (var bench = await Bench.StartAsync(Kept))
        {
            id = await bench.DeployedAsync(Given.MockDocument());
            await bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/documentation/parts", """{"location":{"type":"METHOD","path":"/pets","method":"GET"},"properties":"{\"a\":1}"}""");
            await bench.DoneAsync(HttpMethod.Post, $"/restapis/{id}/documentation/versions", new { documentationVersion = "1" });
            await bench.DoneAsync(HttpMethod.Post, "/clientcertificates", new { description = "c" });
            const string Certificate = "arn:aws:acm:eu-central-1:123456789012:certificate/a";
            await bench.DoneAsync(HttpMethod.Post, "/domainnames", new { domainName = "a.example.com", certificateArn = Certificate });
            var hidden = await bench.DoneAsync(HttpMethod.Post, "/domainnames", new { domainName = "a.example.com", certificateArn = Certificate, endpointConfiguration = new { types = new[] { "PRIVATE" } } });
            await bench.DoneAsync(HttpMethod.Post, "/domainnames/a.example.com/basepathmappings", new { restApiId = id });
            await bench.DoneAsync(HttpMethod.Post, "/domainnameaccessassociations", new { domainNameArn = $"{hidden["domainNameArn"]}", accessAssociationSourceType = "VPCE", accessAssociationSource = "vpce-1" });
            await bench.DoneAsync(HttpMethod.Post, "/vpclinks", new { name = "l", targetArns = new[] { "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/net/n/1" } });
            await bench.DoneAsync(HttpMethod.Patch, "/account", new { patchOperations = new[] { new { op = "replace", path = "/cloudwatchRoleArn", value = "" } } });
            before = await AroundAsync(bench, id);
        }

        await using var again = await Bench.StartAsync(Kept);

        Assert.Equal(before, await AroundAsync(again, id));
        Assert.DoesNotContain("PRIVATE KEY", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_is_no_way_around_a_quota()
    {
        string api, value;
        TimeProvider noon;
        await using (var shop = await Shop.OpenAsync(quota: new { limit = 1, period = "DAY" }, options: Kept))
        {
            (_, value) = await shop.KeyAsync();
            (api, noon) = (shop.Api, shop.Time);
            Assert.Equal(HttpStatusCode.OK, await shop.GetAsync("/a", value));
        }

        await using var again = await Bench.StartAsync(Kept with { TimeProvider = noon });

        Assert.Equal("""{"message":"Limit Exceeded"}""", (await again.InvokeAsync(api, "/a", with: request => request.Headers.Add("x-api-key", value))).Body);
    }

    private static Task<string> PictureAsync(Bench bench, string id) =>
        PictureOfAsync(bench, from path in (string[])["", "/resources?embed=methods", "/deployments", "/stages", "/models", "/gatewayresponses"] select $"/restapis/{id}{path}");

    private static async Task<string> PictureOfAsync(Bench bench, IEnumerable<string> paths)
    {
        List<string> parts = [];
        foreach (var path in paths)
        {
            parts.Add((await bench.DoneAsync(HttpMethod.Get, path)).ToJsonString());
        }

        return string.Join('\n', parts);
    }
}
