using Portal.Server.Traffic;

namespace Portal.Tests.Traffic;

/// <summary>What was called is what is kept, exactly, however often it is read and whatever happens in between.</summary>
public sealed class CollectorTests
{
    private static readonly Statistic P50 = new("Latency", "p50");
    private static readonly Statistic P99 = new("IntegrationLatency", "p99");

    [Fact]
    public async Task Every_call_counts_with_its_errors_and_its_latency()
    {
        await using var counting = await Counting.StartAsync();

        // 1 to 200 ms in an order that is none: 20.1 seconds in all, within the minute.
        foreach (var i in Enumerable.Range(0, 200))
        {
            await counting.CallAsync(i switch { < 160 => 200, < 190 => 404, _ => 503 }, (i * 77 % 200) + 1);
        }

        await counting.CollectAsync(calls: 200);

        Assert.Equal(("12:00 200", "12:00 30", "12:00 10"), (counting.Told(Statistic.Requests), counting.Told(Statistic.ClientErrors), counting.Told(Statistic.ServerErrors)));
        Assert.Equal("12:00 100.5", counting.Told(new Statistic("IntegrationLatency", "Average")));
        Assert.Equal(("12:00 100", "12:00 180", "12:00 190", "12:00 198"), (counting.Told(P99 with { Of = "p50" }), counting.Told(P99 with { Of = "p90" }), counting.Told(P99 with { Of = "p95" }), counting.Told(P99)));
        Assert.Equal("12:00 100", counting.Told(P50));
    }

    [Fact]
    public async Task Reading_again_counts_nothing_twice()
    {
        await using var counting = await Counting.StartAsync();
        await counting.CallAsync();
        await counting.CollectAsync(calls: 1);

        await counting.CollectAsync();
        counting.Start();
        await counting.CallAsync(503);
        await counting.CollectAsync(calls: 2);

        Assert.Equal(("12:00 2", "12:00 1"), (counting.Told(Statistic.Requests), counting.Told(Statistic.ServerErrors)));
        Assert.Equal("12:00 2", counting.Told(Statistic.Requests, Resolution.Hour));
    }

    [Fact]
    public async Task A_gap_is_a_gap()
    {
        await using var counting = await Counting.StartAsync();
        await counting.CallAsync();
        counting.Clock.Advance(TimeSpan.FromMinutes(3));
        await counting.CallAsync();

        await counting.CollectAsync(calls: 2);

        Assert.Equal(("12:00 1, 12:03 1", "12:00 0, 12:03 0"), (counting.Told(Statistic.Requests), counting.Told(Statistic.ServerErrors)));
        Assert.Equal("12:00 1, 12:03 1", counting.Told(P50));
    }

    [Fact]
    public async Task Counts_add_up_to_longer_periods_while_percentiles_are_asked_for()
    {
        await using var counting = await Counting.StartAsync();
        await counting.CallAsync(404, milliseconds: 10);
        counting.Clock.Advance(TimeSpan.FromMinutes(4));
        await counting.CallAsync(milliseconds: 20);
        await counting.CallAsync(milliseconds: 30);
        counting.Clock.Advance(TimeSpan.FromMinutes(10));
        await counting.CallAsync(milliseconds: 400);

        await counting.CollectAsync(calls: 4);

        Assert.Equal("12:00 3, 12:10 1", counting.Told(Statistic.Requests, Resolution.FiveMinutes));
        Assert.Equal(("12:00 4", "12:00 1"), (counting.Told(Statistic.Requests, Resolution.Hour), counting.Told(Statistic.ClientErrors, Resolution.Hour)));
        Assert.Equal("12:00 20, 12:10 400", counting.Told(P50, Resolution.FiveMinutes));
        Assert.Equal("12:00 400", counting.Told(P99, Resolution.Hour));
    }

    [Fact]
    public async Task A_long_pause_is_made_up_for()
    {
        await using var counting = await Counting.StartAsync();
        await counting.CallAsync();
        await counting.CollectAsync(calls: 1);

        counting.Clock.Advance(TimeSpan.FromHours(20));
        await counting.CallAsync();
        counting.Clock.Advance(TimeSpan.FromDays(5));
        await counting.CallAsync();
        counting.Start();
        await counting.CollectAsync(calls: 3);

        Assert.Equal("12:00 1, 08:00 1, 08:00 1", counting.Told(Statistic.Requests));
        Assert.Equal("12:00 1, 08:00 1, 08:00 1", counting.Told(P50, Resolution.Hour));
    }

    [Fact]
    public async Task What_is_too_long_ago_is_not_asked_for()
    {
        await using var counting = await Counting.StartAsync();
        await counting.CallAsync();
        counting.Clock.Advance(TimeSpan.FromDays(14.5));
        await counting.CallAsync();

        await counting.CollectAsync(calls: 1);

        Assert.Equal(Counting.Noon.AddDays(14.5), Assert.Single(counting.Points(Statistic.Requests)).At);
    }

    [Fact]
    public async Task The_stages_of_an_API_are_counted_apart()
    {
        await using var counting = await Counting.StartAsync();
        var prod = Counting.Stage("prod") with { Connection = counting.Dev.Connection };
        counting.Stages.Add(prod);
        await counting.CallAsync();

        await counting.CollectAsync(calls: 1);

        Assert.Empty(counting.Store.Read([new SeriesKey(prod.Id, Statistic.Requests)], Resolution.Minute, Counting.Noon, Counting.Noon.AddHours(1)));
    }

    [Fact]
    public async Task What_AWS_refuses_is_said_and_made_up_for()
    {
        await using var counting = await Counting.StartAsync();
        await counting.CollectAsync();
        await counting.FailAsync(new { operation = "GetMetricData", kind = "429" });
        await counting.CallAsync();
        counting.Clock.Advance(TimeSpan.FromMinutes(20));

        await counting.CollectAsync();

        var reading = counting.Reading;
        Assert.Equal((Counting.Noon, Counting.Noon.AddMinutes(20)), (reading.ReadAt, reading.FailedAt));
        Assert.StartsWith("GetMetricData was answered with ", reading.Why, StringComparison.Ordinal);
        Assert.Empty(counting.Points(Statistic.Requests));

        await counting.MendAsync();
        await counting.CollectAsync(calls: 1);

        Assert.Equal((null, null), (counting.Reading.FailedAt, counting.Reading.Why));
    }

    [Fact]
    public async Task A_connection_that_refuses_is_asked_less_and_less_often()
    {
        await using var counting = await Counting.StartAsync();
        var source = new FaultySource(counting.Source) { Refuses = true };
        counting.Source = source;

        foreach (var _ in Enumerable.Range(0, 30))
        {
            await counting.Collector.CollectDueAsync(TestContext.Current.CancellationToken);
            counting.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        // After 0, 1, 3, 7, 15 and 30 minutes.
        Assert.Equal(5, source.Calls);
    }

    [Fact]
    public async Task One_that_answers_is_asked_when_its_turn_comes()
    {
        await using var counting = await Counting.StartAsync();
        var source = new FaultySource(counting.Source);
        counting.Source = source;

        foreach (var _ in Enumerable.Range(0, 120))
        {
            await counting.Collector.CollectDueAsync(TestContext.Current.CancellationToken);
            counting.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        // In an hour: minutes each minute, five minutes each five, hours each quarter.
        Assert.Equal(60 + 12 + 4, source.Calls);
        Assert.Equal((60 * 13) + (12 * 10) + (4 * 10), counting.Book.QueriesOfLastHour(counting.Dev.Connection, Counting.Noon.AddHours(1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(10)]
    public async Task A_kill_in_between_loses_nothing(int atCall)
    {
        await using var counting = await Counting.StartAsync();

        foreach (var _ in Enumerable.Range(0, 4))
        {
            await counting.CallAsync();
            counting.Clock.Advance(TimeSpan.FromHours(5));
        }

        var sound = counting.Source;
        counting.Source = new FaultySource(sound) { DiesAt = atCall };
        await Assert.ThrowsAsync<FaultySource.KilledException>(counting.CollectAsync);
        counting.Source = sound;
        counting.Start();
        await counting.CollectAsync(calls: 4);

        Assert.Equal("12:00 1, 17:00 1, 22:00 1, 03:00 1", counting.Told(Statistic.Requests));
        Assert.Equal("12:00 1, 17:00 1, 22:00 1, 03:00 1", counting.Told(P50, Resolution.Hour));
    }

    [Fact]
    public async Task Many_stages_are_asked_in_few_calls()
    {
        await using var counting = await Counting.StartAsync();
        counting.Stages.AddRange(Enumerable.Range(0, 99).Select(i => Counting.Stage($"s{i}") with { Connection = counting.Dev.Connection }));
        var source = new FaultySource(counting.Source);
        counting.Source = source;

        await counting.CollectAsync();

        // 38 stages of 13 queries, then twice 50 of 10.
        Assert.Equal(3 + 2 + 2, source.Calls);
        Assert.InRange(source.MostQueries, 1, 500);
    }
}
