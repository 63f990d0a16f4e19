using Amazon.APIGateway;
using Portal.Shared;

namespace Portal.Tests.Sync.Drift;

public sealed class ImportedBaselineTests(ImportingPortal portal) : IClassFixture<ImportingPortal>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_imported_has_not_drifted_until_somebody_changes_it()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var api = await account.MakeApiAsync("Watched pets", RoundTripTests.TextOf("mock"));
        await account.Aws.Writing.UpdateStageAsync(new() { RestApiId = api, StageName = "prod", PatchOperations = [new() { Op = Op.Replace, Path = "/*/*/throttling/rateLimit", Value = "5" }] }, Cancelled);
        var imported = await ImportAccountTests.ImportAsync(admin, account, [api], []);
        var subject = $"RestApi/{imported.Things[0].Id}";

        Assert.Empty(await Meddler.CheckAsync(admin, subject));
        await account.Aws.Writing.UpdateRestApiAsync(new() { RestApiId = api, PatchOperations = [new() { Op = Op.Replace, Path = "/description", Value = "by hand" }] }, Cancelled);

        Assert.Equal(["description"], (await Meddler.CheckAsync(admin, subject)).Select(finding => finding.PlaceName));
    }

    [Fact]
    public async Task What_is_imported_anew_begins_anew()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var api = await account.MakeApiAsync("Renewed pets", RoundTripTests.TextOf("mock"));
        var imported = await ImportAccountTests.ImportAsync(admin, account, [api], []);
        var subject = $"RestApi/{imported.Things[0].Id}";
        await Meddler.CheckAsync(admin, subject);
        await account.Aws.Writing.UpdateRestApiAsync(new() { RestApiId = api, PatchOperations = [new() { Op = Op.Replace, Path = "/description", Value = "by hand" }] }, Cancelled);
        Assert.Single(await Meddler.CheckAsync(admin, subject));

        await ImportAccountTests.ImportAsync(admin, account, [api], []);

        Assert.Empty(await Meddler.CheckAsync(admin, subject));
    }
}
