using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox.ApiGatewayV2;

public sealed class ForeignClientTests
{
    [Fact]
    public Task HTTP_and_WebSocket_APIs_live_their_whole_life_by_boto3() => DoesAsync(LifeScript.LifeOfApis);

    [Fact]
    public Task Models_responses_names_links_and_tags_by_boto3() => DoesAsync(AroundScript.AroundApis);

    [Fact]
    public Task An_export_imports_again_to_the_same_API_by_boto3() => DoesAsync(DocumentScript.ThereAndBack);

    private static async Task DoesAsync(string script)
    {
        await using var bench = await Bench.StartAsync(new() { TimeProvider = new FakeTimeProvider(new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero)) });

        await ForeignClient.RunAsync(bench, script);
    }
}
