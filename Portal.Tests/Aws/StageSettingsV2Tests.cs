using Amazon.ApiGatewayV2.Model;
using Portal.Server.Aws;
using Portal.Server.Gateway;
using Portal.Tests.Sync;

namespace Portal.Tests.Aws;

/// <summary>Limits, metrics, logs and tags of stages of HTTP and WebSocket APIs, written and read back.</summary>
public sealed class StageSettingsV2Tests
{
    private static readonly MethodSettingsSpec Limited = MethodSettingsSpec.Default with { ThrottlingRateLimit = 2.5, ThrottlingBurstLimit = 5, MetricsEnabled = true };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_written_is_read_back(bool isSocket)
    {
        await using var bench = await AwsBench.StartAsync();
        var specs = isSocket ? World.DeployedSocket(2, "dev") : World.DeployedHttp(2, "dev");
        var route = isSocket ? "1" : "GET /1";
        var before = (StageSpec)specs[^1] with { Settings = Settings((StageSettingsSpec.AllMethods, Limited), (route, isSocket ? Limited with { LoggingLevel = "ERROR" } : Limited)), Tags = Tags(("team", "ours"), ("gone", "1")) };
        var after = before with { Settings = Settings((StageSettingsSpec.AllMethods, Limited with { ThrottlingRateLimit = 7, MetricsEnabled = false })), Tags = new([new("gone", null), new("team", "theirs")]) };

        foreach (var spec in specs[..^1].Append(before))
        {
            await bench.Gateway.CreateAsync(spec, Cancelled);
        }

        Assert.Equal(before.Text, (await LiveAsync(bench, specs[0], before)).AsFarAs(before).Text);
        var last = await bench.LastCallAsync();
        await bench.Gateway.UpdateAsync(before, after, Cancelled);

        Assert.Equal(after.Text, (await LiveAsync(bench, specs[0], after)).AsFarAs(after).Text);
        Assert.Equal(["DeleteRouteSettings", "TagResource", "UntagResource", "UpdateStage"], (await bench.CallsAfterAsync(last)).Where(call => !call.IsRead).Select(call => call.Operation).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_route_that_loses_its_limit_keeps_the_rest()
    {
        await using var bench = await AwsBench.StartAsync();
        var specs = World.DeployedHttp(1, "dev");
        var before = (StageSpec)specs[^1] with { Settings = Settings(("GET /1", Limited)) };
        var after = before with { Settings = Settings(("GET /1", MethodSettingsSpec.Default with { MetricsEnabled = true })) };

        foreach (var spec in specs[..^1].Append(before))
        {
            await bench.Gateway.CreateAsync(spec, Cancelled);
        }

        await bench.Gateway.UpdateAsync(before, after, Cancelled);

        Assert.Equal(after.Settings!.Text, (await LiveAsync(bench, specs[0], after)).Settings?.Text);
    }

    [Fact]
    public async Task The_limit_of_all_routes_is_not_lost_silently()
    {
        await using var bench = await AwsBench.StartAsync();
        var specs = World.DeployedHttp(1, "dev");
        var before = (StageSpec)specs[^1] with { Settings = Settings((StageSettingsSpec.AllMethods, Limited)) };

        foreach (var spec in specs[..^1].Append(before))
        {
            await bench.Gateway.CreateAsync(spec, Cancelled);
        }

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => bench.Gateway.UpdateAsync(before, before with { Settings = StageSettingsSpec.None }, Cancelled));

        Assert.Contains("Set one as high as the account's", refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_the_portal_leaves_alone_stays()
    {
        await using var bench = await AwsBench.StartAsync();
        var specs = World.DeployedHttp(1, "dev");
        var stage = (StageSpec)specs[^1] with { Settings = null };

        foreach (var spec in specs[..^1].Append(stage))
        {
            await bench.Gateway.CreateAsync(spec, Cancelled);
        }

        var api = Assert.Single(await ApisV2.AllAsync(bench.Clients, Cancelled)).ApiId;
        await bench.Clients.WritingV2.UpdateStageAsync(new UpdateStageRequest { ApiId = api, StageName = stage.Name, RouteSettings = new() { ["GET /1"] = new RouteSettings { ThrottlingRateLimit = 1, ThrottlingBurstLimit = 1 } } }, Cancelled);
        var live = await LiveAsync(bench, specs[0], stage);
        await bench.Gateway.UpdateAsync(live.AsFarAs(stage), stage with { Description = "New" }, Cancelled);

        Assert.Equal((1.0, "New"), ((await LiveAsync(bench, specs[0], stage)).Settings!.Methods["GET /1"].ThrottlingRateLimit, (await LiveAsync(bench, specs[0], stage)).Description));
    }

    private static StageSettingsSpec Settings(params (string Route, MethodSettingsSpec Settings)[] routes) => StageSettingsSpec.None with { Methods = new(routes.Select(route => KeyValuePair.Create(route.Route, route.Settings))) };

    private static SortedMap<string?> Tags(params (string Key, string Value)[] tags) => new(tags.Select(tag => KeyValuePair.Create(tag.Key, (string?)tag.Value)));

    private static async Task<StageSpec> LiveAsync(AwsBench bench, Spec api, StageSpec stage) =>
        (StageSpec)(await bench.Gateway.ReadAsync(GatewayScope.OfApi(Guid.Empty, api.Address, stage.Id), Cancelled)).Find(stage.Address)!;
}
