using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Stages;
using Portal.Shared.Sync;

namespace Portal.Tests.Stages;

/// <summary>What people do with stages, one after the other, over HTTP and with the sandbox behind it.</summary>
internal static class Pipeline
{
    public static async Task<Guid> SandboxAsync(Person person) =>
        (await person.Http.GetAsync<Page<ConnectionView>>("/api/v1/connections")).Items.Single(connection => connection.IsSandbox).Id;

    public static async Task<StageView> StageAsync(Person person, ApiView api, string name = "dev", Dictionary<string, string>? variables = null) =>
        await person.Http.PostAsync<StageView>($"/api/v1/apis/{api.Id}/stages", new { connectionId = await SandboxAsync(person), name, variables = variables ?? [] });

    public static Task<StageView> StageAsync(Person person, Guid id) => person.Http.GetAsync<StageView>($"/api/v1/stages/{id}");

    public static Task<HttpResponseMessage> TryProposeAsync(Person person, StageView stage, int? revision = null) =>
        person.Http.SendAsync(HttpMethod.Post, $"/api/v1/stages/{stage.Id}/deployments", new { revision });

    public static async Task<RunView> ProposeAsync(Person person, StageView stage, int? revision = null)
    {
        var proposed = await (await TryProposeAsync(person, stage, revision)).AnswerAsync<ProposedDeployment>(HttpStatusCode.Created);

        return await person.Http.GetAsync<RunView>($"/api/v1/runs/{proposed.RunId}");
    }

    /// <summary>Approves and waits for the end, as a page does.</summary>
    public static async Task<RunView> ApproveAsync(Person person, RunView run)
    {
        await person.Http.PostAsync<RunView>($"/api/v1/runs/{run.Id}/approve", new { fingerprint = run.Fingerprint, version = run.Version, confirmedName = run.NameToType }, HttpStatusCode.OK);

        return await EndedAsync(person, run.Id);
    }

    public static async Task<RunView> DeployAsync(Person person, StageView stage, int? revision = null)
    {
        var run = await ApproveAsync(person, await ProposeAsync(person, stage, revision));
        Assert.True(run.State is RunState.Done, run.Outcome);

        return run;
    }

    /// <summary>A stage that serves an API; one of its own unless told which.</summary>
    public static async Task<StageView> DeployedAsync(Person person, ApiView? api = null)
    {
        var stage = await StageAsync(person, api ?? await Catalog.Given.ApiAsync(person));
        await DeployAsync(person, stage);

        return stage;
    }

    /// <summary>Waits for the end of a run that began by itself.</summary>
    public static async Task<RunView> EndedAsync(Person person, Guid id)
    {
        RunView run;

        do
        {
            run = await person.Http.GetAsync<RunView>($"/api/v1/runs/{id}");
        }
        while (run.State is RunState.Approved or RunState.Running);

        return run;
    }

    public static Task<HttpResponseMessage> TryPromoteAsync(Person person, StageView from, Guid? release = null) =>
        person.Http.SendAsync(HttpMethod.Post, $"/api/v1/stages/{from.Id}/promote", new { release });

    public static async Task<RunView> ProposePromotionAsync(Person person, StageView from)
    {
        var proposed = await (await TryPromoteAsync(person, from)).AnswerAsync<ProposedDeployment>(HttpStatusCode.Created);

        return await person.Http.GetAsync<RunView>($"/api/v1/runs/{proposed.RunId}");
    }

    public static async Task<RunView> PromoteAsync(Person person, StageView from)
    {
        var run = await ApproveAsync(person, await ProposePromotionAsync(person, from));
        Assert.True(run.State is RunState.Done, run.Outcome);

        return run;
    }

    public static Task<HttpResponseMessage> TryRollBackAsync(Person person, StageView stage, Guid? release = null, Guid? running = null) =>
        person.Http.SendAsync(HttpMethod.Post, $"/api/v1/stages/{stage.Id}/rollback", new { release, running });

    public static async Task<RunView> RollBackAsync(Person person, StageView stage, Guid? release = null)
    {
        var started = await (await TryRollBackAsync(person, stage, release)).AnswerAsync<ProposedDeployment>(HttpStatusCode.Created);
        var run = await EndedAsync(person, started.RunId);
        Assert.True(run.State is RunState.Done, run.Outcome);

        return run;
    }

    /// <summary>Adds a route to the latest revision.</summary>
    public static async Task<ApiView> AddRouteAsync(Person person, ApiView api, string path, string method = "GET") =>
        (await person.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/edits", new { baseRevision = api.Latest.Number, edits = new[] { new { edit = "addRoute", method, path } } }, HttpStatusCode.OK)).Api;

    public static Task<TryAnswer> CallAsync(Person person, StageView stage, string method, string path) =>
        person.Http.PostAsync<TryAnswer>($"/api/v1/stages/{stage.Id}/try", new { method, path }, HttpStatusCode.OK);
}
