using Portal.Server.Gateway;
using Portal.Server.Sync;
using Portal.Shared.Sync;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync;

/// <summary>The process is cut at every call, before and after its work, and at every write to the database; a new process on the same file ends the run as approved.</summary>
public sealed class CrashMatrixTests
{
    public static TheoryData<string> Stories => ["creates", "changes", "deletes a stage", "deletes everything", "makes a plan", "changes a plan", "deletes a plan", "creates HTTP", "changes HTTP", "deletes HTTP"];

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task A_run_that_is_cut_anywhere_ends_as_approved(string story)
    {
        var (calls, commands) = await TellAsync(story, cut: null);

        for (var call = 1; call <= calls; call++)
        {
            await TellAsync(story, new Cut.BeforeCall(call));
            await TellAsync(story, new Cut.AfterCall(call));
        }

        for (var command = 1; command <= commands; command++)
        {
            await TellAsync(story, new Cut.BeforeCommand(command));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{story}: cut {(2 * calls) + commands} times: on both sides of {calls} calls, and before {commands} commands to the database");
    }

    private static async Task<(int Calls, int Commands)> TellAsync(string story, Cut? cut)
    {
        using var world = await World.NewAsync();
        var (live, desired) = Story(story);
        world.Gateway.Holding(live);
        world.Scope = story.EndsWith("plan", StringComparison.Ordinal) ? GatewayScope.OfUsagePlan(world.Connection, "gold")
            : story.EndsWith("HTTP", StringComparison.Ordinal) ? GatewayScope.OfApi(world.Connection, new Address(Kind.HttpApi, "shop"), "dev", "prod")
            : world.Scope;
        var run = await world.ApprovedAsync(desired);

        var calls = 0;
        world.StartProcess();
        world.Life.LastCommand = cut is Cut.BeforeCommand(var command) ? command : 0;
        world.Gateway.Before = _ => CutIf(world, cut == new Cut.BeforeCall(++calls));
        world.Gateway.After = _ => CutIf(world, cut == new Cut.AfterCall(calls));
        var commands = 0;

        if (cut is null)
        {
            await world.ApplyAsync(run);
            commands = world.Life.Commands;
        }
        else
        {
            // What comes out is the cut, in whatever the database wraps it.
            var end = await Record.ExceptionAsync(() => world.ApplyAsync(run));
            Assert.IsType<CutException>(end?.GetBaseException());
            world.StartProcess();
            world.Gateway.Before = world.Gateway.After = _ => { };
            await world.ApplyAsync(run);
        }

        var view = await world.ViewAsync(run);
        Assert.True(view.State is RunState.Done, $"{story}, {cut}: {view.Outcome}");
        Assert.True(Differ.Compare(world.Gateway.In(world.Scope), new GatewayState(desired)).IsEmpty);
        Assert.All(world.Gateway.Snapshots, snapshot => Assert.Equal(snapshot.Key, Digest.Of(snapshot.Value)[..16]));
        Assert.Single(await world.DeedsAsync(), Ear.Deed);

        return (calls, commands);
    }

    private static void CutIf(World world, bool here)
    {
        if (here)
        {
            world.Life.End();
        }

        world.Life.Check();
    }

    private static (Spec[] Live, Spec[] Desired) Story(string name) => name switch
    {
        "creates" => ([], World.Deployed(2, "dev", "prod")),
        "changes" => (World.Deployed(1, "dev"), World.Deployed(3, "dev", "prod")),
        "deletes a stage" => (World.Deployed(1, "dev", "prod"), World.Deployed(1, "dev")),
        "deletes everything" => (World.Deployed(1, "dev"), []),
        "makes a plan" => (World.Deployed(1, "dev"), [Given.UsagePlan("gold", "shop/dev")]),
        "changes a plan" => ([.. World.Deployed(1, "dev", "prod"), Given.UsagePlan("gold", "shop/dev")], [Given.UsagePlan("gold", "shop/prod") with { Quota = null }]),
        "deletes a plan" => ([.. World.Deployed(1, "dev"), Given.UsagePlan("gold", "shop/dev")], []),
        "creates HTTP" => ([], World.DeployedHttp(2, "dev", "prod")),
        "changes HTTP" => (World.DeployedHttp(1, "dev"), World.DeployedHttp(3, "dev", "prod")),
        "deletes HTTP" => (World.DeployedHttp(1, "dev"), []),
        _ => throw new NotSupportedException(name),
    };

    private abstract record Cut
    {
        internal sealed record BeforeCall(int Number) : Cut;

        internal sealed record AfterCall(int Number) : Cut;

        internal sealed record BeforeCommand(int Number) : Cut;
    }
}
