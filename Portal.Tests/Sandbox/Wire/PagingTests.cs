using System.Text.Json.Nodes;
using Portal.Sandbox.ApiGateway.ApiKeys;

namespace Portal.Tests.Sandbox.Wire;

public sealed class PagingTests
{
    // As many as an account may have are reached, and not passed, while the lists are read.
    private const int Meanwhile = 15;

    [Fact]
    public async Task Twelve_hundred_APIs_come_whole_with_every_limit_also_while_some_are_added()
    {
        await using var bench = await Bench.StartAsync();
        await SeedAsync(bench, "/restapis", 580, """{"name":"x","endpointConfiguration":{"types":["REGIONAL"]} }""");
        await SeedAsync(bench, "/restapis", 580, """{"name":"x","endpointConfiguration":{"types":["PRIVATE"]} }""");
        await SeedAsync(bench, "/restapis", 40);

        await ListedAsync(bench, "/restapis", [1, 7, 25, 499, 500]);
    }

    [Fact]
    public async Task Three_hundred_plans_come_whole_with_every_limit_also_while_some_are_added()
    {
        await using var bench = await Bench.StartAsync();
        await SeedAsync(bench, "/usageplans", 225);

        await ListedAsync(bench, "/usageplans", [1, 2, 25, 299, 500]);
    }

    [Fact]
    public async Task Ten_thousand_keys_come_whole_with_every_limit_also_while_some_are_added()
    {
        await using var bench = await Bench.StartAsync();
        var region = bench.Server.World.Region("123456789012", "eu-central-1");
        lock (region.Gate)
        {
            for (var i = 0; i < 9_940; i++)
            {
                region.ApiKeys.Put(new() { Key = new ApiKey { Id = $"k{i:00000}", Value = $"value-of-key-number-{i:00000}", Name = "x", Enabled = true, CreatedDate = DateTimeOffset.UnixEpoch, LastUpdatedDate = DateTimeOffset.UnixEpoch, StageKeys = [] } });
            }
        }

        await ListedAsync(bench, "/apikeys", [13, 25, 499, 500]);
    }

    [Fact]
    public async Task Five_hundred_is_the_most_and_one_the_least()
    {
        await using var bench = await Bench.StartAsync();
        await SeedAsync(bench, "/apikeys", 501);

        Assert.Equal(500, (await bench.DoneAsync(HttpMethod.Get, "/apikeys?limit=9999"))["item"]!.AsArray().Count);
        Assert.Single((await bench.DoneAsync(HttpMethod.Get, "/apikeys?limit=0"))["item"]!.AsArray());
    }

    [Fact]
    public async Task Twenty_five_come_unless_more_are_asked_for()
    {
        await using var bench = await Bench.StartAsync();
        await SeedAsync(bench, "/restapis", 26);

        JsonNode page = await bench.DoneAsync(HttpMethod.Get, "/restapis");

        Assert.Equal(25, page["item"]!.AsArray().Count);
        Assert.NotNull(page["position"]);
    }

    /// <summary>Each that was there at the beginning of a listing comes once in it, and nothing twice.</summary>
    private static async Task ListedAsync(Bench bench, string path, int[] limits)
    {
        var before = await AllAsync(bench, path, 500, added: 0);
        foreach (var limit in limits)
        {
            var seen = await AllAsync(bench, path, limit, Meanwhile);

            Assert.Equal(seen.Count, seen.Distinct().Count());
            Assert.Superset(before.ToHashSet(), seen.ToHashSet());
            before = await AllAsync(bench, path, 500, added: 0);
        }
    }

    private static async Task<List<string>> AllAsync(Bench bench, string path, int limit, int added)
    {
        List<string> seen = [];
        string? position = null;
        do
        {
            var page = await bench.DoneAsync(HttpMethod.Get, $"{path}?limit={limit}{(position is null ? "" : $"&position={Uri.EscapeDataString(position)}")}");
            var items = page["item"]!.AsArray();
            position = (string?)page["position"];
            Assert.True(items.Count == limit || position is null, $"{items.Count} of {limit}");
            seen.AddRange(items.Select(item => (string)item!["id"]!));
            if (added-- > 0)
            {
                await SeedAsync(bench, path, 1);
            }
        }
        while (position is not null);

        return seen;
    }

    private static async Task SeedAsync(Bench bench, string path, int count, string body = """{"name":"x"}""")
    {
        for (var i = 0; i < count; i++)
        {
            await bench.DoneAsync(HttpMethod.Post, path, body);
        }
    }
}
