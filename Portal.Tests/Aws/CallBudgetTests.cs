using Portal.Server.Gateway;
using Portal.Tests.Gateway;

namespace Portal.Tests.Aws;

/// <summary>AWS's quotas make calls dear: how many there are does not depend on an API's size.</summary>
public sealed class CallBudgetTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static RestApiSpec Large => Given.RestApi("large", [.. Enumerable.Range(0, 290).Select(number => ($"GET /things{number}", Given.MockMethod()))]);

    [Fact]
    public async Task Four_writes_create_and_deploy()
    {
        await using var bench = await AwsBench.StartAsync();

        await bench.DeployAsync(Large, Given.Stage("s1", Large) with { Variables = new([new("base", "https://a.example.com")]) });

        Assert.Equal(["CreateRestApi", "PutRestApi", "CreateDeployment", "CreateStage"], await WritesAsync(bench, 0));
        Assert.Equal(4, bench.Calls.Writes.Count);
    }

    [Fact]
    public async Task Three_writes_update_and_deploy()
    {
        await using var bench = await AwsBench.StartAsync();
        var (before, stage) = (Large, Given.Stage("s1", Large) with { Variables = new([new("base", "https://a.example.com")]) });
        var after = before with { Description = "Another", Methods = new(before.Methods.Skip(1)) };
        await bench.DeployAsync(before, stage);
        var last = await bench.LastCallAsync();
        bench.Calls.Clear();

        await bench.Gateway.UpdateAsync(before, after, Cancelled);
        await bench.Gateway.CreateAsync(DeploymentSpec.Of(after), Cancelled);
        await bench.Gateway.UpdateAsync(stage, stage with { Deployment = DeploymentSpec.IdOf(after), Description = "New", Variables = new([new("other", "1")]) }, Cancelled);

        Assert.Equal(["PutRestApi", "CreateDeployment", "UpdateStage"], await WritesAsync(bench, last));
        Assert.Equal(3, bench.Calls.Writes.Count);
    }

    [Fact]
    public async Task Eight_reads_see_an_api_whole()
    {
        await using var bench = await AwsBench.StartAsync();
        await bench.DeployAsync(Large, Given.Stage("s1", Large));
        bench.Calls.Clear();

        await bench.ReadAsync("large", "s1");
        var remembered = bench.Calls.Reads.Count;
        await bench.Open().ReadAsync(GatewayScope.OfApi(Guid.Empty, "large", "s1"), Cancelled);

        Assert.Equal(8, remembered);
        Assert.Equal(16, bench.Calls.Reads.Count);
        Assert.Empty(bench.Calls.Writes);
    }

    [Fact]
    public async Task Only_what_a_document_cannot_carry_is_patched()
    {
        await using var bench = await AwsBench.StartAsync();
        var before = Specs.Named("mock");
        await bench.Gateway.CreateAsync(before, Cancelled);
        var last = await bench.LastCallAsync();

        await bench.Gateway.UpdateAsync(before, before with { EndpointType = "EDGE" }, Cancelled);

        Assert.Equal(["PutRestApi", "UpdateRestApi"], await WritesAsync(bench, last));
    }

    private static async Task<IEnumerable<string>> WritesAsync(AwsBench bench, long after) =>
        from call in await bench.CallsAfterAsync(after)
        where !call.IsRead
        select call.Operation;
}
