using System.Net;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Server.Catalog.Documents;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Stages;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Sync.Drift;

/// <summary>What is said of an API in AWS is held against what was said when it was first looked at, once a day and whenever somebody asks.</summary>
public sealed class DocumentationDriftTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_somebody_says_of_a_method_is_found_with_the_API_and_ours_comes_back()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var (api, stage) = await WatchedAsync(publisher);
        await SayAsync(publisher, stage, "Theirs");

        var found = Assert.Single(await Meddler.CheckAsync(publisher, $"RestApi/{api.Id}"));

        Assert.Equal(("documentation of METHOD GET /pets", $"Documentation/{api.Id}", DriftSort.Added, DriftLook.Full), (found.PlaceName, found.Subject, found.Sort, found.FoundBy));
        Assert.StartsWith("documentation of ", found.SubjectName, StringComparison.Ordinal);
        Assert.Contains("No version holds it yet: the next one that is made in AWS would, and stages show versions.", found.Words);
        Assert.Equal([FindingAction.Restore, FindingAction.TakeOver, FindingAction.Ignore], found.Actions);
        Assert.Equal(1, (await publisher.Http.GetAsync<DriftStatus>("/api/v1/drift/status")).OpenBySubject[$"RestApi/{api.Id}"]);

        var restored = await publisher.Http.PostAsync<RestoredDrift>($"/api/v1/drift/{found.Id}/restore", new { });
        var run = await Pipeline.ApproveAsync(publisher, await publisher.Http.GetAsync<RunView>($"/api/v1/runs/{restored.RunId}"));
        Assert.True(run.State is RunState.Done, run.Outcome);

        Assert.Empty((await PartsAsync(publisher, stage)).Items);
        Assert.Empty(await Meddler.CheckAsync(publisher, $"RestApi/{api.Id}"));
    }

    [Fact]
    public async Task Theirs_is_taken_into_the_documents_extension_and_stays_there_when_more_of_the_API_is_taken()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var (api, stage) = await WatchedAsync(publisher);
        await SayAsync(publisher, stage, "Theirs");
        var found = Assert.Single(await Meddler.CheckAsync(publisher, $"RestApi/{api.Id}"));

        var taken = await publisher.Http.PostAsync<TakenDrift>($"/api/v1/drift/{found.Id}/take-over", new { }, HttpStatusCode.OK);

        Assert.Contains("Revision 2", Assert.Single(taken.Sentences), StringComparison.Ordinal);
        Assert.Empty(await Meddler.CheckAsync(publisher, $"RestApi/{api.Id}"));
        Assert.Equal("Theirs", await SaidAsync(publisher, api));

        await MeddleAsync(publisher, stage, (gateway, id) => gateway.UpdateRestApiAsync(new UpdateRestApiRequest { RestApiId = id, PatchOperations = [new() { Op = Op.Replace, Path = "/description", Value = "Somebody was here" }] }, Cancelled));
        await publisher.Http.PostAsync<TakenDrift>($"/api/v1/drift/{Assert.Single(await Meddler.CheckAsync(publisher, $"RestApi/{api.Id}")).Id}/take-over", new { }, HttpStatusCode.OK);

        Assert.Equal("Theirs", await SaidAsync(publisher, api));
    }

    [Fact]
    public async Task A_version_that_is_gone_is_said_and_cannot_be_made_again()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var (api, stage) = await WatchedAsync(publisher);
        await MeddleAsync(publisher, stage, (gateway, id) => gateway.CreateDocumentationVersionAsync(new CreateDocumentationVersionRequest { RestApiId = id, DocumentationVersion = "1" }, Cancelled));
        var added = Assert.Single(await Meddler.CheckAsync(publisher, $"RestApi/{api.Id}"));
        Assert.Equal([FindingAction.Restore, FindingAction.TakeOver, FindingAction.Ignore], added.Actions);
        await publisher.Http.PostAsync<TakenDrift>($"/api/v1/drift/{added.Id}/take-over", new { }, HttpStatusCode.OK);
        await MeddleAsync(publisher, stage, (gateway, id) => gateway.DeleteDocumentationVersionAsync(new DeleteDocumentationVersionRequest { RestApiId = id, DocumentationVersion = "1" }, Cancelled));

        var found = Assert.Single(await Meddler.CheckAsync(publisher, $"RestApi/{api.Id}"));

        Assert.Equal([FindingAction.TakeOver, FindingAction.Ignore], found.Actions);
        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/drift/{found.Id}/restore", new { }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:sync:finding-cannot");
    }

    [Fact]
    public async Task That_the_API_is_gone_is_said_once()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var (api, stage) = await WatchedAsync(publisher);
        await MeddleAsync(publisher, stage, (gateway, id) => gateway.DeleteRestApiAsync(new DeleteRestApiRequest { RestApiId = id }, Cancelled));

        Assert.Equal($"RestApi/{api.Id}", Assert.Single(await Meddler.CheckAsync(publisher, $"RestApi/{api.Id}")).Subject);
    }

    private static async Task<string?> SaidAsync(Person person, ApiView api)
    {
        var latest = (await person.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}")).Latest.Number;
        var text = await person.Http.GetStringAsync($"/api/v1/apis/{api.Id}/revisions/{latest}/document", Cancelled);

        return Assert.IsType<ReadOutcome.Read>(SourceDocument.Read(text)).Document.Root["x-amazon-apigateway-documentation"]!["documentationParts"]![0]!["properties"]!["summary"]!.ToString();
    }

    /// <summary>Deployed, and looked at once.</summary>
    private static async Task<(ApiView Api, StageView Stage)> WatchedAsync(Person person)
    {
        var api = await Given.ApiAsync(person);
        var stage = await Pipeline.StageAsync(person, api);
        await Pipeline.DeployAsync(person, stage);
        Assert.Empty(await Meddler.CheckAsync(person, $"RestApi/{api.Id}"));

        return (api, stage);
    }

    private Task SayAsync(Person person, StageView stage, string summary) => MeddleAsync(person, stage, (gateway, id) => gateway.CreateDocumentationPartAsync(
        new CreateDocumentationPartRequest { RestApiId = id, Location = new() { Type = DocumentationPartType.METHOD, Path = "/pets", Method = "GET" }, Properties = $$"""{"summary":"{{summary}}"}""" }, Cancelled));

    private async Task<GetDocumentationPartsResponse> PartsAsync(Person person, StageView stage)
    {
        GetDocumentationPartsResponse? parts = null;
        await MeddleAsync(person, stage, async (gateway, id) => parts = await gateway.GetDocumentationPartsAsync(new GetDocumentationPartsRequest { RestApiId = id }, Cancelled));

        return parts!;
    }

    private async Task MeddleAsync(Person person, StageView stage, Func<AmazonAPIGatewayClient, string, Task> deed)
    {
        var place = await Meddler.PlaceAsync(person, stage);
        await Meddler.MeddleAsync(portal, place, gateway => deed(gateway, place.RestApiId));
    }
}
