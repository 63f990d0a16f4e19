using Microsoft.Extensions.Time.Testing;
using Portal.Tests.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.Execution.Caching;

/// <summary>A mock that tells its own request's id: the same answer twice comes out of the cache.</summary>
public sealed class ResponseCacheTests
{
    private readonly FakeTimeProvider _clock = new(Watch.Noon);

    [Fact]
    public async Task An_answer_is_kept_by_its_key_for_its_time()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        var id = await CachedAsync(bench);

        var first = await BodyAsync(bench, id, "/a?q=1&r=1");
        Assert.Equal(first, await BodyAsync(bench, id, "/a?q=1&r=2"));
        Assert.NotEqual(first, await BodyAsync(bench, id, "/a?q=2"));
        Assert.NotEqual(await BodyAsync(bench, id, "/a?q=1", "POST"), await BodyAsync(bench, id, "/a?q=1", "POST"));

        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(first, await BodyAsync(bench, id, "/a?q=1"));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.NotEqual(first, await BodyAsync(bench, id, "/a?q=1"));
    }

    [Fact]
    public async Task Hits_and_misses_are_counted()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        var id = await CachedAsync(bench);
        foreach (var path in new[] { "/a?q=1", "/a?q=1", "/a?q=1", "/a?q=2" })
        {
            await BodyAsync(bench, id, path);
        }

        (string, string)[] stage = [("ApiName", "pets"), ("Stage", "dev")];
        await bench.CountedAsync(4, stage);
        Assert.Equal((2, 2, 0.5), (
            await bench.ValueAsync("CacheHitCount", "Sum", "AWS/ApiGateway", stage),
            await bench.ValueAsync("CacheMissCount", "Sum", "AWS/ApiGateway", stage),
            await bench.ValueAsync("CacheHitCount", "Average", "AWS/ApiGateway", stage)));
    }

    [Theory]
    [InlineData("SUCCEED_WITH_RESPONSE_HEADER", true, 200, true)]
    [InlineData("SUCCEED_WITHOUT_RESPONSE_HEADER", true, 200, false)]
    [InlineData("FAIL_WITH_403", true, 403, false)]
    public async Task Who_may_not_renew_is_answered_as_the_stage_says(string strategy, bool demands, int status, bool warned)
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        var id = await CachedAsync(bench, ("/*/*/caching/requireAuthorizationForCacheControl", demands ? "true" : "false"), ("/*/*/caching/unauthorizedCacheControlHeaderStrategy", strategy));
        var first = await BodyAsync(bench, id, "/a?q=1");

        var (actual, body, response) = await bench.InvokeAsync(id, "/a?q=1", with: request => request.Headers.CacheControl = new() { MaxAge = TimeSpan.Zero });

        Assert.Equal((status, warned), ((int)actual, response.Headers.Contains("Warning")));
        Assert.Equal(status is 200, body == first);
    }

    [Fact]
    public async Task Who_may_renews_for_all_and_a_flush_empties()
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = _clock });
        var id = await CachedAsync(bench, ("/*/*/caching/requireAuthorizationForCacheControl", "false"));
        var first = await BodyAsync(bench, id, "/a?q=1");

        var renewed = (await bench.InvokeAsync(id, "/a?q=1", with: request => request.Headers.CacheControl = new() { MaxAge = TimeSpan.Zero })).Body;

        Assert.NotEqual(first, renewed);
        Assert.Equal(renewed, await BodyAsync(bench, id, "/a?q=1"));
        bench.Server.World.Region("123456789012", "eu-central-1").Caches.FlushAnswers(id, "dev");
        Assert.NotEqual(renewed, await BodyAsync(bench, id, "/a?q=1"));
    }

    private static async Task<string> CachedAsync(Bench bench, params (string Path, string Value)[] changes)
    {
        var mock = Given.Mock("$context.requestId", """ "parameters": [{"name": "q", "in": "query"}] """).Replace("\"type\": \"mock\"", "\"type\": \"mock\", \"cacheKeyParameters\": [\"method.request.querystring.q\"]", StringComparison.Ordinal);
        var id = await bench.DeployedAsync(Given.Document($$"""{"/a": {"get": {{mock}}, "post": {{mock}} } }"""));
        await bench.DoneAsync(HttpMethod.Patch, $"/restapis/{id}/stages/dev", new
        {
            patchOperations = new (string Path, string Value)[] { ("/cacheClusterEnabled", "true"), ("/cacheClusterSize", "0.5"), ("/*/*/caching/enabled", "true"), ("/*/*/caching/ttlInSeconds", "60") }.Concat(changes)
                .Select(change => new { op = "replace", path = change.Path, value = change.Value }),
        });
        return id;
    }

    private static async Task<string> BodyAsync(Bench bench, string id, string path, string verb = "GET") => (await bench.InvokeAsync(id, path, new(verb))).Body;
}
