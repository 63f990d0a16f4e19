using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox.CloudWatch;

public sealed class ListMetricsTests
{
    private readonly FakeTimeProvider _clock = new(Watch.Noon);

    [Fact]
    public async Task They_are_found_by_namespace_name_and_dimensions()
    {
        await using var bench = await StartAsync();
        await PutAsync(bench, "Test", "m", "dev", "GET");
        await PutAsync(bench, "Test", "m", "dev", "PUT");
        await PutAsync(bench, "Test", "n", "prod", "GET");
        await PutAsync(bench, "Other", "m", "dev", "GET");

        async Task<string> Found(object filter) => string.Join(", ", (await bench.CloudWatchAsync("ListMetrics", filter))["Metrics"]!.AsArray().Select(Named));
        Assert.Equal("Other m Method=GET Stage=dev, Test m Method=GET Stage=dev, Test m Method=PUT Stage=dev, Test n Method=GET Stage=prod", await Found(new { }));
        Assert.Equal("Test n Method=GET Stage=prod", await Found(new { Namespace = "Test", MetricName = "n" }));
        Assert.Equal("Test m Method=PUT Stage=dev", await Found(new { Namespace = "Test", Dimensions = new object[] { new { Name = "Stage" }, new { Name = "Method", Value = "PUT" } } }));
        Assert.Equal("", await Found(new { Dimensions = new[] { new { Name = "Nothing" } } }));
    }

    [Fact]
    public async Task They_come_500_at_a_time()
    {
        await using var bench = await StartAsync();
        await bench.CloudWatchAsync("PutMetricData", new { Namespace = "Test", MetricData = Enumerable.Range(0, 750).Select(i => new { MetricName = $"m{i}", Value = 1 }) });

        var first = await bench.CloudWatchAsync("ListMetrics", new { });
        var second = await bench.CloudWatchAsync("ListMetrics", new { NextToken = (string?)first["NextToken"] });

        Assert.Equal((500, 250, null), (first["Metrics"]!.AsArray().Count, second["Metrics"]!.AsArray().Count, (string?)second["NextToken"]));
        Assert.Equal(750, first["Metrics"]!.AsArray().Concat(second["Metrics"]!.AsArray()).Select(Named).Distinct().Count());
    }

    [Fact]
    public async Task What_was_silent_for_two_weeks_is_not_listed()
    {
        await using var bench = await StartAsync();
        await PutAsync(bench, "Test", "m", "dev", "GET");

        _clock.Advance(TimeSpan.FromHours(5));
        Assert.Empty((await bench.CloudWatchAsync("ListMetrics", new { RecentlyActive = "PT3H" }))["Metrics"]!.AsArray());
        Assert.Single((await bench.CloudWatchAsync("ListMetrics", new { }))["Metrics"]!.AsArray());
        _clock.Advance(TimeSpan.FromDays(15));
        Assert.Empty((await bench.CloudWatchAsync("ListMetrics", new { }))["Metrics"]!.AsArray());
    }

    private Task<Bench> StartAsync() => Bench.StartAsync(new() { TimeProvider = _clock });

    private static Task<JsonNode> PutAsync(Bench bench, string space, string name, string stage, string method) => bench.CloudWatchAsync("PutMetricData", new
    {
        Namespace = space,
        MetricData = new[] { new { MetricName = name, Value = 1, Dimensions = new[] { new { Name = "Stage", Value = stage }, new { Name = "Method", Value = method } } } },
    });

    private static string Named(JsonNode? metric) =>
        $"{metric!["Namespace"]} {metric["MetricName"]} {string.Join(' ', metric["Dimensions"]!.AsArray().Select(dimension => $"{dimension!["Name"]}={dimension["Value"]}"))}".TrimEnd();
}
