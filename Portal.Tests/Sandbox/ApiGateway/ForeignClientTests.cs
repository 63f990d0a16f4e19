namespace Portal.Tests.Sandbox.ApiGateway;

/// <summary>REST APIs by a client that is not ours, and that checks every answer against AWS's own service model as it parses it.</summary>
public sealed class ForeignClientTests
{
    [Fact]
    public Task Everything_inside_an_API_is_updated_by_boto3() => DoesAsync(UpdateScript.Updates);

    [Fact]
    public Task Everything_around_an_API_lives_its_life_by_boto3() => DoesAsync(AroundScript.Around, Given.MockDocument());

    private static async Task DoesAsync(string script, params string[] arguments)
    {
        await using var bench = await Bench.StartAsync();

        await ForeignClient.RunAsync(bench, script, arguments);
    }
}
