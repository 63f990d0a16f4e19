using Amazon.ApiGatewayV2.Model;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Sync;
using Portal.Tests.Plans;
using Portal.Tests.Sandbox;
using Portal.Tests.Sync;
using Portal.Tests.Sync.Drift;

namespace Portal.Tests.Stages;

/// <summary>Tags that the catalog gives an HTTP or WebSocket API, in AWS.</summary>
public sealed class ApiTagsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Protocol.Http)]
    [InlineData(Protocol.WebSocket)]
    public async Task They_are_set_changed_and_taken_off_and_those_of_others_stay(Protocol protocol)
    {
        await using var backend = await Backend.StartAsync();
        await using var account = await ForeignAccount.OfAsync(portal);
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await ApiAsync(publisher, protocol, backend);
        await TagAsync(publisher, api, new() { ["team"] = "ours", ["level"] = "1" });
        var dev = await Pipeline.StageAsync(publisher, api);

        await Pipeline.DeployAsync(publisher, dev);
        var id = (await Meddler.PlaceAsync(publisher, dev)).RestApiId;
        Assert.Equal(["level=1", "team=ours"], await TagsAsync(account, id));
        await SetAsync(account, id, "cost-centre", "7");
        Assert.Empty((await Pipeline.ProposeAsync(publisher, dev)).Steps);

        await TagAsync(publisher, api, new() { ["team"] = "theirs" });
        var run = await Pipeline.ProposeAsync(publisher, dev);
        var words = Assert.Single(run.Steps) is var step ? string.Join('\n', step.Details.Prepend(step.Headline)) : "";
        Assert.Matches("tag.* team", words);
        Assert.Matches("tag.* level", words);
        run = await Pipeline.ApproveAsync(publisher, run);
        Assert.True(run.State is RunState.Done, run.Outcome);
        Assert.Equal(["cost-centre=7", "team=theirs"], await TagsAsync(account, id));
    }

    [Theory]
    [InlineData(Protocol.Http)]
    [InlineData(Protocol.WebSocket)]
    public async Task What_somebody_makes_of_them_is_found_and_taken_over(Protocol protocol)
    {
        await using var backend = await Backend.StartAsync();
        await using var account = await ForeignAccount.OfAsync(portal);
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await ApiAsync(publisher, protocol, backend);
        await TagAsync(publisher, api, new() { ["team"] = "ours" });
        var dev = await Pipeline.StageAsync(publisher, api);
        await Pipeline.DeployAsync(publisher, dev);
        var subject = $"{protocol}Api/{api.Id}";
        Assert.Empty(await Meddler.CheckAsync(publisher, subject));
        await SetAsync(account, (await Meddler.PlaceAsync(publisher, dev)).RestApiId, "team", "theirs");

        var finding = Assert.Single(await Meddler.CheckAsync(publisher, subject));
        Assert.Equal("tag team", finding.PlaceName);
        await publisher.Http.PostAsync<TakenDrift>($"/api/v1/drift/{finding.Id}/take-over", new { }, System.Net.HttpStatusCode.OK);

        Assert.Equal("theirs", (await publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}")).AwsTags["team"]);
        Assert.Empty(await Meddler.CheckAsync(publisher, subject));
        Assert.Empty((await Pipeline.ProposeAsync(publisher, dev)).Steps);
    }

    private static Task<ApiView> ApiAsync(Person publisher, Protocol protocol, Backend backend) =>
        protocol is Protocol.Http ? HttpApiStagesTests.ApiAsync(publisher, backend) : Selling.SocketApiAsync(publisher, backend.Url);

    private static async Task TagAsync(Person publisher, ApiView api, Dictionary<string, string> awsTags)
    {
        var now = await publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{api.Id}");
        await publisher.Http.PutAsync<ApiView>($"/api/v1/apis/{api.Id}", new { now.Name, now.Description, now.Status, teamId = now.Team.Id, awsTags, now.Version });
    }

    private static async Task<IEnumerable<string>> TagsAsync(ForeignAccount account, string id) =>
        (await account.Aws.V2.GetApiAsync(new GetApiRequest { ApiId = id }, Cancelled)).Tags.Where(tag => !tag.Key.StartsWith("portal:", StringComparison.Ordinal)).Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal);

    private static Task<TagResourceResponse> SetAsync(ForeignAccount account, string id, string key, string value) =>
        account.Aws.WritingV2.TagResourceAsync(new TagResourceRequest { ResourceArn = $"arn:aws:apigateway:us-east-1::/apis/{id}", Tags = new() { [key] = value } }, Cancelled);
}
