using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox.CloudWatch;

public sealed class PutMetricDataTests
{
    private readonly FakeTimeProvider _clock = new(Watch.Noon.AddMinutes(30));

    [Fact]
    public async Task Values_counts_and_sums_all_count()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        await bench.CloudWatchAsync("PutMetricData", new
        {
            Namespace = "Test",
            MetricData = new object[]
            {
                new { MetricName = "m", Timestamp = Watch.Noon.ToUnixTimeSeconds(), Value = 10 },
                new { MetricName = "m", Timestamp = Watch.Noon.ToUnixTimeSeconds(), Values = new[] { 1, 20 }, Counts = new[] { 3, 2 } },
                new { MetricName = "m", Timestamp = Watch.Noon.AddSeconds(59).ToUnixTimeSeconds(), StatisticValues = new { SampleCount = 4, Sum = 100, Minimum = 0.5, Maximum = 60 } },
            },
        });

        Task<double> One(string stat) => bench.ValueAsync("m", stat);
        Assert.Equal((10, 153, 0.5, 60, 15.3), (await One("SampleCount"), await One("Sum"), await One("Minimum"), await One("Maximum"), await One("Average")));
        Assert.Empty(await bench.ValuesAsync("m", "p50", Watch.Noon, Watch.Noon.AddMinutes(5)));
    }

    [Fact]
    public async Task Without_a_time_it_is_now()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        await bench.CloudWatchAsync("PutMetricData", new { Namespace = "Test", MetricData = new[] { new { MetricName = "m", Value = 5 } } });

        Assert.Equal("5", await bench.ValuesAsync("m", "Sum", _clock.GetUtcNow(), _clock.GetUtcNow().AddMinutes(1)));
    }

    [Fact]
    public async Task One_that_is_refused_refuses_all()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        await RefusedAsync(bench, "InvalidParameterValueException", "The parameter MetricData.member.2.Timestamp must specify a time no more than two weeks in the past.",
            new { MetricName = "m", Value = 1 }, new { MetricName = "m", Value = 1, Timestamp = Watch.Noon.AddDays(-15).ToUnixTimeSeconds() });

        Assert.Empty((await bench.CloudWatchAsync("ListMetrics", new { }))["Metrics"]!.AsArray());
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });

        await RefusedAsync(bench, "MissingRequiredParameterException", "The parameter MetricData.member.1.MetricName is required.", new { Value = 1 });
        await RefusedAsync(bench, "MissingRequiredParameterException", "The parameter MetricData.member.1.Value is required.", new { MetricName = "m" });
        await RefusedAsync(bench, "InvalidParameterCombinationException", "The parameters MetricData.member.1.Value and MetricData.member.1.Values are mutually exclusive and you have specified both.", new { MetricName = "m", Value = 1, Values = new[] { 1 } });
        await RefusedAsync(bench, "InvalidParameterValueException", "The parameters MetricData.member.1.Values and MetricData.member.1.Counts must be of the same size.", new { MetricName = "m", Values = new[] { 1, 2 }, Counts = new[] { 1 } });
        await RefusedAsync(bench, "InvalidParameterValueException", "The value NaN for parameter MetricData.member.1.Value is invalid.", new { MetricName = "m", Value = "NaN" });
        await RefusedAsync(bench, "InvalidParameterValueException", "The value Apples for parameter MetricData.member.1.Unit is not supported.", new { MetricName = "m", Value = 1, Unit = "Apples" });
        await RefusedAsync(bench, "InvalidParameterValueException", "The parameter MetricData.member.1.Timestamp must specify a time no more than two hours in the future.", new { MetricName = "m", Value = 1, Timestamp = Watch.Noon.AddHours(3).ToUnixTimeSeconds() });
        await bench.NamedRefusedAsync("monitoring", "PutMetricData", new { MetricData = Array.Empty<object>() }, "MissingRequiredParameterException", "The parameter Namespace is required.");
    }

    private static Task RefusedAsync(Bench bench, string type, string message, params object[] data) =>
        bench.NamedRefusedAsync("monitoring", "PutMetricData", new { Namespace = "Test", MetricData = data }, type, message);
}
