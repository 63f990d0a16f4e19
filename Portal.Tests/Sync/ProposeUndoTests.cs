using Portal.Server.Gateway;
using Portal.Server.Sync;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync;

public sealed class ProposeUndoTests
{
    [Fact]
    public async Task What_a_run_did_is_taken_back()
    {
        using var world = await World.NewAsync();
        var before = World.Deployed(1, "dev");
        await world.RunAsync(before);
        var run = await world.RunAsync(World.Deployed(2, "dev", "prod"));

        var undo = await UndoAsync(world, run.Id);
        await world.ApplyAsync(undo.Id);

        Assert.Equal(RunState.Done, (await world.ViewAsync(undo.Id)).State);
        Assert.True(Differ.Compare(world.Gateway.State, new GatewayState(before)).IsEmpty);
    }

    [Fact]
    public async Task Nothing_is_written_before_the_undo_is_approved()
    {
        using var world = await World.NewAsync();
        await world.RunAsync(World.Deployed(1, "dev"));
        var run = await world.RunAsync(World.Deployed(2, "dev"));
        var writes = world.Gateway.Writes.Count();

        var undo = (await world.SendAsync<ProposeUndoHandler, ProposeUndo, RunView>(new ProposeUndo(run.Id))).Value;

        Assert.Equal(RunState.Proposed, undo.State);
        Assert.Equal(run.Id, undo.Undoes);
        Assert.Equal("Take back: Deploy shop", undo.Title);
        Assert.Equal(writes, world.Gateway.Writes.Count());
    }

    [Fact]
    public async Task A_deployment_that_aws_lost_is_made_again_with_its_definition()
    {
        using var world = await World.NewAsync();
        var before = World.Deployed(1, "dev");
        await world.RunAsync(before);
        var run = await world.RunAsync(World.Deployed(2, "dev"));
        world.Gateway.Remove(before[1].Address);

        var undo = await UndoAsync(world, run.Id);
        await world.ApplyAsync(undo.Id);

        Assert.Equal(RunState.Done, (await world.ViewAsync(undo.Id)).State);
        Assert.NotNull(world.Gateway.State.Find(before[1].Address));
    }

    [Fact]
    public async Task Taking_back_what_made_an_api_needs_its_name()
    {
        using var world = await World.NewAsync();
        var run = await world.RunAsync(World.Deployed(1, "dev"));

        var undo = (await world.SendAsync<ProposeUndoHandler, ProposeUndo, RunView>(new ProposeUndo(run.Id))).Value;

        Assert.Equal("shop", undo.NameToType);
    }

    [Fact]
    public async Task Who_takes_back_an_older_run_reads_what_goes_with_it()
    {
        using var world = await World.NewAsync();
        await world.RunAsync(World.Deployed(1, "dev"));
        var run = await world.RunAsync(World.Deployed(2, "dev"));
        await world.RunAsync(World.Deployed(3, "dev"));

        var undo = (await world.SendAsync<ProposeUndoHandler, ProposeUndo, RunView>(new ProposeUndo(run.Id))).Value;

        Assert.Equal(["API shop has changed since that run: what came later is taken back with it.", "stage dev has changed since that run: what came later is taken back with it."], undo.Notes);
    }

    [Fact]
    public async Task A_stage_that_served_a_deployment_of_somebody_else_cannot_be_pointed_back()
    {
        using var world = await World.NewAsync();
        var desired = World.Deployed(1, "dev");
        world.Gateway.Holding(desired[0], (StageSpec)desired[2] with { Deployment = null });
        var run = await world.RunAsync(desired);

        var answer = await world.SendAsync<ProposeUndoHandler, ProposeUndo, RunView>(new ProposeUndo(run.Id));

        Assert.Equal("urn:portal:sync:foreign-deployment", answer.Refusal);
    }

    [Fact]
    public async Task A_run_that_did_nothing_cannot_be_taken_back()
    {
        using var world = await World.NewAsync();
        var run = await world.ApprovedAsync(World.Deployed(1, "dev"));

        Assert.Equal("urn:portal:sync:nothing-to-undo", (await world.SendAsync<ProposeUndoHandler, ProposeUndo, RunView>(new ProposeUndo(run))).Refusal);
    }

    private static async Task<RunView> UndoAsync(World world, Guid run)
    {
        var undo = (await world.SendAsync<ProposeUndoHandler, ProposeUndo, RunView>(new ProposeUndo(run))).Value;

        return (await world.ApproveAsync(undo.Id)).Value;
    }
}
