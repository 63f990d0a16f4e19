using Portal.Shared;
using Portal.Shared.Plans;
using Portal.Tests.Stages;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Plans;

public sealed class ListUsagePlansTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task One_sees_the_plans_of_ones_teams_by_name()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        await Selling.PlanAsync(await portal.PersonAsync(Role.Publisher));
        var connection = await Pipeline.SandboxAsync(publisher);
        await Selling.MakeAsync(publisher, Selling.Terms(publisher, connection) with { Name = "Silver" });
        await Selling.MakeAsync(publisher, Selling.Terms(publisher, connection) with { Name = "Gold", Description = "For partners" });

        var page = await ListAsync(publisher, "");

        Assert.Equal(["Gold", "Silver"], page.Items.Select(plan => plan.Name));
        Assert.Equal(2, page.Total);
        Assert.Equal("Gold", Assert.Single((await ListAsync(publisher, "search=PARTNER")).Items).Name);
        Assert.Empty((await ListAsync(publisher, "search=%25")).Items);
        Assert.Equal(("Silver", 2), (Assert.Single((await ListAsync(publisher, "skip=1&take=1")).Items).Name, (await ListAsync(publisher, "skip=1&take=1")).Total));
    }

    [Fact]
    public async Task Those_of_an_API_can_be_asked_for()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var (one, other) = (await Given.ApiAsync(publisher), await Given.ApiAsync(publisher));
        var plan = await Selling.PlanAsync(publisher, await Pipeline.StageAsync(publisher, one));
        await Selling.PlanAsync(publisher, await Pipeline.StageAsync(publisher, other));

        var row = Assert.Single((await ListAsync(publisher, $"apiId={one.Id}")).Items);

        Assert.Equal((plan.Id, UsagePlanState.Draft, one.Name), (row.Id, row.State, Assert.Single(row.Stages).Api));
        Assert.Equal((plan.Throttle, plan.Quota), (row.Throttle, row.Quota));
    }

    [Fact]
    public async Task An_auditor_sees_all()
    {
        var plan = await Selling.PlanAsync(await portal.PersonAsync(Role.Publisher));

        Assert.Equal(plan.Id, Assert.Single((await ListAsync(await portal.PersonAsync(Role.Auditor), $"search={plan.Name}")).Items).Id);
    }

    private static Task<Page<UsagePlanRow>> ListAsync(Person person, string query) => person.Http.GetAsync<Page<UsagePlanRow>>($"/api/v1/plans?{query}");
}
