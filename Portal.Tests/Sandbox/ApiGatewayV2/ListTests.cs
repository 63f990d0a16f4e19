using System.Net;

namespace Portal.Tests.Sandbox.ApiGatewayV2;

public sealed class ListTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(500)]
    public async Task Every_entry_comes_once_also_while_things_are_added(int most)
    {
        await using var bench = await Bench.StartAsync();
        HashSet<string> expected = [];
        for (var i = 0; i < 30; i++)
        {
            expected.Add($"{await MadeAsync(bench)}");
        }

        List<string> seen = [];
        string? token = null;
        do
        {
            var page = await bench.DoneAsync(HttpMethod.Get, $"/v2/apis?maxResults={most}{(token is null ? "" : $"&nextToken={token}")}");
            var items = page["items"]!.AsArray();
            Assert.True(items.Count <= most);
            seen.AddRange(items.Select(item => $"{item!["apiId"]}"));
            token = (string?)page["nextToken"];
            await MadeAsync(bench);
        }
        while (token is not null);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Superset(expected, seen.ToHashSet());
    }

    [Fact]
    public async Task Each_version_and_each_Region_lists_its_own()
    {
        await using var bench = await Bench.StartAsync();
        await MadeAsync(bench);

        Assert.Empty((await bench.DoneAsync(HttpMethod.Get, "/restapis"))["item"]!.AsArray());
        var (status, other, _) = await bench.CallAsync(HttpMethod.Get, "/v2/apis", region: "us-east-1");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(other!["items"]!.AsArray());
    }

    [Theory]
    [InlineData("maxResults=many", "Invalid maxResults parameter")]
    [InlineData("nextToken=!", "Invalid nextToken parameter")]
    public async Task A_page_that_nobody_can_turn_to_is_refused(string query, string message)
    {
        await using var bench = await Bench.StartAsync();

        await bench.RefusedAsync(HttpMethod.Get, $"/v2/apis?{query}", null, 400, "BadRequestException", message);
    }

    [Fact]
    public async Task A_reset_empties_it()
    {
        await using var bench = await Bench.StartAsync();
        await MadeAsync(bench);
        using HttpRequestMessage reset = new(HttpMethod.Post, "/_sandbox/reset");

        await bench.SendAsync(reset);

        Assert.Empty((await bench.DoneAsync(HttpMethod.Get, "/v2/apis"))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"name": "x", "protocolType": "HTTP", "tags": []}""")]
    [InlineData("""{"name": 7, "protocolType": "HTTP"}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task A_body_that_makes_no_sense_is_the_callers_fault(string body)
    {
        await using var bench = await Bench.StartAsync();

        var (status, _, _) = await bench.CallAsync(HttpMethod.Post, "/v2/apis", body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    private static async Task<string> MadeAsync(Bench bench) => $"{(await bench.DoneAsync(HttpMethod.Post, "/v2/apis", new { name = "x", protocolType = "HTTP" }))["apiId"]}";
}
