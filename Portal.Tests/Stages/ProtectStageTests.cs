using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Stages;

public sealed class ProtectStageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Another_person_must_approve()
    {
        var author = await portal.PersonAsync(Role.Publisher);
        var second = await portal.PersonAsync(Role.Operator, author.Team);
        var (dev, prod) = await ProtectedAsync(author);

        var run = await Pipeline.ProposePromotionAsync(author, dev);
        await TryApproveAsync(author, run).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:stages:needs-second-person");
        Assert.Contains("second person", (await author.Http.GetAsync<RunView>($"/api/v1/runs/{run.Id}")).Objection, StringComparison.Ordinal);
        Assert.Null((await second.Http.GetAsync<RunView>($"/api/v1/runs/{run.Id}")).Objection);
        var done = await Pipeline.ApproveAsync(second, run);

        Assert.True(done.State is RunState.Done, done.Outcome);
        var promotion = Assert.Single((await author.Http.GetAsync<Page<PromotionView>>($"/api/v1/apis/{prod.ApiId}/promotions")).Items);
        Assert.NotEqual(promotion.By, promotion.ApprovedBy);
    }

    [Fact]
    public async Task A_deployment_past_the_pipeline_needs_the_second_person_too()
    {
        var author = await portal.PersonAsync(Role.Publisher);
        var (_, prod) = await ProtectedAsync(author);

        await TryApproveAsync(author, await Pipeline.ProposeAsync(author, prod)).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:stages:needs-second-person");
    }

    [Fact]
    public async Task Back_to_what_ran_there_one_person_goes_alone()
    {
        var author = await portal.PersonAsync(Role.Publisher);
        var second = await portal.PersonAsync(Role.Operator, author.Team);
        var (dev, prod) = await ProtectedAsync(author);
        var api = await author.Http.GetAsync<ApiView>($"/api/v1/apis/{dev.ApiId}");
        await Pipeline.ApproveAsync(second, await Pipeline.ProposePromotionAsync(author, dev));
        await Pipeline.AddRouteAsync(author, api, "/owners");
        await Pipeline.DeployAsync(author, dev);
        await Pipeline.ApproveAsync(second, await Pipeline.ProposePromotionAsync(author, dev));

        await Pipeline.RollBackAsync(author, prod);

        Assert.Equal(1, (await Pipeline.StageAsync(author, prod.Id)).Runs!.Revision);
    }

    [Fact]
    public async Task Only_an_administrator_says_so()
    {
        var publisher = await portal.PersonAsync(Role.Publisher | Role.Operator);
        var stage = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));

        await publisher.Http.SendAsync(HttpMethod.Put, $"/api/v1/stages/{stage.Id}/second-person", new { needsSecondPerson = true, version = stage.Version })
            .RefusedAsync(HttpStatusCode.Forbidden, "urn:portal:platform:not-allowed");
    }

    private async Task<(StageView Dev, StageView Prod)> ProtectedAsync(Person author)
    {
        var administrator = await portal.PersonAsync(Role.Admin);
        var api = await Given.ApiAsync(author);
        var (dev, prod) = (await Pipeline.StageAsync(author, api, "dev"), await Pipeline.StageAsync(author, api, "prod"));
        await Pipeline.DeployAsync(author, dev);
        Assert.True((await administrator.Http.PutAsync<StageView>($"/api/v1/stages/{prod.Id}/second-person", new { needsSecondPerson = true, prod.Version })).NeedsSecondPerson);

        return (dev, prod);
    }

    private static Task<HttpResponseMessage> TryApproveAsync(Person person, RunView run) =>
        person.Http.SendAsync(HttpMethod.Post, $"/api/v1/runs/{run.Id}/approve", new { fingerprint = run.Fingerprint, version = run.Version });
}
