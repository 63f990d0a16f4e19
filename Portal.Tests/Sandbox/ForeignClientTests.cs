using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox;

public sealed class ForeignClientTests
{
    [Fact]
    public Task An_API_lives_its_whole_life_by_boto3() => DoesAsync(ForeignClientScript.LifeOfAnApi);

    [Fact]
    public Task A_key_is_sold_and_metered_by_boto3() => DoesAsync(ForeignPlanScript.LifeOfAKey);

    private static async Task DoesAsync(string script)
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = new FakeTimeProvider(new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero)) });

        await ForeignClient.RunAsync(bench, script);
    }
}
