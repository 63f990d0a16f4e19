namespace Portal.Tests.Sandbox.ApiGateway;

public sealed class UsageTests
{
    private const string Bad = "BadRequestException";

    [Fact]
    public async Task Pages_of_usage_name_every_key_once()
    {
        await using var bench = await Bench.StartAsync();
        var plan = await PlanAsync(bench);
        HashSet<string> keys = [];
        for (var i = 0; i < 5; i++)
        {
            keys.Add(await KeyAsync(bench, plan));
        }

        const string days = "startDate=2026-01-01&endDate=2026-01-02";
        var first = await bench.DoneAsync(HttpMethod.Get, $"/usageplans/{plan}/usage?{days}&limit=3");
        var second = await bench.DoneAsync(HttpMethod.Get, $"/usageplans/{plan}/usage?{days}&limit=3&position={first["position"]}");

        Assert.Equal((3, 2), (first["values"]!.AsObject().Count, second["values"]!.AsObject().Count));
        Assert.Equal(keys.Order(), first["values"]!.AsObject().Concat(second["values"]!.AsObject()).Select(pair => pair.Key).Order());
        Assert.Null(second["position"]);
        Assert.All(first["values"]!.AsObject(), pair => Assert.Equal("[[0,10],[0,10]]", pair.Value!.ToJsonString()));
    }

    [Theory]
    [InlineData("GET", "usage?startDate=2026-01-01", "", 400, Bad, "Invalid endDate specified, must be of the form YYYY-MM-DD")]
    [InlineData("GET", "usage?startDate=yesterday&endDate=2026-01-01", "", 400, Bad, "Invalid startDate specified, must be of the form YYYY-MM-DD")]
    [InlineData("GET", "usage?startDate=2026-01-02&endDate=2026-01-01", "", 400, Bad, "Invalid date range specified: endDate must be at most 365 days after startDate")]
    [InlineData("GET", "usage?startDate=2024-01-01&endDate=2026-01-01", "", 400, Bad, "Invalid date range specified: endDate must be at most 365 days after startDate")]
    [InlineData("PATCH", "keys/{key}/usage", """{"patchOperations":[{"op":"replace","path":"/remaining","value":"5"},{"op":"replace","path":"/used","value":"1"}]}""", 400, Bad, "Invalid patch path  '/used' specified for op 'replace'. Must be one of: [/remaining]")]
    [InlineData("PATCH", "keys/{key}/usage", """{"patchOperations":[{"op":"replace","path":"/remaining","value":"-1"}]}""", 400, Bad, "Invalid remaining value specified, must be a non-negative integer")]
    [InlineData("PATCH", "keys/nope/usage", """{"patchOperations":[]}""", 404, "NotFoundException", "Invalid API Key identifier specified")]
    public async Task What_makes_no_sense_is_refused(string verb, string path, string body, int status, string type, string message)
    {
        await using var bench = await Bench.StartAsync();
        var plan = await PlanAsync(bench);
        var key = await KeyAsync(bench, plan);

        await bench.RefusedAsync(new(verb), $"/usageplans/{plan}/{path.Replace("{key}", key, StringComparison.Ordinal)}", body is "" ? null : body, status, type, message);

        Assert.Equal("[[0,10]]", (await bench.DoneAsync(HttpMethod.Get, $"/usageplans/{plan}/usage?startDate=2026-01-01&endDate=2026-01-01"))["values"]![key]!.ToJsonString());
    }

    private static async Task<string> PlanAsync(Bench bench) => $"{(await bench.DoneAsync(HttpMethod.Post, "/usageplans", new { name = "plan", quota = new { limit = 10, period = "DAY" } }))["id"]}";

    private static async Task<string> KeyAsync(Bench bench, string plan)
    {
        var key = $"{(await bench.DoneAsync(HttpMethod.Post, "/apikeys", new { enabled = true }))["id"]}";
        await bench.DoneAsync(HttpMethod.Post, $"/usageplans/{plan}/keys", new { keyId = key, keyType = "API_KEY" });
        return key;
    }
}
