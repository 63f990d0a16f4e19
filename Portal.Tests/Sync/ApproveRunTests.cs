using Portal.Server.Sync;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync;

public sealed class ApproveRunTests
{
    [Fact]
    public async Task A_wrong_fingerprint_is_refused()
    {
        using var world = await World.NewAsync();
        var run = (await world.ProposeAsync(World.Deployed(1, "dev"))).Value.Id;

        var answer = await ApproveAsync(world, run, request => request with { Fingerprint = new string('0', 64) });

        Assert.Equal("urn:portal:sync:other-fingerprint", answer.Refusal);
        Assert.Equal(RunState.Proposed, (await world.ViewAsync(run)).State);
    }

    [Fact]
    public async Task Of_two_approvals_at_once_one_wins()
    {
        using var world = await World.NewAsync();
        var run = (await world.ProposeAsync(World.Deployed(1, "dev"))).Value.Id;

        var ends = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Record.ExceptionAsync(async () => Assert.Equal(RunState.Approved, (await ApproveAsync(world, run, request => request)).Value.State)).AsTask()));

        Assert.Single(ends, end => end is null);
        Assert.Single(await world.DeedsAsync(), "sync.approve");
    }

    [Fact]
    public async Task Who_read_an_earlier_version_is_told()
    {
        using var world = await World.NewAsync();
        var run = (await world.ProposeAsync(World.Deployed(1, "dev"))).Value.Id;

        await Assert.ThrowsAsync<Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException>(() => ApproveAsync(world, run, request => request with { Version = request.Version + 1 }));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Dev")]
    public async Task What_destroys_is_refused_without_its_name(string? typed)
    {
        using var world = await World.NewAsync();
        world.Gateway.Holding(World.Deployed(1, "dev"));
        var run = (await world.ProposeAsync(World.Deployed(1))).Value.Id;

        Assert.Equal("dev", (await world.ViewAsync(run)).NameToType);
        Assert.Equal("urn:portal:sync:name-not-typed", (await ApproveAsync(world, run, request => request with { ConfirmedName = typed })).Refusal);
        Assert.Equal(RunState.Approved, (await ApproveAsync(world, run, request => request with { ConfirmedName = "dev" })).Value.State);
    }

    [Fact]
    public async Task Two_runs_on_one_api_are_not_on_their_way_at_once()
    {
        using var world = await World.NewAsync();
        await world.ApprovedAsync(World.Deployed(1, "dev"));
        var second = (await world.ProposeAsync(World.Deployed(2, "dev"))).Value.Id;

        Assert.Equal("urn:portal:sync:run-on-its-way", (await world.ApproveAsync(second)).Refusal);
    }

    [Fact]
    public async Task A_run_that_waits_says_how_many_come_before_it()
    {
        using var world = await World.NewAsync();

        var run = await world.ApprovedAsync(World.Deployed(1, "dev"));

        Assert.Equal(0, (await world.ViewAsync(run)).QueuePosition);
    }

    private static async Task<Answer<RunView>> ApproveAsync(World world, Guid run, Func<ApproveRun, ApproveRun> but)
    {
        var view = await world.ViewAsync(run);
        var request = new ApproveRun { Id = run, Fingerprint = view.Fingerprint, Version = view.Version };

        return await world.SendAsync<ApproveRunHandler, ApproveRun, RunView>(but(request));
    }
}
