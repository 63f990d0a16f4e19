using Bunit;
using Portal.Client.Plans.Admin;
using Portal.Shared;
using Portal.Shared.Plans;

namespace Portal.Tests.Client.Plans.Admin;

public sealed class PlansPageTests : ScreenContext
{
    [Fact]
    public void Without_plans_it_offers_to_make_one()
    {
        Portal.On<ListUsagePlans, Page<UsagePlanRow>>(Given.Page<UsagePlanRow>());

        var page = Render<PlansPage>();

        Assert.Contains("No usage plans yet", page.Words(), StringComparison.Ordinal);
        Assert.Equal("plans/new", page.Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public void Who_may_only_read_is_offered_nothing_to_make()
    {
        MayOnly(Policies.ReadPlans);
        Portal.On<ListUsagePlans, Page<UsagePlanRow>>(Given.Page<UsagePlanRow>());

        Assert.False(Render<PlansPage>().Has("New plan"));
    }

    [Fact]
    public void A_row_tells_what_a_plan_grants()
    {
        Portal.On<ListUsagePlans, Page<UsagePlanRow>>(Given.Page(GivenPlans.Row()));

        var row = Render<PlansPage>().Find("tbody tr");

        Assert.Equal("Gold For partners Draft 100 per second, burst 200 No quota Petstore dev Payments Sandbox just now", row.Words());
    }

    [Fact]
    public void Many_stages_are_counted()
    {
        Portal.On<ListUsagePlans, Page<UsagePlanRow>>(Given.Page(GivenPlans.Row() with { Stages = [.. Enumerable.Range(1, 5).Select(number => GivenPlans.Stage() with { Stage = $"s{number}" })] }));

        Assert.Contains("Petstore s1, Petstore s2 and 3 more", Render<PlansPage>().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_says_what_is_shown()
    {
        Portal.On<ListUsagePlans, Page<UsagePlanRow>>(new Page<UsagePlanRow> { Items = [GivenPlans.Row()], Total = 60 });
        GoTo($"plans?q=go&api={Given.ApiId}&page=2");

        var page = Render<PlansPage>();

        Assert.Equal(new ListUsagePlans { Search = "go", ApiId = Given.ApiId, Skip = 25, Take = 25 }, Portal.Last<ListUsagePlans>());
        Assert.Equal($"plans?q=go&api={Given.ApiId}&page=3", page.Named("Next").GetAttribute("href"));
    }

    [Fact]
    public async Task Typing_searches()
    {
        Portal.On<ListUsagePlans, Page<UsagePlanRow>>(Given.Page<UsagePlanRow>());
        var page = Render<PlansPage>();

        var typed = page.Find("input[type=search]").InputAsync("gold");
        Clock.Advance(TimeSpan.FromSeconds(1));
        await typed;

        Assert.Equal("plans?q=gold", Place);
        Assert.Contains("Nothing found", page.Words(), StringComparison.Ordinal);
    }
}
