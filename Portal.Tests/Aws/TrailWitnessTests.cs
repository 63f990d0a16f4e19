using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Server.Aws;
using Portal.Server.Gateway;
using Portal.Tests.Gateway;

namespace Portal.Tests.Aws;

public sealed class TrailWitnessTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_who_changed_an_API_and_how_and_nothing_of_others()
    {
        await using var bench = await AwsBench.StartAsync();
        await bench.Gateway.CreateAsync(Given.RestApi("shop", ("GET /pets", Given.MockMethod())), Cancelled);
        await bench.Gateway.CreateAsync(Given.RestApi("other", ("GET /pets", Given.MockMethod())), Cancelled);
        var look = await bench.Gateway.LookAsync(GatewayScope.OfApi(Guid.Empty, "shop"), null, Cancelled);
        await bench.Clients.Writing.UpdateRestApiAsync(
            new UpdateRestApiRequest { RestApiId = look.AwsId, PatchOperations = [new PatchOperation { Op = Op.Replace, Path = "/description", Value = "Theirs" }] }, Cancelled);

        var changes = await new TrailWitness(bench.Clients).ChangesOfAsync([look.AwsId!], DateTimeOffset.UtcNow.AddHours(-1), Cancelled);

        Assert.Equal("UpdateRestApi", changes[0].Operation);
        Assert.NotEqual("somebody", changes[0].By);
        Assert.NotEmpty(changes[0].By);
        Assert.Equal(["PutRestApi", "UpdateRestApi"], changes.Select(change => change.Operation).Order());
    }

    [Fact]
    public async Task Of_what_nobody_changed_it_tells_nothing()
    {
        await using var bench = await AwsBench.StartAsync();

        Assert.Empty(await new TrailWitness(bench.Clients).ChangesOfAsync(["abc1234567"], DateTimeOffset.UtcNow.AddHours(-1), Cancelled));
    }
}
