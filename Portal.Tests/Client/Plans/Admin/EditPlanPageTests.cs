using Bunit;
using Portal.Client.Plans.Admin;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Plans;

namespace Portal.Tests.Client.Plans.Admin;

public sealed class EditPlanPageTests : ScreenContext
{
    public EditPlanPageTests()
    {
        Portal.On<GetUsagePlan, UsagePlanView>(GivenPlans.Plan(UsagePlanState.InStep));
        Portal.On<GetRoutes, RoutesView>(Given.Routes(Given.Route("POST", "/pets")));
        Portal.On<ChangeUsagePlan, UsagePlanView>(GivenPlans.Plan(UsagePlanState.Changed));
    }

    [Fact]
    public async Task What_is_not_touched_stays()
    {
        var plan = GivenPlans.Plan();
        var page = Draw();

        await page.Labelled("Requests per second").ChangeAsync("2");
        await page.Find("form").SubmitAsync();

        var sent = Portal.Last<ChangeUsagePlan>();
        Assert.Equal((plan.Id, plan.Version, plan.Name, plan.Description, plan.Quota), (sent.Id, sent.Version, sent.Name, sent.Description, sent.Quota));
        Assert.Equal(new Throttle { RateLimit = 2, BurstLimit = 1 }, sent.Throttle);
        Assert.Equal(plan.Stages[0].Methods, Assert.Single(sent.Stages).Methods);
        Assert.Equal($"plans/{GivenPlans.PlanId}", Place);
    }

    [Fact]
    public void A_route_that_is_gone_stays_chosen_until_another_is() =>
        Assert.Equal(["GET /pets", "POST /pets"], Draw().FindAll("select[aria-label='Method and path'] option").Select(option => option.GetAttribute("value")));

    [Fact]
    public async Task Somebody_elses_change_is_said()
    {
        Portal.Refuses<ChangeUsagePlan, UsagePlanView>(Given.Refusal(RefusalKind.ChangedMeanwhile, "urn:portal:platform:changed-meanwhile", "Somebody else changed this while you were at it."));
        var page = Draw();

        await page.Find("form").SubmitAsync();

        Assert.Contains("Somebody else changed this while you were at it.", page.Find("[role=alert]").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deleted_plan_is_not_edited()
    {
        Portal.On<GetUsagePlan, UsagePlanView>(GivenPlans.Plan(UsagePlanState.Deleted));

        Assert.Contains("This plan was deleted.", Draw().Words(), StringComparison.Ordinal);
    }

    private IRenderedComponent<EditPlanPage> Draw() => Render<EditPlanPage>(parameters => parameters.Add(page => page.Id, GivenPlans.PlanId));
}
