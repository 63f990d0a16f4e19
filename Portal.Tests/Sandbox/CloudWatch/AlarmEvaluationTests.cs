using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox.CloudWatch;

public sealed class AlarmEvaluationTests
{
    private readonly FakeTimeProvider _clock = new(Watch.Noon);

    // Five minutes, oldest first: 0 is fine, X breaches, - is missing. What "missing", "ignore", "breaching" and "notBreaching" make of it, from OK.
    [Theory]
    [InlineData("0-X-X", 3, "OK OK OK OK")]
    [InlineData("----0", 3, "OK OK OK OK")]
    [InlineData("-----", 3, "INSUFFICIENT_DATA OK ALARM OK")]
    [InlineData("0XX-X", 3, "ALARM ALARM ALARM ALARM")]
    [InlineData("--X--", 3, "ALARM OK ALARM OK")]
    [InlineData("----X", 3, "OK OK ALARM OK")]
    [InlineData("0-X-X", 2, "ALARM ALARM ALARM ALARM")]
    [InlineData("00X0X", 2, "ALARM ALARM ALARM ALARM")]
    [InlineData("0-X--", 2, "OK OK ALARM OK")]
    [InlineData("----0", 2, "OK OK ALARM OK")]
    [InlineData("---X-", 2, "ALARM OK ALARM OK")]
    public async Task Missing_data_is_treated_as_the_alarm_says(string minutes, int datapointsToAlarm, string states)
    {
        await using var bench = await StartAsync();
        string[] treatments = ["missing", "ignore", "breaching", "notBreaching"];
        foreach (var treatment in treatments)
        {
            await bench.AlarmAsync(treatment, new { EvaluationPeriods = 3, DatapointsToAlarm = datapointsToAlarm, TreatMissingData = treatment });
            await bench.CloudWatchAsync("SetAlarmState", new { AlarmName = treatment, StateValue = "OK", StateReason = "test" });
        }

        for (var minute = 0; minute < minutes.Length; minute++)
        {
            if (minutes[minute] is not '-')
            {
                await bench.PutAsync("m", Watch.Noon.AddMinutes(minute), minutes[minute] is 'X' ? 9 : 0);
            }
        }

        // Set again where it stood before the last minute: what the minutes between said is of no interest.
        _clock.Advance(TimeSpan.FromMinutes(4.5));
        foreach (var treatment in treatments)
        {
            await bench.CloudWatchAsync("SetAlarmState", new { AlarmName = treatment, StateValue = "OK", StateReason = "test" });
        }

        _clock.Advance(TimeSpan.FromMinutes(0.5));
        var alarms = (await bench.CloudWatchAsync("DescribeAlarms", new { }))["MetricAlarms"]!.AsArray();

        Assert.Equal(states, string.Join(' ', treatments.Select(treatment => (string)alarms.Single(alarm => (string?)alarm!["AlarmName"] == treatment)!["StateValue"]!)));
    }

    [Theory]
    [InlineData("GreaterThanThreshold", 5, "OK")]
    [InlineData("GreaterThanOrEqualToThreshold", 5, "ALARM")]
    [InlineData("LessThanThreshold", 5, "OK")]
    [InlineData("LessThanOrEqualToThreshold", 5, "ALARM")]
    [InlineData("LessThanThreshold", 4, "ALARM")]
    public async Task Values_are_compared_as_the_operator_says(string comparison, double value, string state)
    {
        await using var bench = await StartAsync();
        await bench.AlarmAsync("a", new { ComparisonOperator = comparison, Threshold = 5 });
        await bench.PutAsync("m", Watch.Noon, value);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(state, (string?)(await bench.AlarmAsync("a"))["StateValue"]);
    }

    [Fact]
    public async Task A_reason_says_which_values_crossed_the_threshold()
    {
        await using var bench = await StartAsync();
        await bench.AlarmAsync("a", new { EvaluationPeriods = 2, DatapointsToAlarm = 2, TreatMissingData = "notBreaching" });
        Assert.Equal(("INSUFFICIENT_DATA", "Unchecked: Initial alarm creation"), await StateAsync(bench));

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(("OK", "Threshold Crossed: no datapoints were received for 2 periods and 2 missing datapoints were treated as [NonBreaching]."), await StateAsync(bench));

        await bench.PutAsync("m", Watch.Noon.AddMinutes(1), 7.5);
        await bench.PutAsync("m", Watch.Noon.AddMinutes(2), 9);
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(("ALARM", "Threshold Crossed: 2 out of the last 2 datapoints [9.0 (02/03/26 12:02:00), 7.5 (02/03/26 12:01:00)] were greater than the threshold (5.0) (minimum 2 datapoints for OK -> ALARM transition)."), await StateAsync(bench));

        await bench.PutAsync("m", Watch.Noon.AddMinutes(3), 1);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(("OK", "Threshold Crossed: 1 datapoint [1.0 (02/03/26 12:03:00)] was not greater than the threshold (5.0)."), await StateAsync(bench));

        var history = (await bench.CloudWatchAsync("DescribeAlarmHistory", new { AlarmName = "a", HistoryItemType = "StateUpdate" }))["AlarmHistoryItems"]!.AsArray();
        Assert.Equal(["Alarm updated from ALARM to OK", "Alarm updated from OK to ALARM", "Alarm updated from INSUFFICIENT_DATA to OK"], history.Select(item => (string)item!["HistorySummary"]!));
        var data = JsonNode.Parse((string)history[1]!["HistoryData"]!)!["newState"]!["stateReasonData"]!;
        Assert.Equal([7.5, 9], data["recentDatapoints"]!.AsArray().Select(value => (double)value!));
    }

    [Fact]
    public async Task An_alarm_may_watch_an_expression()
    {
        await using var bench = await StartAsync();
        await bench.CloudWatchAsync("PutMetricAlarm", new
        {
            AlarmName = "a",
            EvaluationPeriods = 1,
            Threshold = 10,
            ComparisonOperator = "GreaterThanThreshold",
            Metrics = new object[] { Hidden(Watch.Query("errors", "e", "Sum")), Hidden(Watch.Query("calls", "m", "Sum")), new { Id = "rate", Expression = "100 * errors / calls", Label = "error rate" } },
        });
        await bench.PutAsync("m", Watch.Noon, 50);
        await bench.PutAsync("e", Watch.Noon, 6);
        _clock.Advance(TimeSpan.FromMinutes(1));

        var alarm = await bench.AlarmAsync("a");

        Assert.Equal("ALARM", (string?)alarm["StateValue"]);
        Assert.Equal(("rate", true), ((string?)alarm["Metrics"]![2]!["Id"], (bool)alarm["Metrics"]![2]!["ReturnData"]!));
        Assert.Equal("m", (string?)alarm["Metrics"]![1]!["MetricStat"]!["Metric"]!["MetricName"]);
    }

    [Fact]
    public async Task A_percentile_of_few_samples_is_waited_for_where_the_alarm_says_so()
    {
        await using var bench = await StartAsync();
        await bench.AlarmAsync("evaluate", new { Statistic = (string?)null, ExtendedStatistic = "p90" });
        await bench.AlarmAsync("ignore", new { Statistic = (string?)null, ExtendedStatistic = "p90", EvaluateLowSampleCountPercentile = "ignore" });
        await bench.PutAsync("m", Watch.Noon, 9, 9, 9);
        await bench.PutAsync("m", Watch.Noon.AddMinutes(1), [.. Enumerable.Repeat(9d, 100)]);

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(("ALARM", "INSUFFICIENT_DATA"), ((string?)(await bench.AlarmAsync("evaluate"))["StateValue"], (string?)(await bench.AlarmAsync("ignore"))["StateValue"]));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("ALARM", (string?)(await bench.AlarmAsync("ignore"))["StateValue"]);
    }

    [Fact]
    public async Task A_state_that_was_set_holds_until_the_next_minute()
    {
        await using var bench = await StartAsync();
        await bench.AlarmAsync("a", new { TreatMissingData = "notBreaching" });
        await bench.CloudWatchAsync("SetAlarmState", new { AlarmName = "a", StateValue = "ALARM", StateReason = "a drill" });

        Assert.Equal(("ALARM", "a drill"), await StateAsync(bench));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("OK", (await StateAsync(bench)).State);
    }

    private Task<Bench> StartAsync() => Bench.StartAsync(new() { TimeProvider = _clock });

    private static async Task<(string State, string Reason)> StateAsync(Bench bench) =>
        await bench.AlarmAsync("a") is var alarm ? ((string)alarm["StateValue"]!, (string)alarm["StateReason"]!) : default;

    private static JsonNode Hidden(object query)
    {
        var hidden = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(query))!;
        hidden["ReturnData"] = false;
        return hidden;
    }
}
