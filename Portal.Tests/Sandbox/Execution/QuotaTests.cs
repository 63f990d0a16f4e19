using System.Globalization;
using System.Net;
using Portal.Sandbox.ApiGateway.UsagePlans;

namespace Portal.Tests.Sandbox.Execution;

public sealed class QuotaTests
{
    [Fact]
    public async Task A_quota_is_held_to_the_exact_request()
    {
        await using var shop = await Shop.OpenAsync(quota: new { limit = 3, period = "DAY" });
        var (id, value) = await shop.KeyAsync();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await shop.GetAsync(i is 1 ? "/b" : "/a", value, i is 2 ? "prod" : "dev"));
        }

        var (status, body, response) = await shop.CallAsync("/a", value);

        Assert.Equal((HttpStatusCode.TooManyRequests, """{"message":"Limit Exceeded"}""", "LimitExceededException"), (status, body, response.Headers.GetValues("x-amzn-ErrorType").Single()));
        Assert.Equal("[[3,0]]", await shop.UsageAsync(id));
        Assert.Equal(HttpStatusCode.OK, await shop.GetAsync("/a", (await shop.KeyAsync()).Value));
    }

    [Fact]
    public async Task Many_at_once_share_a_quota_exactly()
    {
        await using var shop = await Shop.OpenAsync(quota: new { limit = 50, period = "MONTH" });
        var (id, value) = await shop.KeyAsync();

        var statuses = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => shop.GetAsync("/a", value)));

        Assert.Equal((50, 150), (statuses.Count(status => status is HttpStatusCode.OK), statuses.Count(status => status is HttpStatusCode.TooManyRequests)));
        Assert.Equal("[[50,0]]", await shop.UsageAsync(id));
    }

    [Fact]
    public async Task Only_what_is_let_in_counts()
    {
        await using var shop = await Shop.OpenAsync(new { rateLimit = 0.001, burstLimit = 3 }, new { limit = 9, period = "DAY" });
        var (id, value) = await shop.KeyAsync();

        // Let in: three, of which one then lacks a parameter. Not let in: no route, and one too many.
        HttpStatusCode[] statuses = [await shop.GetAsync("/a", value), await shop.GetAsync("/picky", value), await shop.GetAsync("/nowhere", value), await shop.GetAsync("/b", value), await shop.GetAsync("/a", value)];

        Assert.Equal([200, 400, 403, 200, 429], statuses.Select(status => (int)status));
        Assert.Equal("[[3,6]]", await shop.UsageAsync(id));
    }

    [Fact]
    public async Task A_new_period_begins_with_the_whole_quota()
    {
        await using var shop = await Shop.OpenAsync(quota: new { limit = 2, period = "DAY" });
        var (id, value) = await shop.KeyAsync();
        await shop.GetAsync("/a", value);
        await shop.GetAsync("/a", value);
        Assert.Equal(HttpStatusCode.TooManyRequests, await shop.GetAsync("/a", value));

        shop.Time.Advance(TimeSpan.FromHours(11.99));
        Assert.Equal(HttpStatusCode.TooManyRequests, await shop.GetAsync("/a", value));
        shop.Time.Advance(TimeSpan.FromHours(0.01));

        Assert.Equal(HttpStatusCode.OK, await shop.GetAsync("/a", value));
        Assert.Equal("[[0,2],[2,0],[1,1]]", await shop.UsageAsync(id, "2026-03-13", "2026-03-15"));
    }

    [Fact]
    public async Task What_is_left_is_carried_through_the_days_of_a_period()
    {
        // 14 March 2026 is a Saturday; a week with offset 6 starts on it.
        await using var shop = await Shop.OpenAsync(quota: new { limit = 5, period = "WEEK", offset = 6 });
        var (id, value) = await shop.KeyAsync();
        await shop.GetAsync("/a", value);
        shop.Time.Advance(TimeSpan.FromDays(2));
        await shop.GetAsync("/a", value);

        Assert.Equal("[[0,5],[1,4],[0,4],[1,3]]", await shop.UsageAsync(id, "2026-03-13", "2026-03-16"));
    }

    [Fact]
    public async Task What_is_left_can_be_set()
    {
        await using var shop = await Shop.OpenAsync(quota: new { limit = 2, period = "DAY" });
        var (id, value) = await shop.KeyAsync();
        await shop.GetAsync("/a", value);

        var granted = await GrantAsync(shop, id, "3");
        HttpStatusCode[] statuses = [await shop.GetAsync("/a", value), await shop.GetAsync("/a", value), await shop.GetAsync("/a", value), await shop.GetAsync("/a", value)];
        Assert.Equal($$"""{"usagePlanId":"{{shop.Plan}}","startDate":"2026-03-14","endDate":"2026-03-14","values":{"{{id}}":[[1,3]]} }""", granted.Replace("}}", "} }", StringComparison.Ordinal));
        Assert.Equal([200, 200, 200, 429], statuses.Select(status => (int)status));

        shop.Time.Advance(TimeSpan.FromDays(1));
        await GrantAsync(shop, id, "0");
        Assert.Equal(HttpStatusCode.TooManyRequests, await shop.GetAsync("/a", value));
        Assert.Equal("[[4,0],[0,0]]", await shop.UsageAsync(id, "2026-03-14", "2026-03-15"));
    }

    [Theory]
    [InlineData("DAY", 0, "2026-03-14", "2026-03-14")]
    [InlineData("WEEK", 0, "2026-03-14", "2026-03-08")]
    [InlineData("WEEK", 0, "2026-03-15", "2026-03-15")]
    [InlineData("WEEK", 1, "2026-03-15", "2026-03-09")]
    [InlineData("WEEK", 6, "2026-03-14", "2026-03-14")]
    [InlineData("MONTH", 0, "2026-03-31", "2026-03-01")]
    [InlineData("MONTH", 27, "2026-03-27", "2026-02-28")]
    [InlineData("MONTH", 27, "2026-03-28", "2026-03-28")]
    [InlineData("MONTH", 5, "2026-01-05", "2025-12-06")]
    public void A_period_starts_on_its_first_day_and_the_offset(string period, int offset, string day, string start) =>
        Assert.Equal(DateOnly.Parse(start, CultureInfo.InvariantCulture), new QuotaSettings { Limit = 1, Offset = offset, Period = period }.StartOfPeriod(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    private static async Task<string> GrantAsync(Shop shop, string keyId, string remaining) =>
        (await shop.Bench.DoneAsync(HttpMethod.Patch, $"/usageplans/{shop.Plan}/keys/{keyId}/usage", new { patchOperations = new[] { new { op = "replace", path = "/remaining", value = remaining } } })).ToJsonString();
}
