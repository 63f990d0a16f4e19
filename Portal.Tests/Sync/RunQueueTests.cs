using Portal.Server.Sync;

namespace Portal.Tests.Sync;

public sealed class RunQueueTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void They_go_as_they_were_approved() => Assert.Equal(Plan(1), RunQueue.Next([Plan(1), Plan(2)], Free(), Noon));

    [Fact]
    public void Who_has_to_wait_lets_others_go_first()
    {
        var deployment = new QueuedRun(Id(3), [["PutRestApi"], ["CreateDeployment"]]);

        Assert.Equal(deployment, RunQueue.Next([Plan(1), Plan(2), deployment], Free(("UpdateUsagePlan", 5)), Noon));
    }

    [Fact]
    public void While_all_wait_none_is_next() => Assert.Null(RunQueue.Next([Plan(1)], Free(("UpdateUsagePlan", 5)), Noon));

    [Fact]
    public void Thirty_plans_take_ten_minutes()
    {
        var plans = Enumerable.Range(1, 30).Select(Plan).ToList();

        var last = Forecast(plans, 30, Free());

        Assert.Equal(new Turn(29, Noon.AddSeconds(29 * 20)), last);
        Assert.Equal(new Turn(0, Noon), Forecast(plans, 1, Free()));
    }

    [Fact]
    public void What_was_called_before_is_counted() =>
        Assert.Equal(new Turn(1, Noon.AddSeconds(32)), Forecast([Plan(1), Plan(2)], 2, Free(("UpdateUsagePlan", 12))));

    [Fact]
    public void Who_goes_first_meanwhile_is_counted_too()
    {
        var api = new QueuedRun(Id(9), [["PutRestApi"], ["CreateDeployment"], []]);

        Assert.Equal(new Turn(1, Noon.AddSeconds(12)), Forecast([Plan(1), api], 1, Free(("UpdateUsagePlan", 12))));
        Assert.Equal(new Turn(0, Noon), Forecast([Plan(1), api], 9, Free(("UpdateUsagePlan", 12))));
    }

    [Fact]
    public void A_run_that_needs_nothing_limited_never_waits() =>
        Assert.Equal(new Turn(0, Noon), Forecast([Plan(1), new QueuedRun(Id(2), [[]])], 2, Free(("UpdateUsagePlan", 1))));

    [Fact]
    public void A_run_without_steps_left_to_do_has_its_turn_too() => Assert.Equal(new Turn(0, Noon), Forecast([new QueuedRun(Id(1), [])], 1, Free()));

    [Fact]
    public void A_call_made_while_it_is_forecast_does_not_move_it()
    {
        var asked = 0;
        var budget = BudgetNow.Of([Plan(1)], _ => Noon.AddSeconds(20 * asked++), AwsPace.PauseOf);

        Assert.Equal(new Turn(0, Noon), RunQueue.Forecast([Plan(1)], Id(1), budget, Noon));
    }

    private static Turn Forecast(IReadOnlyList<QueuedRun> runs, int run, Func<IReadOnlyList<string>, DateTimeOffset> free) =>
        RunQueue.Forecast(runs, Id(run), new BudgetNow(operation => free([operation]), AwsPace.PauseOf), Noon);

    /// <summary>Seconds from noon until an operation can be called again.</summary>
    private static Func<IReadOnlyList<string>, DateTimeOffset> Free(params (string Operation, int Seconds)[] taken) =>
        operations => operations.Select(operation => Noon.AddSeconds(taken.FirstOrDefault(one => one.Operation == operation).Seconds)).DefaultIfEmpty(Noon).Max();

    private static QueuedRun Plan(int number) => Known[number];

    private static readonly Dictionary<int, QueuedRun> Known = Enumerable.Range(1, 30).ToDictionary(number => number, number => new QueuedRun(Id(number), [["UpdateUsagePlan"]]));

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
