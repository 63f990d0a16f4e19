using Bunit;
using Portal.Client.Plans.Admin;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Identity;
using Portal.Shared.Plans;
using Portal.Tests.Client.Ui;

namespace Portal.Tests.Client.Plans.Admin;

public sealed class NewPlanPageTests : ScreenContext
{
    public NewPlanPageTests()
    {
        Portal.On<ListTeams, Page<TeamView>>(Given.Page(Given.Team));
        Portal.On<ListConnections, Page<ConnectionView>>(Given.Page(Given.Connection()));
        Portal.On<ListApis, Page<ApiRow>>(Given.Page(GivenPlans.Api()));
        Portal.On<GetRoutes, RoutesView>(Given.Routes(Given.Route("GET", "/pets"), Given.Route("POST", "/pets")));
        Portal.On<CreateUsagePlan, UsagePlanView>(GivenPlans.Plan());
    }

    [Fact]
    public async Task What_is_typed_becomes_a_plan()
    {
        var page = Render<NewPlanPage>();

        await page.Labelled("Name").ChangeAsync("Gold");
        await page.Labelled("Requests per second").ChangeAsync("0.5");
        await page.Labelled("Burst").ChangeAsync("20");
        await page.Labelled("Limit how often a key may call in a day, week or month").ChangeAsync(true);
        await page.Labelled("Requests").ChangeAsync("1000");
        await page.Labelled("Per").ChangeAsync("Month");
        await page.Labelled("Offset").ChangeAsync("3");
        await page.Find("form").SubmitAsync();

        var sent = Portal.Last<CreateUsagePlan>();
        Assert.Equal((Given.Team.Id, Given.ConnectionId, "Gold"), (sent.TeamId, sent.ConnectionId, sent.Name));
        Assert.Equal(new Throttle { RateLimit = 0.5, BurstLimit = 20 }, sent.Throttle);
        Assert.Equal(new Quota { Limit = 1000, Period = QuotaPeriod.Month, Offset = 3 }, sent.Quota);
        Assert.Equal($"plans/{GivenPlans.PlanId}", Place);
    }

    [Fact]
    public async Task A_plan_may_limit_nothing()
    {
        var page = Render<NewPlanPage>();

        await page.Labelled("Limit how fast a key may call").ChangeAsync(false);
        await page.Find("form").SubmitAsync();

        Assert.Equal((null, null), (Portal.Last<CreateUsagePlan>().Throttle, Portal.Last<CreateUsagePlan>().Quota));
    }

    [Fact]
    public async Task A_stage_is_picked_and_one_of_its_methods_limited()
    {
        var page = Render<NewPlanPage>();

        await page.Named("Add a stage").ClickAsync();
        Assert.False(page.Has("Add Petstore elsewhere"));
        await page.Named("Add Petstore dev").ClickAsync();
        Assert.False(page.Has("Add Petstore dev"));
        await page.Named("Limit a method of Petstore dev").ClickAsync();
        await page.Labelled("Method and path").ChangeAsync("POST /pets");
        await page.Labelled("Requests per second of POST /pets").ChangeAsync("5");
        await page.Labelled("Burst of POST /pets").ChangeAsync("10");
        await page.Find("form").SubmitAsync();

        var stage = Assert.Single(Portal.Last<CreateUsagePlan>().Stages);
        Assert.Equal((Given.StageId, new MethodLimit { Route = "POST /pets", RateLimit = 5, BurstLimit = 10 }), (stage.StageId, Assert.Single(stage.Methods)));
        Assert.Equal(3, Portal.Last<GetRoutes>().Number);
    }

    [Fact]
    public async Task What_was_picked_can_be_taken_out_again()
    {
        var page = Render<NewPlanPage>();
        await page.Named("Add a stage").ClickAsync();
        await page.Named("Add Petstore dev").ClickAsync();
        await page.Named("Limit a method of Petstore dev").ClickAsync();

        await page.Named("Remove the limit of GET /pets").ClickAsync();
        await page.Named("Take out Petstore dev").ClickAsync();
        await page.Find("form").SubmitAsync();

        Assert.Empty(Portal.Last<CreateUsagePlan>().Stages);
    }

    [Fact]
    public async Task The_rules_speak_beside_the_field()
    {
        var page = Render<NewPlanPage>();

        await page.Labelled("Requests per second").ChangeAsync("many");

        page.WaitForAssertion(() => Assert.Equal("A rate is between 0.001 and 1,000,000 requests per second.", page.Find(".field-faults p").TextContent));
    }

    [Fact]
    public async Task A_fault_of_a_method_stands_at_the_method()
    {
        Portal.Refuses<CreateUsagePlan, UsagePlanView>(RefusalTo.Take(("Stages[0].Methods[0].BurstLimit", "A burst is between 1 and 1,000,000 requests.")));
        var page = Render<NewPlanPage>();
        await page.Named("Add a stage").ClickAsync();
        await page.Named("Add Petstore dev").ClickAsync();
        await page.Named("Limit a method of Petstore dev").ClickAsync();

        await page.Find("form").SubmitAsync();

        Assert.Equal("A burst is between 1 and 1,000,000 requests.", page.Find(".method .fault").TextContent);
    }

    [Fact]
    public void Without_a_team_there_is_nothing_to_begin_with()
    {
        Portal.On<ListTeams, Page<TeamView>>(Given.Page<TeamView>());

        Assert.Contains("You are in no team", Render<NewPlanPage>().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_connection_has_other_stages()
    {
        var other = Given.Connection("Production") with { Id = Guid.NewGuid() };
        Portal.On<ListConnections, Page<ConnectionView>>(Given.Page(Given.Connection(), other));
        var page = Render<NewPlanPage>();
        await page.Named("Add a stage").ClickAsync();
        await page.Named("Add Petstore dev").ClickAsync();

        await page.Labelled("Connection").ChangeAsync(other.Id.ToString());

        Assert.False(page.Has("Take out Petstore dev"));
        Assert.True(page.Has("Add Petstore elsewhere"));
        Assert.Equal(other.Id, Portal.Last<ListApis>().ConnectionId);
    }
}
