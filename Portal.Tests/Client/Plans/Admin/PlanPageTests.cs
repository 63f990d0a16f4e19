using Bunit;
using Portal.Client.Plans.Admin;
using Portal.Shared;
using Portal.Shared.Plans;
using Portal.Shared.Sync;

namespace Portal.Tests.Client.Plans.Admin;

public sealed class PlanPageTests : ScreenContext
{
    [Fact]
    public void A_plan_tells_all_of_itself()
    {
        var words = Draw(GivenPlans.Plan(UsagePlanState.InStep)).Words();

        Assert.Contains("Gold In step with AWS Usage plan of Payments on Sandbox", words, StringComparison.Ordinal);
        Assert.Contains("0.5 requests per second, bursts of 1", words, StringComparison.Ordinal);
        Assert.Contains("10,000 requests per month, offset 2", words, StringComparison.Ordinal);
        Assert.Contains("Petstore dev Revision 3 GET /pets 1 request per second, bursts of 2", words, StringComparison.Ordinal);
        Assert.Contains("just now by Ada Lovelace", words, StringComparison.Ordinal);
        Assert.Contains("since just now , approved by Grace Hopper", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_offered_to_developers_by_one_choice()
    {
        Portal.On<OfferUsagePlan, UsagePlanView>(GivenPlans.Plan() with { Availability = Availability.Open });
        var page = Draw(GivenPlans.Plan());

        Assert.Contains("Developers do not see this plan.", page.Words(), StringComparison.Ordinal);
        await page.Find("select").ChangeAsync(new() { Value = nameof(Availability.Open) });

        Assert.Contains("and have a key at once.", page.Words(), StringComparison.Ordinal);
        Assert.Equal(Availability.Open, Portal.Last<OfferUsagePlan>().Availability);
    }

    [Fact]
    public async Task Its_changes_are_previewed_on_the_next_page()
    {
        Portal.On<ProposeUsagePlan, ProposedUsagePlan>(new ProposedUsagePlan { RunId = Given.RunId, IsEmpty = false });
        var page = Draw(GivenPlans.Plan());

        Assert.Contains("not in AWS yet", page.Words(), StringComparison.Ordinal);
        await page.Named("Preview changes").ClickAsync();

        Assert.Equal($"runs/{Given.RunId}", Place);
    }

    [Fact]
    public async Task Where_nothing_would_change_it_is_said()
    {
        Portal.On<ProposeUsagePlan, ProposedUsagePlan>(new ProposedUsagePlan { RunId = Given.RunId, IsEmpty = true });
        var page = Draw(GivenPlans.Plan());
        Portal.On<GetUsagePlan, UsagePlanView>(GivenPlans.Plan(UsagePlanState.InStep));

        await page.Named("Preview changes").ClickAsync();

        Assert.Contains("AWS already has this plan as it is here.", page.Words(), StringComparison.Ordinal);
        Assert.Contains("In step with AWS", page.Find("h1").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_shown()
    {
        Portal.Refuses<ProposeUsagePlan, ProposedUsagePlan>(Given.Refusal(RefusalKind.Conflict, "urn:portal:plans:not-deployed", "Not every stage of the plan is in AWS.", "Nothing is deployed to dev."));
        var page = Draw(GivenPlans.Plan());

        await page.Named("Preview changes").ClickAsync();

        Assert.Contains("Nothing is deployed to dev.", page.Find("[role=alert]").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_deleted_after_a_question()
    {
        Portal.On<DeleteUsagePlan, DeletedUsagePlan>(new DeletedUsagePlan { RunId = null });
        var dialogs = DrawDialogs();
        var page = Draw(GivenPlans.Plan());

        var deleting = page.Named("Delete").ClickAsync();
        await dialogs.WaitForElement(".button-bad").ClickAsync();
        await deleting;

        Assert.Equal(new DeleteUsagePlan(GivenPlans.PlanId, 4), Portal.Last<DeleteUsagePlan>());
        Assert.Equal("plans", Place);
    }

    [Fact]
    public async Task What_is_in_AWS_is_confirmed_on_its_change_set()
    {
        Portal.On<DeleteUsagePlan, DeletedUsagePlan>(new DeletedUsagePlan { RunId = Given.RunId });
        var page = Draw(GivenPlans.Plan(UsagePlanState.InStep));

        await page.Named("Delete").ClickAsync();

        Assert.Equal($"runs/{Given.RunId}", Place);
    }

    [Theory]
    [InlineData(RunState.Proposed, "A change waits to be approved")]
    [InlineData(RunState.Approved, "A change waits for its turn")]
    [InlineData(RunState.Running, "A change is on its way")]
    [InlineData(RunState.Stopped, "A change has stopped")]
    public void What_is_on_its_way_is_said(RunState state, string words)
    {
        var page = Draw(GivenPlans.Plan() with { Run = new PlanRun(Given.RunId, "Create the usage plan Gold", state) });

        Assert.Contains(words, page.Words(), StringComparison.Ordinal);
        Assert.Equal($"runs/{Given.RunId}", page.Named("Create the usage plan Gold").GetAttribute("href"));
    }

    [Fact]
    public void A_plan_that_is_ahead_says_so() =>
        Assert.Contains("AWS still has what was applied", Draw(GivenPlans.Plan(UsagePlanState.Changed) with { Run = new PlanRun(Given.RunId, "Create", RunState.Done) }).Words(), StringComparison.Ordinal);

    [Fact]
    public void A_deleted_plan_offers_only_the_way_back()
    {
        var page = Draw(GivenPlans.Plan(UsagePlanState.Deleted) with { Run = new PlanRun(Given.RunId, "Delete", RunState.Done) });

        Assert.Equal($"runs/{Given.RunId}", page.Named("that change").GetAttribute("href"));
        Assert.False(page.Has("Edit"));
        Assert.False(page.Has("Preview changes"));
    }

    [Fact]
    public void Who_may_only_read_is_offered_no_deed()
    {
        MayOnly(Policies.ReadPlans);
        var page = Draw(GivenPlans.Plan());

        Assert.False(page.Has("Delete"));
        Assert.False(page.Has("Edit"));
        Assert.False(page.Has("Preview changes"));
    }

    private IRenderedComponent<PlanPage> Draw(UsagePlanView plan)
    {
        Portal.On<GetUsagePlan, UsagePlanView>(plan);

        return Render<PlanPage>(parameters => parameters.Add(page => page.Id, GivenPlans.PlanId));
    }
}
