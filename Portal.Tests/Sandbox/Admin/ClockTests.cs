using Microsoft.Extensions.Time.Testing;
using Portal.Tests.Sandbox.Execution;

namespace Portal.Tests.Sandbox.Admin;

public sealed class ClockTests
{
    [Fact]
    public async Task It_goes_where_it_is_sent_and_on_from_there()
    {
        FakeTimeProvider time = new(new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero));
        await using var bench = await Bench.StartAsync(new() { TimeProvider = time });

        await bench.OwnAsync(HttpMethod.Post, "clock", """{"now": "2026-12-24T18:00:00Z"}""");
        time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("2026-12-24T18:00:05+00:00", (string?)(await bench.OwnAsync(HttpMethod.Get, "clock"))!["now"]);
        Assert.Equal(1_798_135_205, (long)(await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "x" }))["createdDate"]!);

        await bench.OwnAsync(HttpMethod.Delete, "clock");
        Assert.Equal("2026-03-14T12:00:05+00:00", (string?)(await bench.OwnAsync(HttpMethod.Get, "clock"))!["now"]);
    }

    [Fact]
    public async Task Tomorrow_has_a_quota_of_its_own()
    {
        await using var shop = await Shop.OpenAsync(quota: new { limit = 1, period = "DAY" });
        var (_, value) = await shop.KeyAsync();
        await shop.GetAsync("/a", value);
        Assert.Equal(429, (int)await shop.GetAsync("/a", value));

        await shop.Bench.OwnAsync(HttpMethod.Post, "clock", """{"seconds": 86400}""");

        Assert.Equal(200, (int)await shop.GetAsync("/a", value));
    }

    [Fact]
    public async Task Back_in_time_tokens_are_not_taken_away()
    {
        await using var shop = await Shop.OpenAsync(throttle: new { rateLimit = 1.0, burstLimit = 5 });
        var (_, value) = await shop.KeyAsync();
        await shop.GetAsync("/a", value);

        await shop.Bench.OwnAsync(HttpMethod.Post, "clock", """{"seconds": -86400}""");

        Assert.Equal(200, (int)await shop.GetAsync("/a", value));
    }
}
