using System.Net;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Tests.Sync;

public sealed class PreviewImportTests(ImportingPortal portal) : IClassFixture<ImportingPortal>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_preview_tells_what_is_new_and_writes_nothing()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var api = await account.MakeApiAsync("Preview pets", RoundTripTests.TextOf("validators-and-models"));
        var plan = await account.MakePlanAsync("preview-gold", api);
        var before = await account.LastCallAsync();

        var preview = await ImportAccountTests.PreviewAsync(admin, account);

        var found = preview.RestApis.Single(found => found.AwsId == api);
        Assert.Equal((FoundStanding.New, "Preview pets", null), (found.Standing, found.Name, found.ApiId));
        Assert.Equal(["prod"], found.Stages);
        Assert.Equal((FoundStanding.New, "prod of Preview pets"), preview.UsagePlans.Where(found => found.AwsId == plan).Select(found => (found.Standing, found.Stages.Single())).Single());
        Assert.Empty(await account.WritesAfterAsync(before));
    }

    [Fact]
    public async Task Of_a_large_account_all_APIs_are_listed_at_once_and_their_stages_looked_at_some_at_a_time()
    {
        await using var other = new ImportingPortal();
        var admin = await other.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(other);
        var mine = await account.MakeApiAsync("A mine", RoundTripTests.TextOf("mock"));
        await ImportAccountTests.ImportAsync(admin, account, [mine], []);

        foreach (var number in Enumerable.Range(0, 150))
        {
            await account.Aws.Writing.CreateRestApiAsync(new() { Name = $"B {number:000}", EndpointConfiguration = new() { Types = ["REGIONAL"] } }, Cancelled);
        }

        var last = await account.MakeApiAsync("Z last", RoundTripTests.TextOf("mock"));
        var preview = await ImportAccountTests.PreviewAsync(admin, account);

        Assert.Equal((152, 152, 71, false), (preview.RestApis.Count, preview.Apis, preview.Looked, preview.IsWhole));
        Assert.Equal((false, 0), preview.RestApis.Where(api => api.AwsId == last).Select(api => (api.IsLooked, api.Stages.Count)).Single());
        Assert.Equal((true, FoundStanding.Imported), preview.RestApis.Where(api => api.AwsId == mine).Select(api => (api.IsLooked, api.Standing)).Single());

        var rounds = 0;

        for (; !preview.IsWhole; rounds++)
        {
            preview = preview.With(await admin.Http.GetAsync<ImportPreview>($"/api/v1/connections/{account.Connection}/import?leftOut={preview.Looked}"));
        }

        Assert.Equal(2, rounds);
        Assert.Equal(["prod"], preview.RestApis.Single(api => api.AwsId == last).Stages);
        Assert.All(preview.RestApis, api => Assert.True(api.IsLooked));
        Assert.Empty(preview.Gone);
    }

    [Fact]
    public async Task What_is_gone_from_AWS_is_told()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var api = await account.MakeApiAsync("Leaving pets", RoundTripTests.TextOf("mock"));
        await ImportAccountTests.ImportAsync(admin, account, [api], []);
        await account.Aws.Writing.DeleteRestApiAsync(new() { RestApiId = api }, Cancelled);

        var preview = await ImportAccountTests.PreviewAsync(admin, account);

        Assert.Contains(new GoneView("API", "Leaving pets"), preview.Gone);
        Assert.Contains(new GoneView("Stage", "prod of Leaving pets"), preview.Gone);
    }

    [Fact]
    public async Task Who_is_not_an_administrator_imports_nothing()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        await using var account = await ForeignAccount.OfAsync(portal);

        using var answer = await publisher.Http.GetAsync($"/api/v1/connections/{account.Connection}/import", Cancelled);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
