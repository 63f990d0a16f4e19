using Portal.Server.Gateway;
using Portal.Server.Sync;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync;

/// <summary>
/// The crash matrix on the wire: a run that makes, changes or deletes each kind of thing is cut at each of its calls to AWS, and the process abandoned as it is; a new one on the
/// same files ends the run as approved, with nothing made twice, nothing left over and nobody else's thing touched. A call that only reads has one side to be cut on, one that writes has two.
/// </summary>
public sealed class WireCrashMatrixTests(WireAccount account) : IClassFixture<WireAccount>
{
    public static TheoryData<string> Stories => [.. WireStory.Names];

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task A_run_that_is_cut_at_any_call_ends_as_approved(string story)
    {
        await account.SetAsync(story);
        using var approved = await ApprovedAsync(story);
        var (writes, expected) = await TellAsync(approved, cutAt: 0, afterWork: false);

        for (var call = 1; call <= writes.Count; call++)
        {
            foreach (var afterWork in writes[call - 1] ? new[] { false, true } : [false])
            {
                var (_, held) = await TellAsync(approved, call, afterWork);
                Assert.Equal(expected, held);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{story}: cut {writes.Count + writes.Count(write => write)} times, at {writes.Count} calls of which {writes.Count(write => write)} write");
    }

    [Fact]
    public void Every_kind_of_thing_that_a_run_makes_is_in_a_story() => Assert.Equal(Enum.GetValues<Kind>().Except([Kind.ApiKey]), WireStory.Kinds.Order());

    /// <summary>The run as it stands approved, before its first call: each cut begins with a copy of it.</summary>
    private async Task<ApprovedRun> ApprovedAsync(string name)
    {
        var world = await World.NewAsync();
        var story = WireStory.Of(name, world.Connection, account.Prepared);
        world.Scope = story.Scope(world.Connection, account.Prepared);
        Start(world);

        return new ApprovedRun(name, world, story, await world.ApprovedAsync(story.After));
    }

    private async Task<(IReadOnlyList<bool> Writes, string Held)> TellAsync(ApprovedRun approved, int cutAt, bool afterWork)
    {
        var (name, before, story, run) = approved;
        using var world = before.Fork();
        await account.RestoreAsync();
        Start(world);
        (account.Wire.CutAt, account.Wire.AfterWork) = (cutAt, afterWork);

        if (cutAt is 0)
        {
            await world.ApplyAsync(run);
        }
        else
        {
            var end = await Record.ExceptionAsync(() => world.ApplyAsync(run));
            Assert.IsType<CutException>(end?.GetBaseException());
            Start(world);
            await world.ApplyAsync(run);
        }

        bool[] writes = [.. account.Wire.Writes];
        var view = await world.ViewAsync(run);
        Assert.True(view.State is RunState.Done, $"{name}, cut at {cutAt}{(afterWork ? ", after its work" : "")}: {view.Outcome}\n{string.Join('\n', view.Steps.Select(step => $"{step.Address} {step.State} {step.Message}"))}");
        Assert.True(Differ.Compare(await account.ReadAsync(world.Scope), new GatewayState(story.After)).IsEmpty, $"{name}, cut at {cutAt}");
        Assert.Single(await world.DeedsAsync(), Ear.Deed);

        return (writes, await account.HeldAsync());
    }

    /// <summary>A process that remembers nothing, on the same files and the same account.</summary>
    private void Start(World world)
    {
        account.Wire.Mend();
        world.Aws = account.Open();
        world.StartProcess();
        account.Wire.Life = world.Life;
    }

    private sealed record ApprovedRun(string Name, World World, WireStory Story, Guid Run) : IDisposable
    {
        public void Dispose() => World.Dispose();
    }
}
