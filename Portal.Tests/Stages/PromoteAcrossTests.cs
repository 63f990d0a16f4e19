using System.Net;
using System.Text.Json.Nodes;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Stages;
using Portal.Tests.Sandbox;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Stages;

/// <summary>dev is in one account, prod in another: two sandboxes that know nothing of each other.</summary>
public sealed class PromoteAcrossTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task The_same_revision_is_written_and_deployed_there_with_the_stages_own_variables()
    {
        await using var there = await Bench.StartAsync();
        var (person, api, dev, prod) = await TwoAsync(there);
        await Pipeline.DeployAsync(person, dev);

        var run = await Pipeline.PromoteAsync(person, dev);

        Assert.Equal(["RestApi", "Deployment", "Stage"], run.Steps.Select(step => step.Address.Split('/')[0]));
        var (from, to) = (await Pipeline.StageAsync(person, dev.Id), await Pipeline.StageAsync(person, prod.Id));
        Assert.Equal((1, ReleaseCause.Promoted, "dev"), (to.Runs!.Revision, to.Runs.Cause, to.Runs.PromotedFrom));
        Assert.Equal(from.Runs!.Deployment, to.Runs.Deployment);
        var stage = await StageThereAsync(there, api);
        Assert.Equal("theirs", (string?)stage["variables"]!["colour"]);
        Assert.Equal(200, (await Pipeline.CallAsync(person, prod, "GET", "/pets/7")).Status);
        var promotion = Assert.Single((await person.Http.GetAsync<Page<PromotionView>>($"/api/v1/apis/{api.Id}/promotions")).Items);
        Assert.Equal(PromotionOutcome.Done, promotion.Outcome);
    }

    [Fact]
    public async Task What_is_newer_here_stays_behind_and_what_was_there_before_comes_back()
    {
        await using var there = await Bench.StartAsync();
        var (person, api, dev, prod) = await TwoAsync(there);
        await Pipeline.DeployAsync(person, dev);
        await Pipeline.PromoteAsync(person, dev);
        api = await Pipeline.AddRouteAsync(person, api, "/owners");
        await Pipeline.DeployAsync(person, dev);
        await Pipeline.AddRouteAsync(person, api, "/shelters");

        await Pipeline.PromoteAsync(person, dev);

        Assert.Equal(200, (await Pipeline.CallAsync(person, prod, "GET", "/owners")).Status);
        Assert.Equal(403, (await Pipeline.CallAsync(person, prod, "GET", "/shelters")).Status);
        Assert.Single((await there.DoneAsync(HttpMethod.Get, "/restapis"))["item"]!.AsArray());

        await Pipeline.RollBackAsync(person, await Pipeline.StageAsync(person, prod.Id));

        Assert.Equal((1, 2), ((await Pipeline.StageAsync(person, prod.Id)).Runs!.Revision, (await Pipeline.StageAsync(person, dev.Id)).Runs!.Revision));
        Assert.Equal(403, (await Pipeline.CallAsync(person, prod, "GET", "/owners")).Status);
        Assert.Equal(200, (await Pipeline.CallAsync(person, dev, "GET", "/owners")).Status);
    }

    [Fact]
    public async Task The_review_says_that_it_is_another_connection_and_a_read_only_one_is_not_written()
    {
        await using var there = await Bench.StartAsync();
        var (person, _, dev, _) = await TwoAsync(there, writes: false);
        await Pipeline.DeployAsync(person, dev);

        Assert.False((await person.Http.GetAsync<PromotionReview>($"/api/v1/stages/{dev.Id}/promotion")).SameDeployment);
        var run = await Pipeline.ProposePromotionAsync(person, dev);
        await person.Http.SendAsync(HttpMethod.Post, $"/api/v1/runs/{run.Id}/approve", new { fingerprint = run.Fingerprint, version = run.Version })
            .RefusedAsync(HttpStatusCode.Conflict, "urn:portal:sync:read-only-connection");
        Assert.Empty((await there.DoneAsync(HttpMethod.Get, "/restapis"))["item"]?.AsArray() ?? []);
    }

    private static async Task<JsonNode> StageThereAsync(Bench there, ApiView api)
    {
        var known = (await there.DoneAsync(HttpMethod.Get, "/restapis"))["item"]!.AsArray().Single()!;
        Assert.Equal((api.AwsName, api.Id.ToString()), ((string?)known["name"], (string?)known["tags"]!["portal:id"]));

        return await there.DoneAsync(HttpMethod.Get, $"/restapis/{known["id"]}/stages/prod");
    }

    /// <summary>An API with dev on the portal's sandbox and prod on a connection to another.</summary>
    private async Task<(Person Person, ApiView Api, StageView Dev, StageView Prod)> TwoAsync(Bench there, bool writes = true)
    {
        var administrator = await portal.PersonAsync(Role.Admin);
        var name = $"Production {Guid.NewGuid():N}";
        var connection = await administrator.Http.PostAsync<ConnectionView>("/api/v1/connections", new { name, region = "eu-central-1", serviceUrl = there.Server.Address.ToString() });

        if (writes)
        {
            await administrator.Http.PostAsync<ConnectionView>($"/api/v1/connections/{connection.Id}/writing", new { typedName = name }, HttpStatusCode.OK);
        }

        var person = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(person);
        var dev = await Pipeline.StageAsync(person, api, variables: new() { ["colour"] = "ours" });
        var prod = await person.Http.PostAsync<StageView>($"/api/v1/apis/{api.Id}/stages", new { connectionId = connection.Id, name = "prod", variables = new { colour = "theirs" } });

        return (person, api, dev, prod);
    }
}
