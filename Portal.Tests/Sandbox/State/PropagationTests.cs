using System.Net;
using Microsoft.Extensions.Time.Testing;
using Portal.Tests.Sandbox.Execution;

namespace Portal.Tests.Sandbox.State;

public sealed class PropagationTests
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new(new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_deployment_is_seen_late_and_the_one_before_until_then()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _time, Settings = new() { DeploymentsAfter = Late } });
        var id = await bench.DeployedAsync(Given.MockDocument(body: "one"));
        Assert.Equal(HttpStatusCode.Forbidden, (await bench.InvokeAsync(id, "/pets")).Status);

        _time.Advance(Late);
        Assert.Equal("one", (await bench.InvokeAsync(id, "/pets")).Body);

        await bench.DoneAsync(HttpMethod.Put, $"/restapis/{id}?mode=overwrite", Given.MockDocument(body: "two"));
        await bench.DeployAsync(id);
        _time.Advance(Late - TimeSpan.FromSeconds(1));
        Assert.Equal("one", (await bench.InvokeAsync(id, "/pets")).Body);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("two", (await bench.InvokeAsync(id, "/pets")).Body);
    }

    [Fact]
    public async Task A_deleted_API_lives_on_for_a_while()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _time });
        var id = await bench.DeployedAsync(Given.MockDocument(body: "one"));
        await bench.OwnAsync(HttpMethod.Post, "settings", new { deploymentsAfter = Late.TotalSeconds });

        await bench.DoneAsync(HttpMethod.Delete, $"/restapis/{id}");
        Assert.Equal("one", (await bench.InvokeAsync(id, "/pets")).Body);

        _time.Advance(Late);
        Assert.Equal(HttpStatusCode.Forbidden, (await bench.InvokeAsync(id, "/pets")).Status);
    }

    [Fact]
    public async Task A_key_opens_late_and_closes_late()
    {
        await using var shop = await Shop.OpenAsync(options: new() { Settings = new() { KeysAfter = Late } });
        var (id, value) = await shop.KeyAsync();
        Assert.Equal(HttpStatusCode.Forbidden, await shop.GetAsync("/a", value));

        shop.Time.Advance(Late);
        Assert.Equal(HttpStatusCode.OK, await shop.GetAsync("/a", value));

        await shop.Bench.DoneAsync(HttpMethod.Delete, $"/apikeys/{id}");
        Assert.Equal(HttpStatusCode.OK, await shop.GetAsync("/a", value));

        shop.Time.Advance(Late);
        Assert.Equal(HttpStatusCode.Forbidden, await shop.GetAsync("/a", value));
    }

    [Fact]
    public async Task A_change_of_a_plan_comes_as_late_as_one_of_a_key()
    {
        await using var shop = await Shop.OpenAsync();
        var (_, value) = await shop.KeyAsync();
        await shop.Bench.OwnAsync(HttpMethod.Post, "settings", new { keysAfter = Late.TotalSeconds });

        await shop.Bench.DoneAsync(HttpMethod.Patch, $"/usageplans/{shop.Plan}", new { patchOperations = new[] { new { op = "remove", path = "/apiStages", value = $"{shop.Api}:dev" } } });
        Assert.Equal(HttpStatusCode.OK, await shop.GetAsync("/a", value));

        shop.Time.Advance(Late);
        Assert.Equal(HttpStatusCode.Forbidden, await shop.GetAsync("/a", value));
    }

    [Fact]
    public async Task Deployments_of_HTTP_APIs_are_seen_late_too()
    {
        await using var backend = await Backend.StartAsync();
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _time, Settings = new() { DeploymentsAfter = Late } });
        var id = $"{(await bench.DoneAsync(HttpMethod.Post, "/v2/apis", new { name = "x", protocolType = "HTTP", target = backend.Url }))["apiId"]}";
        async Task<HttpStatusCode> CallAsync() => (await bench.SendAsync(new(HttpMethod.Get, $"/apis/{id}/$default/_user_request_/"))).Status;
        Assert.Equal(HttpStatusCode.Forbidden, await CallAsync());

        _time.Advance(Late);
        Assert.Equal(HttpStatusCode.OK, await CallAsync());

        await bench.DoneAsync(HttpMethod.Delete, $"/v2/apis/{id}");
        Assert.Equal(HttpStatusCode.OK, await CallAsync());
        _time.Advance(Late);
        Assert.Equal(HttpStatusCode.Forbidden, await CallAsync());
    }

    [Fact]
    public async Task The_clock_can_be_moved_past_it()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _time, Settings = new() { DeploymentsAfter = Late } });
        var id = await bench.DeployedAsync(Given.MockDocument(body: "one"));

        await bench.OwnAsync(HttpMethod.Post, "clock", new { seconds = Late.TotalSeconds });

        Assert.Equal("one", (await bench.InvokeAsync(id, "/pets")).Body);
    }
}
