using System.Text.Json.Nodes;

namespace Portal.Tests.Sandbox.Wire;

public sealed class PagingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(500)]
    public async Task Every_entry_comes_once_also_while_things_are_added(int limit)
    {
        await using var bench = await Bench.StartAsync();
        HashSet<string> expected = [];
        for (var i = 0; i < 60; i++)
        {
            expected.Add((await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "x", endpointConfiguration = new { types = new[] { "REGIONAL" } } }))["id"]!.GetValue<string>());
        }

        List<string> seen = [];
        string? position = null;
        do
        {
            var page = await bench.DoneAsync(HttpMethod.Get, $"/restapis?limit={limit}{(position is null ? "" : $"&position={position}")}");
            var items = page["item"]!.AsArray();
            Assert.True(items.Count <= limit);
            seen.AddRange(items.Select(item => item!["id"]!.GetValue<string>()));
            position = (string?)page["position"];
            await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "meanwhile", endpointConfiguration = new { types = new[] { "REGIONAL" } } });
        }
        while (position is not null);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Superset(expected, seen.ToHashSet());
    }

    [Fact]
    public async Task Twenty_five_come_unless_more_are_asked_for()
    {
        await using var bench = await Bench.StartAsync();
        for (var i = 0; i < 26; i++)
        {
            await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "x" });
        }

        JsonNode page = await bench.DoneAsync(HttpMethod.Get, "/restapis");

        Assert.Equal(25, page["item"]!.AsArray().Count);
        Assert.NotNull(page["position"]);
    }
}
