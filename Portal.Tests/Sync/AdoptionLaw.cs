using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Stages;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync;

/// <summary>What holds of an API of version 2 of the service that somebody made by hand: it is imported, imported again, adopted by tags alone, and then deployed to without a change.</summary>
internal static class AdoptionLaw
{
    /// <param name="admin">Who imports.</param>
    /// <param name="account">Where it is.</param>
    /// <param name="protocol">What it is.</param>
    /// <param name="id">AWS's, of an API with two stages that serve its working definition.</param>
    /// <param name="names">Of the stages.</param>
    public static async Task HoldsAsync(Person admin, ForeignAccount account, Protocol protocol, string id, params string[] names)
    {
        Assert.Equal(FoundStanding.New, await StandingAsync(admin, account, protocol, id));

        var report = await ImportAsync(admin, account, protocol, id);

        Assert.Equal(["API New", "Stage New", "Stage New"], report.Things.Select(thing => $"{thing.What} {thing.Result}"));
        Assert.Empty(report.Things.SelectMany(thing => thing.Notes));
        var api = await admin.Http.GetAsync<ApiView>($"/api/v1/apis/{report.Things[0].Id}");
        Assert.Equal((protocol, 1, 0), (api.Protocol, api.Latest.Number, api.Findings.Errors));
        var stages = (await admin.Http.GetAsync<Page<StageView>>($"/api/v1/apis/{api.Id}/stages")).Items;
        Assert.Equal(names, stages.Select(stage => stage.Name).Order(StringComparer.Ordinal));
        Assert.All(stages, stage => Assert.Equal(ReleaseCause.Imported, stage.Runs!.Cause));
        Assert.All((await ImportAsync(admin, account, protocol, id)).Things, thing => Assert.Equal(ImportResult.Unchanged, thing.Result));

        var last = await account.LastCallAsync();
        var run = await ProposeAdoptionTests.AppliedAsync(admin, (await ProposeAdoptionTests.ProposeAsync(admin, account)).RunId!.Value);
        Assert.True(run.State is RunState.Done, run.Outcome);
        Assert.Equal(["TagResource", "TagResource", "TagResource"], await account.WritesAfterAsync(last));

        foreach (var stage in stages)
        {
            Assert.True((await ProposeAdoptionTests.DeployAsync(admin, stage.Id)).IsEmpty, stage.Name);
        }

        Assert.Equal(FoundStanding.Ours, await StandingAsync(admin, account, protocol, id));
        Assert.All((await ImportAsync(admin, account, protocol, id)).Things, thing => Assert.Equal(ImportResult.Unchanged, thing.Result));
    }

    public static Task<ImportReport> ImportAsync(Person admin, ForeignAccount account, Protocol protocol, string id)
    {
        string[] ids = [id];
        object wanted = protocol is Protocol.WebSocket ? new { teamId = admin.Team, webSocketApis = ids } : new { teamId = admin.Team, httpApis = ids };

        return admin.Http.PostAsync<ImportReport>($"/api/v1/connections/{account.Connection}/import", wanted, HttpStatusCode.OK);
    }

    public static async Task<FoundStanding> StandingAsync(Person admin, ForeignAccount account, Protocol protocol, string id)
    {
        var preview = await ImportAccountTests.PreviewAsync(admin, account);

        return (protocol is Protocol.WebSocket ? preview.WebSocketApis : preview.HttpApis).Single(found => found.AwsId == id).Standing;
    }
}
