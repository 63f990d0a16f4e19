using System.Diagnostics;
using System.Net;
using Portal.Shared.Connections;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Sandbox;
using Portal.Tests.Stages;

namespace Portal.Tests.Platform;

/// <summary>A process is suspended (SIGSTOP) in the middle of a run, another takes over and ends the run, and the first wakes up (SIGCONT): it must find that it lost its place before it writes anything.</summary>
public sealed class OnePortalProcessTests : IAsyncLifetime
{
    // The first gives a sign of life every 13 minutes: it does not notice by that what it has lost.
    private readonly PortalProcess _portal = new() { TakeOverAfter = TimeSpan.FromHours(1) };
    private Bench _bench = null!;
    private Guid _stage;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_wakes_up_after_another_has_taken_over_writes_nothing_and_stops()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "There are no such signals here.");
        var run = await ProposeAsync();

        // It is suspended while it waits for the answer to a write that was done: the run has more to do then.
        await _bench.DoneAsync(HttpMethod.Post, "/_sandbox/faults", new { operation = "PutRestApi", kind = "delay", milliseconds = 1_000, nth = 1 });
        await _portal.Person.Http.PostAsync<RunView>($"/api/v1/runs/{run.Id}/approve", new { fingerprint = run.Fingerprint, version = run.Version, confirmedName = run.NameToType }, HttpStatusCode.OK);
        await CalledAsync("PutRestApi");
        using var first = await _portal.TakenOverAsync(TimeSpan.FromSeconds(2));

        var ended = await Pipeline.EndedAsync(_portal.Person, run.Id);
        Assert.True(ended.State is RunState.Done, ended.Outcome);
        var before = _bench.Server.Calls.After(0).Count;
        var steps = await StepsAsync(run);

        await PortalProcess.WakeAsync(first);
        await EndedOrWritingAsync(first, run, steps);
        var hasEnded = first.HasExited;
        first.Kill();

        Assert.True(hasEnded);
        Assert.DoesNotContain(_bench.Server.Calls.After(before), call => !call.IsRead);
        Assert.Equal(RunState.Done, (await _portal.Person.Http.GetAsync<RunView>($"/api/v1/runs/{run.Id}")).State);
        Assert.Equal(steps, await StepsAsync(run));
        Assert.Empty((await Pipeline.ProposeAsync(_portal.Person, await Pipeline.StageAsync(_portal.Person, _stage))).Steps);
    }

    public async ValueTask InitializeAsync()
    {
        _bench = await Bench.StartAsync();
        await _portal.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _bench.DisposeAsync();
    }

    private async Task<RunView> ProposeAsync()
    {
        var person = _portal.Person;
        var connection = await person.Http.PostAsync<ConnectionView>("/api/v1/connections", new { name = "Bench", region = "eu-central-1", serviceUrl = _bench.Server.Address.ToString() });
        await person.Http.PostAsync<ConnectionView>($"/api/v1/connections/{connection.Id}/writing", new { typedName = "Bench" }, HttpStatusCode.OK);
        var api = await Catalog.Given.ApiAsync(person);
        var stage = await person.Http.PostAsync<StageView>($"/api/v1/apis/{api.Id}/stages", new { connectionId = connection.Id, name = "dev" });
        _stage = stage.Id;

        return await Pipeline.ProposeAsync(person, stage);
    }

    /// <summary>As the journal has them: a second process that writes on would leave other times and tries.</summary>
    private async Task<string> StepsAsync(RunView run) => await _portal.Person.Http.GetStringAsync(new Uri($"/api/v1/runs/{run.Id}", UriKind.Relative), Cancelled);

    /// <summary>One that does not find out goes on with the run, and would not end.</summary>
    private async Task EndedOrWritingAsync(Process process, RunView run, string steps)
    {
        while (!process.HasExited && await StepsAsync(run) == steps)
        {
            Cancelled.ThrowIfCancellationRequested();
        }
    }

    private async Task CalledAsync(string operation)
    {
        while (_bench.Server.Calls.After(0).All(call => call.Operation != operation))
        {
            Cancelled.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
