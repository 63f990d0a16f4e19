using Microsoft.Extensions.Time.Testing;
using Portal.Tests.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.Execution;

/// <summary>What was called is what is counted: the backend takes a known time on the sandbox's own clock.</summary>
public sealed class StageMetricsTests
{
    private const string Space = "AWS/ApiGateway";

    private static readonly (string, string)[] Api = [("ApiName", "pets")];
    private static readonly (string, string)[] Stage = [.. Api, ("Stage", "dev")];

    private readonly FakeTimeProvider _clock = new(Watch.Noon);

    [Fact]
    public async Task Every_call_counts_with_its_status_and_its_latency()
    {
        await using var backend = await Backend.StartAsync(_clock);
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        var id = await bench.DeployedAsync(Backed(backend));

        // 1 to 200 ms in an order that is none, 160 of 200 well, 30 refused by the backend, 10 failed.
        foreach (var i in Enumerable.Range(0, 200))
        {
            var status = i switch { < 160 => 200, < 190 => 404, _ => 503 };
            await bench.InvokeAsync(id, $"/status/{status}?takes={(i * 77 % 200) + 1}");
            await bench.CountedAsync(i + 1, Stage);
        }

        await bench.InvokeAsync(id, "/nowhere");
        await bench.CountedAsync(201, Stage);

        Task<double> One(string name, string stat) => bench.ValueAsync(name, stat, Space, Stage);
        Assert.Equal((201, 201, 1), (await One("Count", "Sum"), await One("Count", "SampleCount"), await One("Count", "Average")));
        Assert.Equal((31, 10, 31 / 201d), (await One("4XXError", "Sum"), await One("5XXError", "Sum"), await One("4XXError", "Average")));
        Assert.Equal((201, 201 * 100, 0, 200), (await One("Latency", "SampleCount"), await One("Latency", "Sum"), await One("Latency", "Minimum"), await One("Latency", "Maximum")));
        Assert.Equal((200, 201 * 100, 1), (await One("IntegrationLatency", "SampleCount"), await One("IntegrationLatency", "Sum"), await One("IntegrationLatency", "Minimum")));
        Assert.Equal((100, 180, 190, 198), (await One("IntegrationLatency", "p50"), await One("IntegrationLatency", "p90"), await One("IntegrationLatency", "p95"), await One("IntegrationLatency", "p99")));
        Assert.Equal((201, 31, 10), (await bench.ValueAsync("Count", "Sum", Space, Api), await bench.ValueAsync("4XXError", "Sum", Space, Api), await bench.ValueAsync("5XXError", "Sum", Space, Api)));
    }

    [Fact]
    public async Task Stages_are_counted_apart_and_APIs_together()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        var id = await bench.DeployedAsync(Given.MockDocument());
        await bench.DeployAsync(id, new { stageName = "prod" });

        await bench.InvokeAsync(id, "/pets");
        await bench.InvokeAsync(id, "/pets", stage: "prod");
        await bench.InvokeAsync(id, "/pets", stage: "prod");
        await bench.CountedAsync(3, Api);

        Assert.Equal(1, await bench.ValueAsync("Count", "Sum", Space, Stage));
        Assert.Equal(2, await bench.ValueAsync("Count", "Sum", Space, [.. Api, ("Stage", "prod")]));
    }

    [Theory]
    [InlineData("/~1status~1{code}/GET/metrics/enabled")]
    [InlineData("/*/*/metrics/enabled")]
    public async Task Methods_are_counted_where_the_stage_asks_for_it(string setting)
    {
        await using var backend = await Backend.StartAsync(_clock);
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        var id = await bench.DeployedAsync(Backed(backend));
        await bench.InvokeAsync(id, "/status/200");
        await bench.DoneAsync(HttpMethod.Patch, $"/restapis/{id}/stages/dev", new { patchOperations = new[] { new { op = "replace", path = setting, value = "true" } } });

        await bench.InvokeAsync(id, "/status/404");
        await bench.CountedAsync(2, Stage);

        (string, string)[] method = [.. Stage, ("Method", "GET"), ("Resource", "/status/{code}")];
        Assert.Equal((1, 1), (await bench.ValueAsync("Count", "Sum", Space, method), await bench.ValueAsync("4XXError", "Sum", Space, method)));
    }

    [Fact]
    public async Task A_backend_that_is_not_there_is_counted_as_a_server_error()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        var id = await bench.DeployedAsync(Given.Document($$"""{"/x": {"get": {{Given.Proxy("http://127.0.0.1:1/")}} } }"""));

        await bench.InvokeAsync(id, "/x");
        await bench.CountedAsync(1, Stage);

        Assert.Equal((0, 1), (await bench.ValueAsync("4XXError", "Sum", Space, Stage), await bench.ValueAsync("5XXError", "Sum", Space, Stage)));
    }

    [Fact]
    public async Task A_stage_that_is_not_there_counts_nowhere()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        var id = await bench.DeployedAsync(Given.MockDocument());

        await bench.InvokeAsync(id, "/pets", stage: "nothing");

        Assert.Empty((await bench.CloudWatchAsync("ListMetrics", new { Namespace = Space }))["Metrics"]!.AsArray());
    }

    [Fact]
    public async Task Names_lose_what_is_not_ASCII()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        var id = await bench.DeployedAsync(Given.MockDocument().Replace("\"title\": \"pets\"", "\"title\": \"caf\u00e9s\"", StringComparison.Ordinal));

        await bench.InvokeAsync(id, "/pets");

        await bench.CountedAsync(1, ("ApiName", "cafs"));
    }

    [Fact]
    public async Task Many_callers_at_once_are_all_counted()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        var id = await bench.DeployedAsync(Given.MockDocument());

        await Parallel.ForAsync(0, 2_000, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken }, async (i, _) => await bench.InvokeAsync(id, i % 4 is 0 ? "/nowhere" : "/pets"));
        await bench.CountedAsync(2_000, Stage);

        Assert.Equal((500, 2_000), (await bench.ValueAsync("4XXError", "Sum", Space, Stage), await bench.ValueAsync("Latency", "SampleCount", Space, Stage)));
    }

    private static string Backed(Backend backend) => Given.Document($$"""
        {"/status/{code}": {"get": {{Given.Proxy($"{backend.Url}/status/{{code}}", mappings: """{"integration.request.path.code": "method.request.path.code"}""", parameters: """[{"name": "code", "in": "path", "required": true}]""")}} } }
        """);
}
