namespace Portal.Tests.Sandbox.Execution;

public sealed class ExecutionLogTests
{
    [Fact]
    public async Task Info_tells_of_each_call_and_error_of_those_that_failed()
    {
        await using var shop = await Shop.OpenAsync(throttle: new { rateLimit = 5, burstLimit = 1 }, quota: new { limit = 2, period = "DAY" });
        var (id, key) = await shop.KeyAsync();

        await shop.GetAsync("/a", key);
        Assert.DoesNotContain(Name(shop), await GroupsAsync(shop));

        await shop.PatchAsync($"/restapis/{shop.Api}/stages/dev", ("/*/*/logging/loglevel", "ERROR"));
        await shop.GetAsync("/open", null);
        Assert.DoesNotContain(Name(shop), await GroupsAsync(shop));
        await shop.GetAsync("/a", key);
        shop.Time.Advance(TimeSpan.FromSeconds(1));
        await shop.GetAsync("/a", key);
        shop.Time.Advance(TimeSpan.FromSeconds(1));
        await shop.GetAsync("/a", key);

        var lines = await LinesAsync(shop);
        Assert.Collection(
            lines,
            line => Assert.Matches($"^Key throttle limit exceeded for Usage Plan ID {shop.Plan}, RestApi {shop.Api}, Stage dev, Resource [a-z0-9]+, HttpMethod GET. Limit: 5.00 Burst: 1$", line),
            line => Assert.Equal("Execution failed: Too Many Requests (THROTTLED)", line),
            line => Assert.Equal("Method completed with status: 429", line),
            line => Assert.Equal($"Key quota exhausted for Usage Plan ID {shop.Plan}. Limit: 2 Period: DAY", line),
            line => Assert.Equal("Execution failed: Limit Exceeded (QUOTA_EXCEEDED)", line),
            line => Assert.Equal("Method completed with status: 429", line));

        await shop.PatchAsync($"/restapis/{shop.Api}/stages/dev", ("/*/*/logging/loglevel", "INFO"));
        await shop.GetAsync("/open?q=secret", null);

        lines = (await LinesAsync(shop))[6..];
        Assert.Contains("HTTP Method: GET, Resource Path: /open", lines);
        Assert.Equal(["Successfully completed execution", "Method completed with status: 200"], lines[^2..]);
        Assert.DoesNotContain(lines, line => line.Contains("secret", StringComparison.Ordinal));

        await shop.PatchAsync($"/restapis/{shop.Api}/stages/dev", ("/*/*/logging/dataTrace", "true"));
        await shop.GetAsync("/a?q=all", key);

        lines = await LinesAsync(shop);
        Assert.Contains("Method request query string: {q=all}", lines);
        Assert.DoesNotContain(lines, line => line.Contains(key, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Verifying Usage Plan for request: ", StringComparison.Ordinal) && line.EndsWith($"API Key: {id} API Stage: {shop.Api}/dev", StringComparison.Ordinal));
    }

    private static string Name(Shop shop) => $"API-Gateway-Execution-Logs_{shop.Api}/dev";

    private static async Task<string[]> GroupsAsync(Shop shop) =>
        [.. (await shop.Bench.NamedAsync("logs", "DescribeLogGroups", new { }))["logGroups"]!.AsArray().Select(group => $"{group!["logGroupName"]}")];

    /// <summary>Without the id of the request before each.</summary>
    private static async Task<string[]> LinesAsync(Shop shop) =>
        [.. (await shop.Bench.NamedAsync("logs", "FilterLogEvents", new { logGroupName = Name(shop) }))["events"]!.AsArray().Select(line => $"{line!["message"]}".Split(") ", 2)[1])];
}
