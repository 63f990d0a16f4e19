using Microsoft.Extensions.Logging.Abstractions;
using Portal.Server.Gateway;
using Portal.Server.Sync;

namespace Portal.Tests.Sync;

public sealed class CallPaceTests : IDisposable
{
    private static readonly PacedPlace Place = new("123456789012", "eu-west-1");

    private readonly SimulatedTime _time = new();
    private readonly CallPace _pace;

    public CallPaceTests() => _pace = Pace(new SyncOptions());

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void The_portals_share_of_the_burst_goes_at_once_and_then_its_share_of_the_rate()
    {
        var times = TimesOf(32 + 16, "GetStage", Errand.Person);

        Assert.All(times[..32], time => Assert.Equal(0, time));
        Assert.Equal([0.125, 0.25, 0.375], times[32..35]);
        Assert.Equal(2, times[^1]);
    }

    [Fact]
    public void An_operation_with_a_limit_of_its_own_comes_evenly()
    {
        Assert.Equal([0, 0.5, 1, 1.5, 2], TimesOf(5, "GetResources", Errand.Person));
        Assert.Equal([0, 25, 50], TimesOf(3, "UpdateUsagePlan", Errand.Person).Select(time => time - 2));
    }

    [Fact]
    public void A_clock_that_is_put_back_stops_no_calls()
    {
        var waited = TimeSpan.Zero;

        _time.Run(async () =>
        {
            await TakeAsync("GetStage");
            _time.PutBack(TimeSpan.FromDays(1));
            var from = _time.Passed;
            await TakeAsync("GetStage");
            waited = _time.Passed - from;
        });

        Assert.Equal(TimeSpan.Zero, waited);
    }

    [Fact]
    public void Who_waits_for_one_operation_holds_nobody_else_up()
    {
        var plan = 0.0;
        var stage = 0.0;

        _time.Run(async () =>
        {
            await TakeAsync("UpdateUsagePlan");
            var second = TakeAsync("UpdateUsagePlan");
            await TakeAsync("GetStage");
            stage = _time.Passed.TotalSeconds;
            await second;
            plan = _time.Passed.TotalSeconds;
        });

        Assert.Equal((0, 25), (stage, plan));
    }

    [Fact]
    public void A_person_overtakes_whatever_the_portal_does_on_its_own()
    {
        var waited = -1.0;

        _time.Run(async () =>
        {
            var background = Task.WhenAll(Enumerable.Range(0, 200).Select(_ => TakeAsync("GetResources", Errand.Background)));
            await Task.Delay(TimeSpan.FromSeconds(30), _time, Cancelled);
            var asked = _time.Passed;
            await TakeAsync("GetResources");
            waited = (_time.Passed - asked).TotalSeconds;
            Assert.False(background.IsCompleted);
            await background;
        });

        Assert.InRange(waited, 0, 0.5);
    }

    [Fact]
    public void A_part_of_the_burst_is_kept_for_persons()
    {
        var times = new List<double>();

        _time.Run(async () =>
        {
            var background = Task.WhenAll(Enumerable.Range(0, 100).Select(_ => TakeAsync("GetStage", Errand.Background)));

            for (var call = 0; call < 8; call++)
            {
                await TakeAsync("GetStage");
                times.Add(_time.Passed.TotalSeconds);
            }

            await background;
        });

        Assert.All(times, time => Assert.Equal(0, time));
    }

    [Fact]
    public void Other_accounts_and_Regions_have_a_pace_of_their_own()
    {
        _time.Run(async () =>
        {
            await TakeAsync("UpdateUsagePlan");
            await _pace.TakeAsync(Place with { Region = "eu-central-1" }, "UpdateUsagePlan", Cancelled);
            await _pace.TakeAsync(Place with { Account = "210987654321" }, "UpdateUsagePlan", Cancelled);
        });

        Assert.Equal(TimeSpan.Zero, _time.Passed);
    }

    [Fact]
    public void Where_no_pace_is_kept_nothing_waits()
    {
        using var none = Pace(new SyncOptions { Pace = 0 });

        _time.Run(() => Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => none.TakeAsync(Place, "UpdateUsagePlan", Cancelled))));

        Assert.Equal(TimeSpan.Zero, _time.Passed);
    }

    [Fact]
    public void Where_AWS_finds_them_too_many_calls_stop_as_long_as_it_asks_and_go_slower_for_a_while()
    {
        var times = new List<double>();

        _time.Run(async () =>
        {
            await TakeAsync("GetStage");
            _pace.TooMany(Place, "GetStage", TimeSpan.FromSeconds(7));
            await Task.WhenAll(Enumerable.Range(0, 400).Select(async _ =>
            {
                await TakeAsync("GetStage");
                times.Add(_time.Passed.TotalSeconds);
            }));
        });

        // 7 seconds, then 4 a second for half a minute, then 8 again.
        Assert.Equal([7.25, 7.5, 7.75], times[..3]);
        Assert.Equal(30 * 4, times.Count(time => time <= 37), 2.0);
        Assert.Equal(8, times.Count(time => time is > 50 and <= 51));
    }

    [Fact]
    public void Where_AWS_limits_one_operation_the_others_go_on()
    {
        var time = -1.0;

        _time.Run(async () =>
        {
            await TakeAsync("GetResources");
            _pace.TooMany(Place, "GetResources", TimeSpan.FromSeconds(10));
            await TakeAsync("GetStage");
            time = _time.Passed.TotalSeconds;
            await TakeAsync("GetResources");
        });

        Assert.Equal((0, 11), (time, _time.Passed.TotalSeconds));
    }

    [Fact]
    public void Who_gives_up_leaves_the_queue()
    {
        using var gaveUp = new CancellationTokenSource();

        _time.Run(async () =>
        {
            await TakeAsync("UpdateUsagePlan");
            var given = _pace.TakeAsync(Place, "UpdateUsagePlan", gaveUp.Token);
            var next = TakeAsync("UpdateUsagePlan");
            GiveUp(gaveUp);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
            await next;
        });

        Assert.Equal(25, _time.Passed.TotalSeconds);
    }

    public void Dispose() => _pace.Dispose();

    /// <summary>On this thread: the simulated one.</summary>
    private static void GiveUp(CancellationTokenSource given) => given.Cancel();

    private CallPace Pace(SyncOptions options) => new(options, _time, NullLogger<CallPace>.Instance);

    /// <summary>Awaited here, so that whoever combines several goes on in the simulated time too.</summary>
    private async Task TakeAsync(string operation, Errand errand = Errand.Person)
    {
        using var on = Errands.On(errand);
        await _pace.TakeAsync(Place, operation, Cancelled);
    }

    private double[] TimesOf(int calls, string operation, Errand errand)
    {
        var times = new List<double>();

        _time.Run(() => Task.WhenAll(Enumerable.Range(0, calls).Select(async _ =>
        {
            await TakeAsync(operation, errand);
            times.Add(_time.Passed.TotalSeconds);
        })));

        return [.. times];
    }
}
