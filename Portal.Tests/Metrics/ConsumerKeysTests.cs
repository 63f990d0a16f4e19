using Portal.Shared;
using Portal.Shared.Keys;
using Portal.Shared.Metrics;
using Portal.Tests.Keys;

namespace Portal.Tests.Metrics;

/// <summary>Who called is told by names, to those who may know them.</summary>
public sealed class ConsumerKeysTests(KeysPortal portal) : IClassFixture<KeysPortal>
{
    [Fact]
    public async Task A_key_is_told_by_its_app_owner_and_plan()
    {
        var developer = await portal.DeveloperAsync();
        var key = await portal.RequestAsync(developer, app: "Aviary");
        await CallAsync(key.Value, times: 3);
        await CallAsync(key: null, times: 2);

        var consumers = await ConsumersAsync(portal.Publisher, calls: 5);

        var (known, unknown) = (consumers.Rows.Single(row => row.Key is { App: "Aviary" }), consumers.Rows.Single(row => row.KeyId is null));
        Assert.Equal((3, 0), (known.Totals.Requests, known.Totals.ClientErrors));
        Assert.Equal(new ConsumerKey { Id = key.Key.Id, LastFour = key.Value![^4..], State = ApiKeyState.Active, App = "Aviary", Owner = known.Key!.Owner, PlanId = portal.Plan.Id, Plan = portal.Plan.Name }, known.Key);
        Assert.Contains("Developer", known.Key.Owner, StringComparison.Ordinal);
        Assert.Equal((null, 2, 2), (unknown.Key, unknown.Totals.Requests, unknown.Totals.ClientErrors));
        Assert.Contains($",{known.KeyId},{known.Key.LastFour},Aviary,{known.Key.Owner},{portal.Plan.Name},3,0,0,", await portal.Publisher.Http.GetStringAsync($"/api/v1/stages/{portal.Stage.Id}/consumers/csv", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_a_plan_of_another_team_keeps_its_names()
    {
        // Somebody who may see the stage, which an administrator gave to another team after its plan was made.
        var administrator = await portal.PersonAsync(Role.Admin);
        var seller = await portal.PersonAsync(Role.Publisher);
        var api = await Catalog.Given.ApiAsync(seller, text: Plans.Selling.KeyedPets);
        var stage = await Plans.Selling.DeployedStageAsync(seller, api);
        var plan = await Plans.Selling.PlanAsync(seller, stage);
        await Plans.Selling.ApplyAsync(seller, plan);
        var other = await portal.PersonAsync(Role.Operator);
        api = await administrator.Http.GetAsync<Shared.Catalog.ApiView>($"/api/v1/apis/{api.Id}");
        await administrator.Http.PutAsync<Shared.Catalog.ApiView>($"/api/v1/apis/{api.Id}", new { api.Name, api.Description, status = "Published", audience = "Developers", teamId = other.Team, api.Version });
        await seller.Http.PutAsync<Shared.Plans.UsagePlanView>($"/api/v1/plans/{plan.Id}/availability", new { availability = "Open" });
        var key = await portal.RequestAsync(await portal.DeveloperAsync(), plan, app: "Secret project");
        var url = (await other.Http.GetAsync<Shared.Stages.StageAddressView>($"/api/v1/stages/{stage.Id}/address")).InvokeUrl;
        Assert.Equal(System.Net.HttpStatusCode.OK, await Journeys.Calls.GetAsync($"{url}/pets", key.Value));

        var row = Assert.Single((await ConsumersAsync(other, calls: 1, stage.Id)).Rows);

        Assert.NotNull(row.KeyId);
        Assert.Null(row.Key);
    }

    private async Task CallAsync(string? key, int times)
    {
        for (var call = 0; call < times; call++)
        {
            await portal.CallAsync(key);
        }
    }

    private async Task<ConsumersView> ConsumersAsync(Person person, int calls, Guid? stage = null)
    {
        for (var tries = 0; ; tries++)
        {
            await portal.Services.CollectAsync();
            var consumers = await person.Http.GetAsync<ConsumersView>($"/api/v1/stages/{stage ?? portal.Stage.Id}/consumers");

            if (consumers.Rows.Sum(row => row.Totals.Requests) >= calls)
            {
                return consumers;
            }

            Assert.True(tries < 2000, $"{consumers.Rows.Sum(row => row.Totals.Requests)} of {calls} calls are known.");
        }
    }
}
