using Portal.Shared;
using Portal.Shared.Plans;

namespace Portal.Tests.Plans;

public sealed class GetUsagePlanTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task It_says_who_did_what()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var colleague = await portal.PersonAsync(Role.Publisher, publisher.Team);
        var plan = await Selling.PlanAsync(publisher, await Selling.DeployedStageAsync(publisher));
        var run = await Selling.ApplyAsync(colleague, plan);

        var read = await Selling.ReadAsync(publisher, plan);

        Assert.Equal($"Publisher {publisher.Id.ToString("N")[^4..]}", read.UpdatedBy);
        Assert.Equal(($"Publisher {colleague.Id.ToString("N")[^4..]}", run.Id), (read.Applied!.By, read.Applied.RunId));
        Assert.Equal(1, Assert.Single(read.Stages).Runs);
        Assert.Equal(UsagePlanState.InStep, read.State);
    }

    [Fact]
    public async Task A_change_shows_as_ahead_of_AWS_until_it_is_taken_back()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var plan = await Selling.PlanAsync(publisher);
        await Selling.ApplyAsync(publisher, plan);

        var ahead = await Selling.ChangeAsync(publisher, plan, Selling.Again(plan) with { Description = "Other" });
        var again = await Selling.ChangeAsync(publisher, ahead, Selling.Again(ahead) with { Description = "" });

        Assert.Equal((UsagePlanState.Changed, UsagePlanState.InStep), (ahead.State, again.State));
    }
}
