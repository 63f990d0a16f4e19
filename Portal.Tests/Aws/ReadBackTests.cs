using Portal.Server.Gateway;
using Portal.Tests.Gateway;

namespace Portal.Tests.Aws;

/// <summary>What is written is what is read: the law on which preview, resume and drift rest.</summary>
public sealed class ReadBackTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Specs.Names), MemberType = typeof(Specs))]
    public async Task An_api_reads_back_as_it_was_written(string name)
    {
        await using var bench = await AwsBench.StartAsync();
        var api = RestApiNormal.Of(Specs.Named(name));

        await bench.Gateway.CreateAsync(api, Cancelled);
        var state = await bench.ReadAsync(api.Id);

        Assert.Equal(api.Text, Assert.Single(state.Specs).Text);
    }

    [Theory]
    [MemberData(nameof(Specs.Names), MemberType = typeof(Specs))]
    public async Task An_api_that_was_any_other_becomes_what_is_wanted(string name)
    {
        await using var bench = await AwsBench.StartAsync();
        var before = RestApiNormal.Of(Specs.Named("integrations") with { Id = "one" });
        var after = RestApiNormal.Of(Specs.Named(name) with { Id = "one" });
        await bench.Gateway.CreateAsync(before, Cancelled);

        await bench.Gateway.UpdateAsync(before, after, Cancelled);
        var there = await bench.ReadAsync("one");
        await bench.Gateway.UpdateAsync(after, before, Cancelled);
        var back = await bench.ReadAsync("one");

        Assert.Equal(after.Text, Assert.Single(there.Specs).Text);
        Assert.Equal(before.Text, Assert.Single(back.Specs).Text);
    }

    [Fact]
    public async Task A_stage_and_what_it_serves_read_back()
    {
        await using var bench = await AwsBench.StartAsync();
        var api = Specs.Named("mock");
        var stage = Given.Stage("s1", api) with { Name = "dev", Description = "First", Variables = new([new("base", "https://a.example.com"), new("level", "1")]) };

        await bench.DeployAsync(api, stage);
        var state = await bench.ReadAsync(api.Id, "s1");

        Assert.Equal(stage.Text, state.Find(stage.Address)!.Text);
        Assert.Equal(DeploymentSpec.Of(api).Text, state.Find(DeploymentSpec.Of(api).Address)!.Text);
    }

    [Fact]
    public async Task A_stage_that_changes_reads_back()
    {
        await using var bench = await AwsBench.StartAsync();
        var (api, next) = (Specs.Named("mock"), Specs.Named("root") with { Id = "mock" });
        var before = Given.Stage("s1", api) with { Name = "dev", Description = "First", Variables = new([new("base", "https://a.example.com"), new("level", "1")]) };
        var after = before with { Deployment = DeploymentSpec.IdOf(next), Description = null, Variables = new([new("level", "2"), new("more", "x")]) };
        await bench.DeployAsync(api, before);

        await bench.Gateway.UpdateAsync(api, next, Cancelled);
        await bench.Gateway.CreateAsync(DeploymentSpec.Of(next), Cancelled);
        await bench.Gateway.UpdateAsync(before, after, Cancelled);
        var state = await bench.ReadAsync(api.Id, "s1");

        Assert.Equal(after.Text, state.Find(after.Address)!.Text);
        Assert.Equal(2, state.Specs.OfType<DeploymentSpec>().Count());
    }

    [Fact]
    public async Task What_is_deleted_is_gone()
    {
        await using var bench = await AwsBench.StartAsync();
        var api = Specs.Named("mock");
        var stage = Given.Stage("s1", api) with { Name = "dev" };
        await bench.DeployAsync(api, stage);

        await bench.Gateway.DeleteAsync(stage, Cancelled);
        await bench.Gateway.DeleteAsync(DeploymentSpec.Of(api), Cancelled);
        var rest = await bench.ReadAsync(api.Id, "s1");
        await bench.Gateway.DeleteAsync(api, Cancelled);
        await bench.Gateway.DeleteAsync(stage, Cancelled);

        Assert.Equal([api.Address], rest.Specs.Select(spec => spec.Address));
        Assert.Empty((await bench.ReadAsync(api.Id, "s1")).Specs);
    }

    [Fact]
    public async Task A_deployed_stage_answers_where_it_is_said_to()
    {
        await using var bench = await AwsBench.StartAsync();
        var api = Specs.Named("mock");
        await bench.DeployAsync(api, Given.Stage("s1", api) with { Name = "dev" });

        var address = await bench.Gateway.FindStageAsync(api.Address, "s1", Cancelled);

        Assert.Equal((200, "{}"), await bench.CallAsync($"{address!.InvokeUrl}/pets"));
        Assert.Equal($"arn:aws:apigateway:eu-west-1::/restapis/{address.RestApiId}/stages/dev", address.Arn);
        Assert.Null(await bench.Gateway.FindStageAsync(api.Address, "s2", Cancelled));
        Assert.Null(await bench.Gateway.FindStageAsync(api.Address with { Id = "other" }, "s1", Cancelled));
    }
}
