using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Keys;
using Portal.Shared.Plans;
using Portal.Tests.Plans;

namespace Portal.Tests.Keys;

public sealed class RequestApiKeyTests(KeysPortal portal) : IClassFixture<KeysPortal>
{
    [Fact]
    public async Task A_key_is_issued_at_once_with_an_app_made_on_the_way()
    {
        var developer = await portal.DeveloperAsync();

        using var answer = await portal.TryRequestAsync(developer, app: "Weather station");
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var key = await answer.AnswerAsync<RequestedApiKey>(HttpStatusCode.Created);

        Assert.Equal(("Weather station", portal.Plan.Name, ApiKeyState.Active), (key.App, key.Plan, key.Key.State));
        Assert.EndsWith(key.Key.LastFour!, key.Value, StringComparison.Ordinal);
        var app = await KeysPortal.AppAsync(developer, key.AppId);
        Assert.Equal([portal.Api.Name], Assert.Single(app.Subscriptions).Apis);
        Assert.Equal(key.Key, Assert.Single(app.Subscriptions[0].Keys));
    }

    [Fact]
    public async Task The_key_and_nothing_else_opens_the_API()
    {
        var key = await portal.RequestAsync(await portal.DeveloperAsync());

        Assert.Equal(HttpStatusCode.Forbidden, await portal.CallAsync(null));
        Assert.Equal(HttpStatusCode.Forbidden, await portal.CallAsync(key.Value![..^1] + "?"));
        Assert.Equal(HttpStatusCode.OK, await portal.CallAsync(key.Value));
    }

    [Fact]
    public async Task Over_the_limit_the_API_answers_429()
    {
        var small = await portal.OfferAsync(Availability.Open, plan => plan with { Quota = new Quota { Limit = 2, Period = QuotaPeriod.Month } });
        var key = await portal.RequestAsync(await portal.DeveloperAsync(), small);

        Assert.Equal(HttpStatusCode.OK, await portal.CallAsync(key.Value));
        Assert.Equal(HttpStatusCode.OK, await portal.CallAsync(key.Value));
        Assert.Equal(HttpStatusCode.TooManyRequests, await portal.CallAsync(key.Value));
    }

    [Fact]
    public async Task An_app_that_exists_is_taken_by_its_name_or_id()
    {
        var developer = await portal.DeveloperAsync();
        var app = await developer.Http.PostAsync<AppView>("/api/v1/apps", new { name = "Shop" });
        var other = await portal.OfferAsync(Availability.Open);

        Assert.Equal(app.Id, (await portal.RequestAsync(developer, app: "shop ")).AppId);
        var byId = await developer.Http.PostAsync<RequestedApiKey>("/api/v1/own/keys", new { planId = other.Id, appId = app.Id });

        Assert.Equal(app.Id, byId.AppId);
        Assert.Equal(2, (await KeysPortal.AppAsync(developer, app.Id)).Subscriptions.Count);
    }

    [Fact]
    public async Task Anothers_app_is_not_found()
    {
        var (one, other) = (await portal.DeveloperAsync(), await portal.DeveloperAsync());
        var app = await other.Http.PostAsync<AppView>("/api/v1/apps", new { name = "Shop" });

        await one.Http.SendAsync(HttpMethod.Post, "/api/v1/own/keys", new { planId = portal.Plan.Id, appId = app.Id }).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
    }

    [Fact]
    public async Task One_app_has_one_key_of_a_plan()
    {
        var developer = await portal.DeveloperAsync();
        var key = await portal.RequestAsync(developer);

        var refused = await portal.TryRequestAsync(developer).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:keys:has-key");

        Assert.Contains(key.Key.LastFour!, refused.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Value!, refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_at_once_make_one_key()
    {
        var developer = await portal.DeveloperAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => portal.TryRequestAsync(developer)));

        Assert.Equal(HttpStatusCode.Created, Assert.Single(answers, answer => answer.IsSuccessStatusCode).StatusCode);
        Assert.All(answers.Where(answer => !answer.IsSuccessStatusCode), answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        var app = Assert.Single((await developer.Http.GetAsync<Page<AppRow>>("/api/v1/apps")).Items);
        Assert.Equal(1, app.WorkingKeys);
        Assert.Single(Assert.Single((await KeysPortal.AppAsync(developer, app.Id)).Subscriptions).Keys);
    }

    [Fact]
    public async Task Where_somebody_has_to_approve_there_is_no_key_yet()
    {
        var developer = await portal.DeveloperAsync();
        var plan = await portal.OfferAsync(Availability.ByApproval);

        var key = await portal.RequestAsync(developer, plan);

        Assert.Equal((ApiKeyState.Requested, null, null), (key.Key.State, key.Value, key.Key.LastFour));
        await portal.TryRequestAsync(developer, plan).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:keys:waits-for-approval");
    }

    [Fact]
    public async Task What_is_not_offered_is_not_found()
    {
        var developer = await portal.DeveloperAsync();
        var closed = await portal.OfferAsync(Availability.Closed);
        var draft = await portal.OfferAsync(await Selling.PlanAsync(portal.Publisher, portal.Stage), Availability.Open);

        await portal.TryRequestAsync(developer, closed).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:keys:not-offered");
        await portal.TryRequestAsync(developer, draft).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:keys:not-offered");
    }

    [Fact]
    public async Task A_plan_that_opens_an_API_that_one_does_not_see_is_not_offered()
    {
        var developer = await portal.DeveloperAsync();
        var hidden = await Selling.DeployedStageAsync(portal.Publisher);
        var plan = await portal.OfferAsync(Availability.Open, terms => terms with { Stages = [.. terms.Stages, new PlanStage { StageId = hidden.Id }] });

        await portal.TryRequestAsync(developer, plan).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:keys:not-offered");
        Assert.DoesNotContain((await OffersAsync(developer)).Plans, offer => offer.Id == plan.Id);
    }

    [Fact]
    public async Task What_is_for_a_team_alone_is_offered_to_nobody_else()
    {
        var developer = await portal.DeveloperAsync();
        var member = await portal.PersonAsync(Role.Developer, portal.Api.Team.Id);
        var hidden = await Catalog.Given.ApiAsync(portal.Publisher, text: Selling.KeyedPets);
        var plan = await portal.OfferAsync(Availability.Open, terms => terms with { Stages = [] });
        var stage = await Selling.DeployedStageAsync(portal.Publisher, hidden);
        plan = await Selling.ChangeAsync(portal.Publisher, plan, Selling.Again(plan) with { Stages = [new PlanStage { StageId = stage.Id }] });
        await Selling.ApplyAsync(portal.Publisher, plan);
        hidden = await portal.Publisher.Http.GetAsync<ApiView>($"/api/v1/apis/{hidden.Id}");
        await portal.Publisher.Http.PutAsync<ApiView>($"/api/v1/apis/{hidden.Id}", new { hidden.Name, hidden.Description, status = "Published", audience = "Team", teamId = hidden.Team.Id, hidden.Version });

        await developer.Http.GetAsync($"/api/v1/apis/{hidden.Id}/offers", TestContext.Current.CancellationToken).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
        await portal.TryRequestAsync(developer, plan).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:keys:not-offered");
        Assert.NotNull((await portal.RequestAsync(member, plan)).Value);
    }

    [Fact]
    public async Task An_API_says_which_plans_are_offered_for_it()
    {
        var waits = await portal.OfferAsync(Availability.ByApproval);

        var offers = (await OffersAsync(await portal.DeveloperAsync())).Plans;

        Assert.False(offers.Single(offer => offer.Id == portal.Plan.Id).NeedsApproval);
        var offer = offers.Single(offer => offer.Id == waits.Id);
        Assert.True(offer.NeedsApproval);
        Assert.Equal((waits.Throttle, waits.Quota, portal.Api.Name), (offer.Throttle, offer.Quota, Assert.Single(offer.Apis)));
    }

    [Fact]
    public async Task A_key_without_an_app_or_with_an_endless_life_is_malformed()
    {
        var developer = await portal.DeveloperAsync();

        await developer.Http.SendAsync(HttpMethod.Post, "/api/v1/own/keys", new { planId = portal.Plan.Id }).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
        await developer.Http.SendAsync(HttpMethod.Post, "/api/v1/own/keys", new { planId = portal.Plan.Id, appName = "x", daysValid = 4000 }).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
    }

    private Task<PlanOffers> OffersAsync(Person developer) => developer.Http.GetAsync<PlanOffers>($"/api/v1/apis/{portal.Api.Id}/offers");
}
