using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox.CloudWatch;

public sealed class SearchTests
{
    [Theory]
    [InlineData("SEARCH('{AWS/ApiGateway,ApiName,Stage} MetricName=\"Latency\"', 'Sum', 60)", "pets dev = 1; pets prod = 2; shop dev = 3")]
    [InlineData("SEARCH('{AWS/ApiGateway,ApiName,Stage} Latency pets', 'Sum', 60)", "dev = 1; prod = 2")]
    [InlineData("SEARCH('{AWS/ApiGateway,ApiName,Stage} Stage=\"dev\" MetricName=\"Latency\" NOT shop', 'Sum', 60)", "Latency = 1")]
    [InlineData("SEARCH('{AWS/ApiGateway,ApiName,Stage} MetricName=(\"Count\" OR \"Latency\") AND ApiName=shop', 'Sum', 60)", "Count = 5; Latency = 3")]
    [InlineData("SEARCH('Namespace=\"AWS/ApiGateway\" integration', 'Sum', 60)", "IntegrationLatency = 4")]
    [InlineData("SEARCH('{AWS/ApiGateway,ApiName} MetricName=\"Latency\"', 'Sum', 60)", "")]
    [InlineData("SORT(SEARCH('{AWS/ApiGateway,ApiName,Stage} MetricName=\"Latency\"', 'Sum', 60), SUM, DESC, 2) * 10", "shop dev = 30; pets prod = 20")]
    [InlineData("SUM(SEARCH('{AWS/ApiGateway,ApiName,Stage} MetricName=\"Latency\"', 'Sum', 60))", "e = 6")]
    public async Task Series_are_found_by_their_names_parts(string expression, string found)
    {
        await using var bench = await StartAsync();

        var answer = await bench.DataAsync(Watch.Noon, Watch.Noon.AddMinutes(5), [new { Id = "e", Expression = expression }]);

        Assert.Equal(found, string.Join("; ", answer["MetricDataResults"]!.AsArray().Select(result => $"{result!["Label"]} = {Assert.Single(Watch.Values(result))}")));
    }

    [Fact]
    public async Task What_was_silent_for_two_weeks_is_not_found()
    {
        FakeTimeProvider clock = new(Watch.Noon.AddMinutes(10));
        await using var bench = await StartAsync(clock);
        clock.Advance(TimeSpan.FromDays(15));

        var answer = await bench.DataAsync(Watch.Noon, Watch.Noon.AddHours(1), [new { Id = "e", Expression = "SEARCH('{AWS/ApiGateway,ApiName,Stage} Latency', 'Sum', 3600)" }]);

        Assert.Empty(answer["MetricDataResults"]!.AsArray());
    }

    [Fact]
    public async Task Pages_go_through_all_series_of_a_search()
    {
        await using var bench = await StartAsync();
        List<string> seen = [];
        string? token = null;
        do
        {
            var page = await bench.DataAsync(Watch.Noon, Watch.Noon.AddMinutes(5), [new { Id = "e", Expression = "SEARCH('{AWS/ApiGateway,ApiName,Stage}', 'Sum', 60)", Label = "found" }], token, most: 1);
            seen.AddRange(page["MetricDataResults"]!.AsArray().Select(result => $"{result!["Label"]}"));
            token = (string?)page["NextToken"];
        }
        while (token is not null);

        Assert.Equal(["found pets dev Latency", "found pets prod Latency", "found shop dev Count", "found shop dev IntegrationLatency", "found shop dev Latency"], seen.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("SEARCH('{AWS/ApiGateway,ApiName} (', 'Sum', 60)", "The search is not well-formed")]
    [InlineData("SEARCH('{AWS/ApiGateway,ApiName} (a', 'Sum', 60)", "A bracket of the search is not closed")]
    [InlineData("SEARCH('{AWS/ApiGateway,ApiName}', 'Middle', 60)", "The statistic Middle is not supported")]
    [InlineData("SEARCH('{AWS/ApiGateway,ApiName}', 'Sum', 61)", "The period 61 must be 1, 5, 10, 20, 30 or a multiple of 60")]
    public async Task A_search_that_makes_no_sense_is_refused(string expression, string message)
    {
        await using var bench = await StartAsync();

        await bench.NamedRefusedAsync("monitoring", "GetMetricData", new
        {
            StartTime = Watch.Noon.ToUnixTimeSeconds(),
            EndTime = Watch.Noon.AddMinutes(5).ToUnixTimeSeconds(),
            MetricDataQueries = new[] { new { Id = "e", Expression = expression } },
        }, "ValidationError", $"Error in expression 'e': {message}");
    }

    private static async Task<Bench> StartAsync(FakeTimeProvider? clock = null)
    {
        var bench = await Bench.StartAsync(new() { TimeProvider = clock ?? new FakeTimeProvider(Watch.Noon.AddMinutes(10)) });
        (string Name, string Api, string Stage, int Value)[] data = [("Latency", "pets", "dev", 1), ("Latency", "pets", "prod", 2), ("Latency", "shop", "dev", 3), ("IntegrationLatency", "shop", "dev", 4), ("Count", "shop", "dev", 5)];
        await bench.CloudWatchAsync("PutMetricData", new
        {
            Namespace = "AWS/ApiGateway",
            MetricData = data.Select(one => new
            {
                MetricName = one.Name,
                Dimensions = new[] { new { Name = "ApiName", Value = one.Api }, new { Name = "Stage", Value = one.Stage } },
                Timestamp = Watch.Noon.ToUnixTimeSeconds(),
                one.Value,
            }),
        });
        return bench;
    }
}
