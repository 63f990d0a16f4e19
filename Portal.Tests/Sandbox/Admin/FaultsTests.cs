using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox.Admin;

public sealed class FaultsTests
{
    [Fact]
    public async Task The_nth_call_is_refused_with_429()
    {
        await using var bench = await Bench.StartAsync();
        await AddAsync(bench, """{"operation": "CreateRestApi", "kind": "429", "nth": 2}""");

        Assert.Equal("201, 429, 201", await CreateAsync(bench, 3));
    }

    [Fact]
    public async Task So_many_calls_are_refused_with_500()
    {
        await using var bench = await Bench.StartAsync();
        await AddAsync(bench, """{"operation": "*", "kind": "500", "count": 2}""");

        Assert.Equal("500, 500, 201", await CreateAsync(bench, 3));
    }

    [Fact]
    public async Task Chance_with_a_seed_repeats_itself()
    {
        await using var first = await Bench.StartAsync();
        await using var second = await Bench.StartAsync();
        const string rule = """{"operation": "*", "kind": "500", "probability": 0.5, "seed": 7}""";
        await AddAsync(first, rule);
        await AddAsync(second, rule);

        Assert.Equal(await CreateAsync(first, 20), await CreateAsync(second, 20));
    }

    [Theory]
    [InlineData("reset-before", 0)]
    [InlineData("reset-after", 1)]
    public async Task A_cut_connection_leaves_the_work_undone_or_done(string kind, int made)
    {
        await using var bench = await Bench.StartAsync();
        await AddAsync(bench, $$"""{"operation": "CreateRestApi", "kind": "{{kind}}", "nth": 1}""");

        await Assert.ThrowsAsync<HttpRequestException>(() => bench.CallAsync(HttpMethod.Post, "/restapis", new { name = "x" }));

        Assert.Equal(made, await CountAsync(bench));
    }

    [Theory]
    [InlineData("timeout-before", 0)]
    [InlineData("timeout-after", 1)]
    public async Task A_call_without_answer_leaves_the_work_undone_or_done(string kind, int made)
    {
        await using var bench = await Bench.StartAsync();
        await AddAsync(bench, $$"""{"operation": "CreateRestApi", "kind": "{{kind}}", "nth": 1}""");

        var call = bench.CallAsync(HttpMethod.Post, "/restapis", new { name = "x" });
        while (!bench.Server.Calls.After(0).Any(seen => seen.Operation is "CreateRestApi"))
        {
            await Task.Yield();
        }

        Assert.False(call.IsCompleted);
        Assert.Equal(made, await CountAsync(bench));
        await bench.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => call);
    }

    [Fact]
    public async Task Every_operation_is_logged_in_order()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument());
        await bench.CallAsync(HttpMethod.Get, $"/restapis/{id}x");

        var log = await bench.OwnAsync(HttpMethod.Get, "calls");

        Assert.Equal(
            ["ImportRestApi 201 False", "CreateDeployment 201 False", "GetRestApi 404 True"],
            log!["calls"]!.AsArray().Select(call => $"{call!["operation"]} {call["status"]} {call["isRead"]!.GetValue<bool>()}"));
    }

    [Fact]
    public async Task Reset_empties_everything()
    {
        await using var bench = await Bench.StartAsync();
        await bench.DeployedAsync(Given.MockDocument());
        await AddAsync(bench, """{"operation": "*", "kind": "500"}""");

        await bench.OwnAsync(HttpMethod.Post, "reset");

        Assert.Empty((await bench.OwnAsync(HttpMethod.Get, ""))!["regions"]!.AsArray());
        Assert.Empty((await bench.OwnAsync(HttpMethod.Get, "calls"))!["calls"]!.AsArray());
        Assert.Equal("201", await CreateAsync(bench, 1));
    }

    [Fact]
    public async Task A_page_of_another_site_may_not_reset()
    {
        await using var bench = await Bench.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Post, "/_sandbox/reset") { Headers = { { "Origin", "https://evil.example" } } };

        Assert.Equal(HttpStatusCode.Forbidden, (await bench.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{"operation": "*"}""")]
    [InlineData("""{"operation": "*", "kind": "flood"}""")]
    [InlineData("""{"operation": "*", "kind": "429", "nth": 0}""")]
    public async Task A_fault_that_makes_no_sense_is_refused(string rule)
    {
        await using var bench = await Bench.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Post, "/_sandbox/faults") { Content = new StringContent(rule) };

        Assert.Equal(HttpStatusCode.BadRequest, (await bench.SendAsync(request)).Status);
    }

    [Fact]
    public async Task Every_so_many_th_call_is_refused()
    {
        await using var bench = await Bench.StartAsync();
        await AddAsync(bench, """{"operation": "CreateRestApi", "kind": "500", "every": 3}""");

        Assert.Equal("201, 201, 500, 201, 201, 500, 201", await CreateAsync(bench, 7));
    }

    [Fact]
    public async Task A_delayed_call_is_done_later()
    {
        FakeTimeProvider time = new();
        await using var bench = await Bench.StartAsync(new() { TimeProvider = time });
        await AddAsync(bench, """{"operation": "CreateRestApi", "kind": "delay", "milliseconds": 5000, "nth": 1}""");

        var call = bench.CallAsync(HttpMethod.Post, "/restapis", new { name = "x" });
        Assert.Equal(0, await CountAsync(bench));
        while (!call.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(HttpStatusCode.Created, (await call).Status);
        Assert.Equal("delay", (string?)(await bench.OwnAsync(HttpMethod.Get, "calls"))!["calls"]!.AsArray().Single(seen => (string?)seen!["operation"] is "CreateRestApi")!["fault"]);
    }

    private static async Task AddAsync(Bench bench, string rule) => await bench.OwnAsync(HttpMethod.Post, "faults", rule);

    private static async Task<string> CreateAsync(Bench bench, int times)
    {
        List<int> seen = [];
        for (var i = 0; i < times; i++)
        {
            seen.Add((int)(await bench.CallAsync(HttpMethod.Post, "/restapis", new { name = "x" })).Status);
        }

        return string.Join(", ", seen);
    }

    private static async Task<int> CountAsync(Bench bench) => (await bench.DoneAsync(HttpMethod.Get, "/restapis"))["item"]!.AsArray().Count;
}
