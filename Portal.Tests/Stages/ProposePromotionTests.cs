using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Stages;

public sealed class ProposePromotionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    /// <summary>Routes that go to a backend which each stage names.</summary>
    private static readonly string Proxied = Given.Pets.Replace("""
          type: mock
          status: 200
          contentType: application/json
          body: '{"ok":true}'
        """, """
          type: http_proxy
          baseUrl: https://${stageVariables.backend}
        """, StringComparison.Ordinal);

    [Fact]
    public async Task The_very_same_deployment_moves_on()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var (dev, prod) = await TwoAsync(publisher, api);
        await Pipeline.DeployAsync(publisher, dev);

        var run = await Pipeline.PromoteAsync(publisher, dev);

        Assert.Equal($"Promote revision 1 of {api.Name} from dev to prod", run.Title);
        Assert.StartsWith("Stage/", Assert.Single(run.Steps).Address, StringComparison.Ordinal);
        var (there, here) = (await Pipeline.StageAsync(publisher, dev.Id), await Pipeline.StageAsync(publisher, prod.Id));
        Assert.Equal(there.Runs!.Deployment, here.Runs!.Deployment);
        Assert.Equal((ReleaseCause.Promoted, "dev", run.Id), (here.Runs.Cause, here.Runs.PromotedFrom, here.Runs.RunId));
        Assert.Equal(200, (await Pipeline.CallAsync(publisher, prod, "GET", "/pets/7")).Status);
    }

    [Fact]
    public async Task What_is_newer_in_the_catalog_and_on_the_gateway_stays_behind()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var (dev, prod) = await TwoAsync(publisher, api);
        await Pipeline.DeployAsync(publisher, dev);
        await Pipeline.AddRouteAsync(publisher, api, "/owners");
        var test = await Pipeline.StageAsync(publisher, api, "test");
        await Pipeline.DeployAsync(publisher, test);

        await Pipeline.PromoteAsync(publisher, dev);

        Assert.Equal(1, (await Pipeline.StageAsync(publisher, prod.Id)).Runs!.Revision);
        Assert.Equal(403, (await Pipeline.CallAsync(publisher, prod, "GET", "/owners")).Status);
        Assert.Equal(200, (await Pipeline.CallAsync(publisher, test, "GET", "/owners")).Status);
    }

    [Fact]
    public async Task Each_stage_keeps_its_own_variables()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher, text: Proxied);
        var dev = await Pipeline.StageAsync(publisher, api, "dev", new() { ["backend"] = "dev.example.com" });
        var prod = await Pipeline.StageAsync(publisher, api, "prod", new() { ["backend"] = "prod.example.com" });
        await Pipeline.DeployAsync(publisher, dev);

        var run = await Pipeline.PromoteAsync(publisher, dev);

        Assert.Contains(Assert.Single(run.Steps).Details, sentence => sentence.Contains("prod.example.com", StringComparison.Ordinal));
        Assert.Equal("prod.example.com", (await Pipeline.StageAsync(publisher, prod.Id)).Variables["backend"]);
    }

    [Fact]
    public async Task A_missing_variable_refuses()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher, text: Proxied);
        var dev = await Pipeline.StageAsync(publisher, api, "dev", new() { ["backend"] = "dev.example.com" });
        await Pipeline.StageAsync(publisher, api, "prod");
        await Pipeline.DeployAsync(publisher, dev);

        var problem = await Pipeline.TryPromoteAsync(publisher, dev).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:stages:missing-variables");

        Assert.Contains("backend", problem.Detail, StringComparison.Ordinal);
        Assert.Equal(["backend"], (await publisher.Http.GetAsync<PromotionReview>($"/api/v1/stages/{dev.Id}/promotion")).Change.Missing);
    }

    [Fact]
    public async Task There_must_be_something_and_somewhere_to_promote()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var (dev, prod) = await TwoAsync(publisher, await Given.ApiAsync(publisher));

        await Pipeline.TryPromoteAsync(publisher, dev).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:stages:nothing-to-promote");
        await Pipeline.TryPromoteAsync(publisher, prod).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:stages:last-of-pipeline");
    }

    [Fact]
    public async Task What_was_reviewed_is_promoted_or_nothing()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var (dev, _) = await TwoAsync(publisher, api);
        await Pipeline.DeployAsync(publisher, dev);
        var reviewed = (await Pipeline.StageAsync(publisher, dev.Id)).Runs!.Id;
        await Pipeline.AddRouteAsync(publisher, api, "/owners");
        await Pipeline.DeployAsync(publisher, dev);

        await Pipeline.TryPromoteAsync(publisher, dev, reviewed).RefusedAsync(HttpStatusCode.PreconditionFailed, "urn:portal:stages:runs-another");
    }

    [Fact]
    public async Task What_runs_there_already_is_nothing_to_do()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var (dev, prod) = await TwoAsync(publisher, await Given.ApiAsync(publisher));
        await Pipeline.DeployAsync(publisher, dev);
        await Pipeline.PromoteAsync(publisher, dev);

        var again = await Pipeline.ProposePromotionAsync(publisher, dev);

        Assert.Equal((RunState.Done, 0), (again.State, again.Steps.Count));
        Assert.Equal(1, (await publisher.Http.GetAsync<Page<ReleaseView>>($"/api/v1/stages/{prod.Id}/releases")).Total);
    }

    private static async Task<(StageView Dev, StageView Prod)> TwoAsync(Person person, ApiView api) =>
        (await Pipeline.StageAsync(person, api, "dev"), await Pipeline.StageAsync(person, api, "prod"));
}
