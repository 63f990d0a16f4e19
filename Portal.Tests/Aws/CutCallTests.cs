using Portal.Server.Aws;
using Portal.Server.Gateway;
using Portal.Tests.Gateway;

namespace Portal.Tests.Aws;

/// <summary>A call that is cut may have worked. Trying again, as Sync does, ends as wanted, and never twice.</summary>
public sealed class CutCallTests
{
    private static readonly string[] Operations = ["CreateRestApi", "PutRestApi", "CreateDeployment", "CreateStage", "UpdateStage", "DeleteStage", "DeleteDeployment", "DeleteRestApi"];

    public static TheoryData<string, string> Cuts => [.. from operation in Operations from kind in new[] { "reset-before", "reset-after", "429", "500" } select (operation, kind)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task A_second_try_ends_as_wanted(string operation, string kind)
    {
        await using var bench = await AwsBench.StartAsync();
        var api = Specs.Named("mock");
        var before = Given.Stage("s1", api) with { Name = "dev" };
        var after = before with { Variables = new([new("level", "2")]) };
        await bench.FailAsync(operation, kind);

        await TryTwiceAsync(bench, gateway => gateway.CreateAsync(api, Cancelled));
        await TryTwiceAsync(bench, gateway => gateway.CreateAsync(DeploymentSpec.Of(api), Cancelled));
        await TryTwiceAsync(bench, gateway => gateway.CreateAsync(before, Cancelled));
        await TryTwiceAsync(bench, gateway => gateway.UpdateAsync(before, after, Cancelled));

        var state = await bench.ReadAsync(api.Id, "s1");
        var held = Assert.Single(await bench.HeldAsync())!;
        Assert.Equal(after.Text, state.Find(after.Address)!.Text);
        Assert.Equal((1, 1), (held["deployments"]!.GetValue<int>(), held["stages"]!.AsArray().Count));

        await TryTwiceAsync(bench, gateway => gateway.DeleteAsync(after, Cancelled));
        await TryTwiceAsync(bench, gateway => gateway.DeleteAsync(DeploymentSpec.Of(api), Cancelled));
        await TryTwiceAsync(bench, gateway => gateway.DeleteAsync(api, Cancelled));

        Assert.Empty(await bench.HeldAsync());
    }

    [Fact]
    public async Task A_time_out_is_not_known_and_the_second_try_finds_what_the_first_made()
    {
        await using var bench = await AwsBench.StartAsync();
        await bench.FailAsync("CreateRestApi", "timeout-after");

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => bench.Open(new AwsSettings { WriteTimeout = TimeSpan.FromSeconds(3) }).CreateAsync(Specs.Named("mock"), Cancelled));
        await bench.Open().CreateAsync(Specs.Named("mock"), Cancelled);

        Assert.Equal(("CreateRestApi", "NoAnswer", GatewayRefusal.Unknown), (refused.Operation, refused.Code, refused.Refusal));
        Assert.Single(await bench.HeldAsync());
    }

    [Fact]
    public async Task A_stage_that_an_earlier_call_made_is_brought_to_what_is_wanted_now()
    {
        await using var bench = await AwsBench.StartAsync();
        var api = Specs.Named("mock");
        var stage = Given.Stage("s1", api) with { Name = "dev" };
        await bench.DeployAsync(api, stage);

        await bench.Gateway.CreateAsync(stage with { Description = "Later" }, Cancelled);

        Assert.Equal("Later", (await bench.ReadAsync(api.Id, "s1")).Specs.OfType<StageSpec>().Single().Description);
    }

    [Fact]
    public async Task A_strangers_stage_of_the_same_name_is_left_alone()
    {
        await using var bench = await AwsBench.StartAsync();
        var api = Specs.Named("mock");
        await bench.DeployAsync(api, Given.Stage("theirs", api) with { Name = "dev" });

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => bench.Gateway.CreateAsync(Given.Stage("ours", api) with { Name = "dev" }, Cancelled));

        Assert.Equal(("ConflictException", GatewayRefusal.Final), (refused.Code, refused.Refusal));
    }

    [Fact]
    public async Task A_read_is_repeated_by_itself()
    {
        await using var bench = await AwsBench.StartAsync();
        await bench.Gateway.CreateAsync(Specs.Named("mock"), Cancelled);
        await bench.FailAsync("GetResources", "429");
        await bench.FailAsync("GetModels", "reset-after");

        Assert.Single((await bench.ReadAsync("mock")).Specs);
    }

    [Fact]
    public async Task A_write_is_never_repeated_by_itself()
    {
        await using var bench = await AwsBench.StartAsync();
        await bench.FailAsync("CreateRestApi", "429", count: 5);

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => bench.Gateway.CreateAsync(Specs.Named("mock"), Cancelled));

        Assert.Equal(GatewayRefusal.Passing, refused.Refusal);
        Assert.Single(bench.Calls.Writes);
    }

    [Fact]
    public async Task An_api_that_somebody_deleted_is_gone_and_can_be_made_again()
    {
        await using var bench = await AwsBench.StartAsync();
        var api = Specs.Named("mock");
        await bench.Gateway.CreateAsync(api, Cancelled);
        await bench.Open().DeleteAsync(api, Cancelled);

        Assert.Empty((await bench.ReadAsync(api.Id)).Specs);
        await bench.Gateway.CreateAsync(api, Cancelled);
        Assert.Single((await bench.ReadAsync(api.Id)).Specs);
    }

    [Fact]
    public async Task A_read_only_connection_writes_nothing()
    {
        await using var bench = await AwsBench.StartAsync();
        var gateway = bench.Open(writable: false);
        var api = Specs.Named("mock");

        var create = await Assert.ThrowsAsync<GatewayRefusedException>(() => gateway.CreateAsync(api, Cancelled));
        await Assert.ThrowsAsync<GatewayRefusedException>(() => gateway.UpdateAsync(api, api, Cancelled));
        await Assert.ThrowsAsync<GatewayRefusedException>(() => gateway.DeleteAsync(api, Cancelled));

        Assert.Equal(GatewayRefusal.Denied, create.Refusal);
        Assert.Empty(bench.Calls.Writes);
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
