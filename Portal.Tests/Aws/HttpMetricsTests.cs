using Portal.Server.Aws;
using Portal.Server.Gateway;
using Portal.Tests.Sandbox;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Aws;

/// <summary>The numbers of an HTTP API go by AWS's id and other names; what is asked for is the same as for a REST API.</summary>
public sealed class HttpMetricsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_are_counted_under_the_names_of_REST_APIs()
    {
        await using var backend = await Backend.StartAsync();
        await using var bench = await AwsBench.StartAsync();
        var api = Given.HttpApi("light", "GET /pets") with { Routes = new([new("GET /pets", Given.ProxyRoute(backend.Url))]) };
        var stage = Given.Stage("s1", api) with { Name = "dev" };

        foreach (var spec in new Spec[] { api, DeploymentSpec.Of(api), stage })
        {
            await bench.Gateway.CreateAsync(spec, Cancelled);
        }

        var url = (await bench.Gateway.FindStageAsync(api.Address, "s1", Cancelled))!.InvokeUrl;
        await bench.CallAsync($"{url}/pets");
        await bench.CallAsync($"{url}/pets");
        await bench.CallAsync($"{url}/nothing");

        var metrics = new StageMetrics(bench.Clients, bench.Gateway.FindApiIdAsync);
        var now = DateTimeOffset.UtcNow;
        var from = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, now.Minute, 0, TimeSpan.Zero).AddMinutes(-3);
        var points = await metrics.ReadAsync(
            [.. new[] { "Count", "4XXError", "5XXError" }.Select(name => new MetricQuery("light", "dev", name, "Sum") { ById = api.Address })],
            new MetricSpan(from, from.AddMinutes(10), TimeSpan.FromMinutes(1)),
            Cancelled);

        Assert.Equal([3, 1, 0], points.Select(series => series.Sum(point => point.Value)));
    }
}
