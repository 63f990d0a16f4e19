using System.Net;
using System.Text.Json.Nodes;
using Portal.Tests.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.Traffic;

public sealed class LiveTrafficTests
{
    [Fact]
    public async Task Live_calls_are_counted_as_all_calls_are()
    {
        await using var street = await Street.StartAsync();
        await street.OrderAsync(new { consumers = 2, live = new { rate = 100, seconds = 1 } });

        var live = await EndedAsync(street);

        Assert.Equal(100, (long)live["calls"]! + (long)live["skipped"]!);
        Assert.Equal(0, (long)live["errors"]!);
        await street.Bench.CountedAsync((double)live["calls"]!, ("ApiName", "pets"));
    }

    [Fact]
    public async Task Live_calls_end_when_they_are_told_to()
    {
        await using var street = await Street.StartAsync();
        var begun = await street.OrderAsync(new { live = new { rate = 5, seconds = 3_600 } });
        Assert.True((bool)begun["live"]!["runs"]!);

        Assert.Equal(HttpStatusCode.NoContent, (await street.TryOrderAsync(null, HttpMethod.Delete)).Status);

        Assert.Null(JsonNode.Parse((await street.TryOrderAsync(null, HttpMethod.Get)).Body)!["live"]);
    }

    private static async Task<JsonNode> EndedAsync(Street street)
    {
        for (var i = 0; ; i++)
        {
            var live = JsonNode.Parse((await street.TryOrderAsync(null, HttpMethod.Get)).Body)!["live"]!;
            if (!(bool)live["runs"]!)
            {
                return live;
            }

            Assert.True(i < 3_000, live.ToJsonString());
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }
    }
}
