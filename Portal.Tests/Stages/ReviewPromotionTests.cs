using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Stages;

public sealed class ReviewPromotionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task What_callers_would_find_changed_is_told_route_by_route()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var dev = await Pipeline.StageAsync(publisher, api, "dev");
        await Pipeline.StageAsync(publisher, api, "prod", new() { ["colour"] = "green" });
        await Pipeline.DeployAsync(publisher, dev);
        await Pipeline.PromoteAsync(publisher, dev);
        await publisher.Http.PostAsync<RevisedApi>(
            $"/api/v1/apis/{api.Id}/edits",
            new { baseRevision = 1, edits = new object[] { new { edit = "addRoute", method = "GET", path = "/owners" }, new { edit = "removeRoute", method = "POST", path = "/pets" } } },
            System.Net.HttpStatusCode.OK);
        await Pipeline.DeployAsync(publisher, dev);

        var review = await publisher.Http.GetAsync<PromotionReview>($"/api/v1/stages/{dev.Id}/promotion");

        Assert.Equal(("dev", "prod", true), (review.From.Name, review.Change.Stage.Name, review.SameDeployment));
        Assert.Equal((1, 2), (review.Change.Stage.Runs!.Revision, review.Change.Release.Revision));
        Assert.Equal([(RouteChangeKind.Added, "GET /owners"), (RouteChangeKind.Removed, "POST /pets")], review.Change.Routes.Select(route => (route.Kind, route.Route)));
        Assert.Empty(review.Change.Variables);
        Assert.False(review.Change.IsSame);
    }

    [Fact]
    public async Task Where_nothing_runs_yet_every_route_is_new()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var dev = await Pipeline.StageAsync(publisher, api, "dev");
        await Pipeline.StageAsync(publisher, api, "prod", new() { ["colour"] = "green" });
        await Pipeline.DeployAsync(publisher, dev);

        var change = (await publisher.Http.GetAsync<PromotionReview>($"/api/v1/stages/{dev.Id}/promotion")).Change;

        Assert.Equal(["GET /pets", "POST /pets", "GET /pets/{petId}"], change.Routes.Select(route => route.Route));
        Assert.All(change.Routes, route => Assert.Equal(RouteChangeKind.Added, route.Kind));
        Assert.Equal(new VariableChange("colour", null, "green"), Assert.Single(change.Variables));
    }

    [Fact]
    public async Task What_runs_in_both_changes_nothing()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var dev = await Pipeline.StageAsync(publisher, api, "dev");
        await Pipeline.StageAsync(publisher, api, "prod");
        await Pipeline.DeployAsync(publisher, dev);
        await Pipeline.PromoteAsync(publisher, dev);

        Assert.True((await publisher.Http.GetAsync<PromotionReview>($"/api/v1/stages/{dev.Id}/promotion")).Change.IsSame);
    }
}
