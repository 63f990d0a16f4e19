using Amazon.ApiGatewayV2.Model;
using Portal.Server.Aws;
using Portal.Server.Gateway;
using Portal.Tests.Gateway;

namespace Portal.Tests.Aws;

/// <summary>HTTP APIs against the sandbox: few calls, nothing twice, nothing lost.</summary>
public sealed class GatewayV2Tests
{
    private static readonly string[] Operations =
        ["CreateApi", "ReimportApi", "CreateDeployment", "CreateStage", "UpdateStage", "DeleteAccessLogSettings", "DeleteStage", "DeleteDeployment", "DeleteApi"];

    private static readonly HttpApiSpec Api = Given.HttpApi("light", "GET /pets", "$default");

    private static readonly StageSpec Before = Given.Stage("s1", Api) with
    {
        Name = "dev",
        Variables = new([new("level", "1"), new("old", "x")]),
        AccessLog = new AccessLogSpec { DestinationArn = "arn:aws:logs:eu-west-1:123456789012:log-group:calls", Format = "$context.requestId" },
    };

    private static readonly StageSpec After = Before with { Description = "Later", Variables = new([new("level", "2")]), AccessLog = null };

    public static TheoryData<string, string> Cuts => [.. from operation in Operations from kind in new[] { "reset-before", "reset-after" } select (operation, kind)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task A_second_try_ends_as_wanted(string operation, string kind)
    {
        await using var bench = await AwsBench.StartAsync();
        await bench.FailAsync(operation, kind);

        await TryTwiceAsync(bench, gateway => gateway.CreateAsync(Api, Cancelled));
        await TryTwiceAsync(bench, gateway => gateway.CreateAsync(DeploymentSpec.Of(Api), Cancelled));
        await TryTwiceAsync(bench, gateway => gateway.CreateAsync(Before, Cancelled));
        Assert.Equal(Before.Text, (await ReadAsync(bench)).Find(Before.Address)!.Text);
        await TryTwiceAsync(bench, gateway => gateway.UpdateAsync(Before, After, Cancelled));

        var state = await ReadAsync(bench);
        Assert.Equal((Api.Text, After.Text), (state.Find(Api.Address)!.Text, state.Find(After.Address)!.Text));
        Assert.Single(state.Specs.OfType<DeploymentSpec>());
        var api = Assert.Single(await ApisV2.AllAsync(bench.Clients, Cancelled));
        Assert.Single((await bench.Clients.V2.GetDeploymentsAsync(new GetDeploymentsRequest { ApiId = api.ApiId }, Cancelled)).Items);

        await TryTwiceAsync(bench, gateway => gateway.DeleteAsync(After, Cancelled));
        await TryTwiceAsync(bench, gateway => gateway.DeleteAsync(DeploymentSpec.Of(Api), Cancelled));
        await TryTwiceAsync(bench, gateway => gateway.DeleteAsync(Api, Cancelled));

        Assert.Empty(await ApisV2.AllAsync(bench.Clients, Cancelled));
    }

    [Fact]
    public async Task An_API_of_any_size_takes_four_writes()
    {
        await using var bench = await AwsBench.StartAsync();
        var large = Given.HttpApi("large", [.. Enumerable.Range(0, 290).Select(number => $"GET /things{number}")]);

        await DeployAsync(bench, large, Given.Stage("s1", large) with { Name = "dev" });

        Assert.Equal(["CreateApi", "ReimportApi", "CreateDeployment", "CreateStage"], (await bench.CallsAfterAsync(0)).Where(call => !call.IsRead).Select(call => call.Operation));
    }

    [Fact]
    public async Task Which_kinds_of_addresses_somebody_chose_outlives_a_change()
    {
        await using var bench = await AwsBench.StartAsync();
        await DeployAsync(bench, Api, Before);
        var made = Assert.Single(await ApisV2.AllAsync(bench.Clients, Cancelled));
        await bench.Clients.WritingV2.UpdateApiAsync(new UpdateApiRequest { ApiId = made.ApiId, IpAddressType = "dualstack" }, Cancelled);

        await bench.Gateway.UpdateAsync(Api, Api with { Description = "Later" }, Cancelled);

        var changed = await ApisV2.GetAsync(bench.Clients, made.ApiId, Cancelled);
        Assert.Equal(("Later", "dualstack"), (changed.Description, changed.IpAddressType.Value));
    }

    [Fact]
    public async Task A_quick_look_takes_four_calls_a_whole_one_six()
    {
        await using var bench = await AwsBench.StartAsync();
        await DeployAsync(bench, Api, Before);
        var scope = GatewayScope.OfApi(Guid.Empty, Api.Address, "s1");

        var last = await bench.LastCallAsync();
        var full = await bench.Gateway.LookAsync(scope, null, Cancelled);
        Assert.Equal(6, (await bench.CallsAfterAsync(last)).Count);

        last = await bench.LastCallAsync();
        var quick = await bench.Gateway.LookAsync(scope, full.State, Cancelled);
        Assert.Equal(4, (await bench.CallsAfterAsync(last)).Count);
        Assert.Equal(full.State.Specs.Select(spec => spec.Text).Order(), quick.State.Specs.Select(spec => spec.Text).Order());
        Assert.Empty(full.Beside.Concat(quick.Beside));
    }

    [Fact]
    public async Task Tags_that_others_put_on_it_stay()
    {
        await using var bench = await AwsBench.StartAsync();
        await bench.Gateway.CreateAsync(Api, Cancelled);
        var id = Assert.Single(await ApisV2.AllAsync(bench.Clients, Cancelled)).ApiId;
        await bench.Clients.WritingV2.TagResourceAsync(new TagResourceRequest { ResourceArn = $"arn:aws:apigateway:eu-west-1::/apis/{id}", Tags = new() { ["cost"] = "shop" } }, Cancelled);

        await bench.Gateway.UpdateAsync(Api, Api with { Description = "New" }, Cancelled);

        Assert.Equal(["cost", RestApis.Mark], Assert.Single(await ApisV2.AllAsync(bench.Clients, Cancelled)).Tags.Keys.Order());
    }

    [Fact]
    public async Task A_stage_that_deploys_by_itself_does_so_no_longer()
    {
        await using var bench = await AwsBench.StartAsync();
        await DeployAsync(bench, Api, Before);
        var id = Assert.Single(await ApisV2.AllAsync(bench.Clients, Cancelled)).ApiId;
        await bench.Clients.WritingV2.UpdateStageAsync(new UpdateStageRequest { ApiId = id, StageName = "dev", AutoDeploy = true }, Cancelled);
        var scope = GatewayScope.OfApi(Guid.Empty, Api.Address, "s1");
        var look = await bench.Gateway.LookAsync(scope, null, Cancelled);
        Assert.Contains(look.Beside, fact => fact.Name is "automatic deployment");

        await bench.Gateway.UpdateAsync(Before, After, Cancelled);

        Assert.Empty((await bench.Gateway.LookAsync(scope, null, Cancelled)).Beside);
    }

    [Fact]
    public async Task What_does_not_bear_the_mark_is_left_alone()
    {
        await using var bench = await AwsBench.StartAsync();
        var theirs = await bench.Clients.WritingV2.CreateApiAsync(new CreateApiRequest { Name = "light", ProtocolType = "HTTP" }, Cancelled);

        await bench.Gateway.CreateAsync(Api, Cancelled);
        await bench.Gateway.DeleteAsync(Api, Cancelled);

        Assert.Equal(theirs.ApiId, Assert.Single(await ApisV2.AllAsync(bench.Clients, Cancelled)).ApiId);
    }

    [Fact]
    public async Task A_read_only_connection_writes_nothing()
    {
        await using var bench = await AwsBench.StartAsync();

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => bench.Open(writable: false).CreateAsync(Api, Cancelled));

        Assert.Equal(GatewayRefusal.Denied, refused.Refusal);
        Assert.Empty(bench.Calls.Writes);
    }

    [Fact]
    public async Task A_stage_is_found_by_the_portals_ids()
    {
        await using var bench = await AwsBench.StartAsync();
        await DeployAsync(bench, Api, Before with { Name = "$default" });

        var address = await bench.Gateway.FindStageAsync(Api.Address, "s1", Cancelled);

        Assert.EndsWith($"/apis/{address!.RestApiId}/$default/_user_request_", address.InvokeUrl, StringComparison.Ordinal);
        Assert.Equal("https://abc.execute-api.eu-west-1.amazonaws.com", new AwsEndpoint("eu-west-1", null).InvokeUrlV2("abc", "$default"));
        Assert.Null(await bench.Gateway.FindStageAsync(Api.Address, "s2", Cancelled));
    }

    private static Task<GatewayState> ReadAsync(AwsBench bench) => bench.Open().ReadAsync(GatewayScope.OfApi(Guid.Empty, Api.Address, "s1"), Cancelled);

    private static async Task DeployAsync(AwsBench bench, HttpApiSpec api, StageSpec stage)
    {
        await bench.Gateway.CreateAsync(api, Cancelled);
        await bench.Gateway.CreateAsync(DeploymentSpec.Of(api), Cancelled);
        await bench.Gateway.CreateAsync(stage, Cancelled);
    }

    /// <summary>A new gateway each time, as after a kill: it remembers nothing.</summary>
    private static async Task TryTwiceAsync(AwsBench bench, Func<AwsGateway, Task> step)
    {
        try
        {
            await step(bench.Open());
        }
        catch (GatewayRefusedException refused) when (refused.Refusal is GatewayRefusal.Passing or GatewayRefusal.Unknown)
        {
            await step(bench.Open());
        }
    }
}
