using System.Net.Http.Json;
using Amazon.APIGateway;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Plans;
using Portal.Shared.Stages;

namespace Portal.Tests.Sync;

public sealed class ImportAccountTests(ImportingPortal portal) : IClassFixture<ImportingPortal>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_imported_stands_in_the_catalog_with_its_stages_and_plans()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var api = await account.MakeApiAsync("Catalog pets", RoundTripTests.TextOf("token-authorizer"));
        var plan = await account.MakePlanAsync("catalog-gold", api);
        var before = await account.LastCallAsync();

        var report = await ImportAsync(admin, account, [api], [plan]);

        Assert.Equal(["API New", "Stage New", "Usage plan New"], report.Things.Select(thing => $"{thing.What} {thing.Result}"));
        Assert.Empty(report.Things.SelectMany(thing => thing.Notes));
        Assert.Empty(await account.WritesAfterAsync(before));

        var (id, stage) = (report.Things[0].Id, report.Things[1].Id);
        var shown = await admin.Http.GetFromJsonAsync<ApiView>($"/api/v1/apis/{id}", Json.Options, Cancelled);
        Assert.Equal(("Catalog pets", RevisionSource.Account), (shown!.Name, shown.Latest.Source));
        var stages = await admin.Http.GetFromJsonAsync<Page<StageView>>($"/api/v1/apis/{id}/stages", Json.Options, Cancelled);
        var prod = stages!.Items.Single();
        Assert.Equal((stage, "prod", ReleaseCause.Imported, 1), (prod.Id, prod.Name, prod.Runs!.Cause, prod.Runs.Revision));
        Assert.Equal("example.com", prod.Variables["backend"]);
        var gold = await admin.Http.GetFromJsonAsync<UsagePlanView>($"/api/v1/plans/{report.Things[2].Id}", Json.Options, Cancelled);
        Assert.Equal((UsagePlanState.InStep, 10d, 1000), (gold!.State, gold.Throttle!.RateLimit, gold.Quota!.Limit));
        Assert.Equal("GET /pets", Assert.Single(gold.Stages.Single().Methods).Route);
    }

    [Fact]
    public async Task A_second_import_changes_nothing()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var api = await account.MakeApiAsync("Twice pets", RoundTripTests.TextOf("gateway-responses"));
        var plan = await account.MakePlanAsync("twice-gold", api);
        var first = await ImportAsync(admin, account, [api], [plan]);

        var second = await ImportAsync(admin, account, [api], [plan]);

        Assert.All(second.Things, thing => Assert.Equal(ImportResult.Unchanged, thing.Result));
        Assert.Equal(first.Things.Select(thing => thing.Id), second.Things.Select(thing => thing.Id));
        Assert.Equal(FoundStanding.Imported, (await PreviewAsync(admin, account)).RestApis.Single(found => found.AwsId == api).Standing);
    }

    [Fact]
    public async Task What_has_changed_in_AWS_since_is_told_and_taken_over_when_wanted()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var api = await account.MakeApiAsync("Changing pets", RoundTripTests.TextOf("mock"));
        var imported = await ImportAsync(admin, account, [api], []);
        await account.Aws.Writing.UpdateRestApiAsync(new() { RestApiId = api, PatchOperations = [new() { Op = Op.Replace, Path = "/description", Value = "by hand" }] }, Cancelled);

        Assert.Equal(FoundStanding.Changed, (await PreviewAsync(admin, account)).RestApis.Single(found => found.AwsId == api).Standing);
        var again = await ImportAsync(admin, account, [api], []);

        Assert.Equal(ImportResult.Changed, again.Things[0].Result);
        var shown = await admin.Http.GetFromJsonAsync<ApiView>($"/api/v1/apis/{imported.Things[0].Id}", Json.Options, Cancelled);
        Assert.Equal(2, shown!.Latest.Number);
    }

    [Fact]
    public async Task A_plan_whose_stages_are_not_there_is_not_taken()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var api = await account.MakeApiAsync("Left pets", RoundTripTests.TextOf("mock"));
        var plan = await account.MakePlanAsync("left-gold", api);

        var report = await ImportAsync(admin, account, [], [plan]);

        var only = Assert.Single(report.Things);
        Assert.Equal((ImportResult.NotTaken, null), (only.Result, only.Id));
        Assert.Contains("not imported", Assert.Single(only.Notes), StringComparison.Ordinal);
    }

    internal static async Task<ImportPreview> PreviewAsync(Person person, ForeignAccount account) =>
        (await person.Http.GetFromJsonAsync<ImportPreview>($"/api/v1/connections/{account.Connection}/import", Json.Options, Cancelled))!;

    internal static async Task<ImportReport> ImportAsync(Person person, ForeignAccount account, string[] restApis, string[] usagePlans)
    {
        using var answer = await person.Http.PostAsJsonAsync($"/api/v1/connections/{account.Connection}/import", new { teamId = person.Team, restApis, usagePlans }, Cancelled);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancelled));

        return (await answer.Content.ReadFromJsonAsync<ImportReport>(Json.Options, Cancelled))!;
    }
}
