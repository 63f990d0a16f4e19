using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox.CloudWatch;

public sealed class AlarmTests
{
    private readonly FakeTimeProvider _clock = new(Watch.Noon);

    [Fact]
    public async Task An_alarm_is_shown_as_it_was_put()
    {
        await using var bench = await StartAsync();
        await bench.AlarmAsync("api/5xx", new { AlarmDescription = "too many", AlarmActions = new[] { "arn:aws:sns:eu-central-1:123456789012:mail" }, Dimensions = new[] { new { Name = "Stage", Value = "dev" } }, TreatMissingData = "ignore", Tags = new[] { new { Key = "portal:id", Value = "7" } } });

        var alarm = await bench.AlarmAsync("api/5xx");

        Assert.Equal("arn:aws:cloudwatch:eu-central-1:123456789012:alarm:api/5xx", (string?)alarm["AlarmArn"]);
        Assert.Equal(("too many", "Sum", 60, 1, 5d, "ignore", true), ((string?)alarm["AlarmDescription"], (string?)alarm["Statistic"], (int)alarm["Period"]!, (int)alarm["EvaluationPeriods"]!, (double)alarm["Threshold"]!, (string?)alarm["TreatMissingData"], (bool)alarm["ActionsEnabled"]!));
        Assert.Equal("dev", (string?)alarm["Dimensions"]![0]!["Value"]);
        Assert.Equal("7", (string?)(await bench.CloudWatchAsync("ListTagsForResource", new { ResourceARN = (string?)alarm["AlarmArn"] }))["Tags"]![0]!["Value"]);
    }

    [Fact]
    public async Task What_is_put_again_replaces_all_but_the_state()
    {
        await using var bench = await StartAsync();
        await bench.AlarmAsync("a", new { AlarmDescription = "one" });
        await bench.CloudWatchAsync("SetAlarmState", new { AlarmName = "a", StateValue = "ALARM", StateReason = "a drill" });

        await bench.AlarmAsync("a", new { Threshold = 8 });

        var alarm = await bench.AlarmAsync("a");
        Assert.Equal((null, 8d, "ALARM"), ((string?)alarm["AlarmDescription"], (double)alarm["Threshold"]!, (string?)alarm["StateValue"]));
    }

    [Fact]
    public async Task Alarms_are_found_by_name_state_action_or_metric()
    {
        await using var bench = await StartAsync();
        await bench.AlarmAsync("a1", new { });
        await bench.AlarmAsync("a2", new { MetricName = "other", AlarmActions = new[] { "arn:aws:sns:eu-central-1:123456789012:mail" } });
        await bench.AlarmAsync("b", new { Dimensions = new[] { new { Name = "Stage", Value = "dev" } } });
        await bench.CloudWatchAsync("SetAlarmState", new { AlarmName = "b", StateValue = "OK", StateReason = "a drill" });
        async Task<string> NamesAsync(string operation, object body) => string.Join(' ', (await bench.CloudWatchAsync(operation, body))["MetricAlarms"]!.AsArray().Select(alarm => (string)alarm!["AlarmName"]!));

        Assert.Equal("a1 a2", await NamesAsync("DescribeAlarms", new { AlarmNamePrefix = "a" }));
        Assert.Equal("a2 b", await NamesAsync("DescribeAlarms", new { AlarmNames = new[] { "b", "a2", "c" } }));
        Assert.Equal("b", await NamesAsync("DescribeAlarms", new { StateValue = "OK" }));
        Assert.Equal("a2", await NamesAsync("DescribeAlarms", new { ActionPrefix = "arn:aws:sns" }));
        Assert.Equal("", await NamesAsync("DescribeAlarms", new { AlarmTypes = new[] { "CompositeAlarm" } }));
        Assert.Equal("a1", await NamesAsync("DescribeAlarmsForMetric", new { Namespace = "Test", MetricName = "m" }));
        Assert.Equal("b", await NamesAsync("DescribeAlarmsForMetric", new { Namespace = "Test", MetricName = "m", Dimensions = new[] { new { Name = "Stage", Value = "dev" } }, Statistic = "Sum" }));
        Assert.Equal("", await NamesAsync("DescribeAlarmsForMetric", new { Namespace = "Test", MetricName = "m", Statistic = "Average" }));
    }

    [Fact]
    public async Task Actions_are_switched_off_and_on()
    {
        await using var bench = await StartAsync();
        await bench.AlarmAsync("a", new { });

        await bench.CloudWatchAsync("DisableAlarmActions", new { AlarmNames = new[] { "a" } });
        Assert.False((bool)(await bench.AlarmAsync("a"))["ActionsEnabled"]!);
        await bench.CloudWatchAsync("EnableAlarmActions", new { AlarmNames = new[] { "a" } });
        Assert.True((bool)(await bench.AlarmAsync("a"))["ActionsEnabled"]!);
    }

    [Fact]
    public async Task What_happened_to_a_deleted_alarm_is_still_told()
    {
        await using var bench = await StartAsync();
        await bench.AlarmAsync("a", new { });
        await bench.CloudWatchAsync("DeleteAlarms", new { AlarmNames = new[] { "a" } });

        Assert.Empty((await bench.CloudWatchAsync("DescribeAlarms", new { }))["MetricAlarms"]!.AsArray());
        var history = (await bench.CloudWatchAsync("DescribeAlarmHistory", new { ScanBy = "TimestampAscending" }))["AlarmHistoryItems"]!.AsArray();
        Assert.Equal(["Alarm \"a\" created", "Alarm \"a\" deleted"], history.Select(item => (string)item!["HistorySummary"]!));
    }

    [Fact]
    public async Task State_outlives_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("alarms").FullName;
        try
        {
            await using (var bench = await Bench.StartAsync(new() { TimeProvider = _clock, DataFolder = folder }))
            {
                await bench.AlarmAsync("a", new { });
                await bench.PutAsync("m", Watch.Noon, 9);
                _clock.Advance(TimeSpan.FromMinutes(1));
                Assert.Equal("ALARM", (string?)(await bench.AlarmAsync("a"))["StateValue"]);
            }

            await using var again = await Bench.StartAsync(new() { TimeProvider = _clock, DataFolder = folder });
            Assert.Equal("ALARM", (string?)(await again.AlarmAsync("a"))["StateValue"]);
            Assert.Equal(2, (await again.CloudWatchAsync("DescribeAlarmHistory", new { AlarmName = "a" }))["AlarmHistoryItems"]!.AsArray().Count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("""{"AlarmName": null}""", "MissingRequiredParameterException", "The parameter AlarmName is required.")]
    [InlineData("""{"EvaluationPeriods": null}""", "MissingRequiredParameterException", "The parameter EvaluationPeriods is required.")]
    [InlineData("""{"Period": 61}""", "ValidationError", "Period must be 10, 20, 30 or a multiple of 60")]
    [InlineData("""{"Period": 10}""", "ValidationError", "The sandbox keeps values by the minute: Period must be a multiple of 60")]
    [InlineData("""{"DatapointsToAlarm": 2}""", "ValidationError", "DatapointsToAlarm must be at least 1 and not exceed EvaluationPeriods.")]
    [InlineData("""{"ExtendedStatistic": "p99"}""", "InvalidParameterCombinationException", "The parameters Statistic and ExtendedStatistic are mutually exclusive and you have specified both.")]
    [InlineData("""{"Statistic": "p99"}""", "InvalidParameterValueException", "The value p99 for parameter Statistic is not supported.")]
    [InlineData("""{"TreatMissingData": "well"}""", "ValidationError", "The value well for parameter TreatMissingData is not supported.")]
    [InlineData("""{"Metrics": [{"Id": "a", "Expression": "TIME_SERIES(1)"}]}""", "ValidationError", "Metrics list is incompatible with the parameter MetricName.")]
    [InlineData("""{"EvaluationPeriods": 1441}""", "ValidationError", "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400), or across more than seven days if the period is an hour or longer.")]
    public async Task What_makes_no_sense_is_refused(string change, string type, string message)
    {
        await using var bench = await StartAsync();

        await bench.NamedRefusedAsync("monitoring", "PutMetricAlarm", Alarming.Input("a", JsonNode.Parse(change)!).ToJsonString(), type, message);
    }

    private Task<Bench> StartAsync() => Bench.StartAsync(new() { TimeProvider = _clock });
}
