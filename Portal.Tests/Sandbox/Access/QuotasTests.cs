using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox.Access;

public sealed class QuotasTests
{
    private readonly FakeTimeProvider _time = new(new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Forty_calls_come_at_once_and_ten_a_second_after()
    {
        await using var bench = await BenchAsync();

        Assert.Equal(40, await PassAsync(bench, 45));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(10, await PassAsync(bench, 15));
    }

    [Fact]
    public async Task A_refused_call_says_when_to_come_back()
    {
        await using var bench = await BenchAsync();
        await bench.DoneAsync(HttpMethod.Post, "/usageplans", new { name = "x" });
        var plan = $"{(await bench.DoneAsync(HttpMethod.Get, "/usageplans"))["item"]![0]!["id"]}";
        var patch = new { patchOperations = new[] { new { op = "replace", path = "/name", value = "y" } } };
        await bench.DoneAsync(HttpMethod.Patch, $"/usageplans/{plan}", patch);

        await bench.RefusedAsync(HttpMethod.Patch, $"/usageplans/{plan}", patch, 429, "TooManyRequestsException", "Too Many Requests");
        Assert.Equal("20", (await bench.CallAsync(HttpMethod.Patch, $"/usageplans/{plan}", patch)).Response.Headers.GetValues("Retry-After").Single());
        _time.Advance(TimeSpan.FromSeconds(20));

        await bench.DoneAsync(HttpMethod.Patch, $"/usageplans/{plan}", patch);
    }

    [Theory]
    [InlineData("REGIONAL", 3)]
    [InlineData("EDGE", 30)]
    public async Task An_API_is_made_as_often_as_its_endpoint_allows(string type, int seconds)
    {
        await using var bench = await BenchAsync();
        async Task<HttpStatusCode> CreateAsync() => (await bench.CallAsync(HttpMethod.Post, "/restapis", new { name = "x", endpointConfiguration = new { types = new[] { type } } })).Status;
        Assert.Equal(HttpStatusCode.Created, await CreateAsync());

        _time.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.Equal(HttpStatusCode.TooManyRequests, await CreateAsync());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Created, await CreateAsync());
    }

    [Fact]
    public async Task Accounts_and_Regions_have_their_own()
    {
        await using var bench = await BenchAsync();
        await PassAsync(bench, 41);

        Assert.Equal(HttpStatusCode.OK, (await bench.CallAsync(HttpMethod.Get, "/account", region: "us-east-1")).Status);
        await bench.AssumeAsync("arn:aws:iam::999999999999:role/r", "me");
        Assert.Equal(HttpStatusCode.OK, (await bench.CallAsync(HttpMethod.Get, "/account")).Status);
    }

    [Fact]
    public async Task Other_services_do_not_count()
    {
        await using var bench = await BenchAsync();
        await PassAsync(bench, 41);

        await bench.NamedAsync("logs", "DescribeLogGroups", new { });
    }

    [Fact]
    public async Task Events_are_looked_up_twice_a_second()
    {
        await using var bench = await BenchAsync();
        await bench.NamedAsync("cloudtrail", "LookupEvents", new { });
        await bench.NamedAsync("cloudtrail", "LookupEvents", new { });

        await bench.NamedRefusedAsync("cloudtrail", "LookupEvents", new { }, "ThrottlingException", "Rate exceeded");
    }

    [Fact]
    public async Task A_drill_switches_them()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _time });
        Assert.Equal(50, await PassAsync(bench, 50));

        await bench.OwnAsync(HttpMethod.Post, "settings", new { quotas = true });
        Assert.Equal(40, await PassAsync(bench, 50));

        await bench.OwnAsync(HttpMethod.Post, "settings", new { quotas = false });
        Assert.Equal(50, await PassAsync(bench, 50));
    }

    private Task<Bench> BenchAsync() => Bench.StartAsync(new() { TimeProvider = _time, Settings = new() { Quotas = true } });

    private static async Task<int> PassAsync(Bench bench, int calls)
    {
        var passed = 0;
        for (var i = 0; i < calls; i++)
        {
            passed += (await bench.CallAsync(HttpMethod.Get, "/account")).Status is HttpStatusCode.OK ? 1 : 0;
        }

        return passed;
    }
}
