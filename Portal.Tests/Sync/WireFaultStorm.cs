using Portal.Server.Gateway;
using Portal.Server.Sync;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync;

/// <summary>The storm over each kind of thing: a run that makes, changes or deletes it ends as approved or in a report from which it goes on, and the account then holds what it holds after a calm run.</summary>
public abstract class WireFaultStorm(WireAccount account)
{
    private protected async Task WeatherAsync(string story)
    {
        await account.SetAsync(story);
        var seed = WireStory.Names.Index().Single(named => named.Item == story).Index;
        Assert.Equal(await TellAsync(story, seed: null), await TellAsync(story, seed));
    }

    private async Task<string> TellAsync(string name, int? seed)
    {
        using var world = await World.NewAsync();
        await account.RestoreAsync();
        var story = WireStory.Of(name, world.Connection, account.Prepared);
        world.Scope = story.Scope(world.Connection, account.Prepared);
        world.Aws = account.Open();
        world.StartProcess();
        account.Wire.Life = world.Life;
        var run = await world.ApprovedAsync(story.After);

        if (seed is { } storm)
        {
            world.Aws = account.OpenImpatient();
            world.StartProcess();
            await account.StormAsync(storm);
        }

        account.Wire.Life = world.Life;
        await world.ApplyAsync(run);
        await account.CalmAsync();
        await EndAsync(world, run);
        Assert.True(Differ.Compare(await account.ReadAsync(world.Scope), new GatewayState(story.After)).IsEmpty, $"{name}, storm {seed}");

        return await account.HeldAsync();
    }

    /// <summary>A run that did not get through has said so; once the storm is over, it goes on from there.</summary>
    private async Task EndAsync(World world, Guid run)
    {
        var view = await world.ViewAsync(run);

        if (view.State is RunState.Stopped)
        {
            world.Aws = account.Open();
            world.StartProcess();
            account.Wire.Life = world.Life;
            Assert.Matches("AWS refused step|AWS did not say how things are|could not be read back", view.Outcome);
            Assert.IsType<Answer<RunView>.Given>(await world.SendAsync<RetryRunHandler, RetryRun, RunView>(new RetryRun(run)));
            await world.ApplyAsync(run);
            view = await world.ViewAsync(run);
        }

        Assert.True(view.State is RunState.Done, $"{view.Outcome}\n{string.Join('\n', view.Steps.Select(step => $"{step.Address} {step.State} {step.Message}"))}");
    }
}
