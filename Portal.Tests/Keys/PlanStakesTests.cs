using Portal.Shared.Plans;
using Portal.Shared.Sync;
using Portal.Tests.Plans;

namespace Portal.Tests.Keys;

/// <summary>A plan that keys in force call by loses nothing unseen.</summary>
public sealed class PlanStakesTests(KeysPortal portal) : IClassFixture<KeysPortal>
{
    [Fact]
    public async Task To_take_a_stage_from_keys_in_force_the_name_of_the_plan_must_be_typed()
    {
        var plan = await portal.OfferAsync(Availability.Open);
        var idle = await portal.OfferAsync(Availability.Open);
        await portal.RequestAsync(await portal.DeveloperAsync(), plan);

        var braked = await EmptiedAsync(plan);
        var free = await EmptiedAsync(idle);

        Assert.Equal(plan.Name, braked.NameToType);
        Assert.Equal($"One key in force calls by the usage plan {plan.Name}, and can then not call dev by it any more.", Assert.Single(braked.Brakes));
        Assert.Null(free.NameToType);
    }

    private async Task<RunView> EmptiedAsync(UsagePlanView plan)
    {
        var now = await Selling.ReadAsync(portal.Publisher, plan);
        await Selling.ChangeAsync(portal.Publisher, now, Selling.Again(now) with { Stages = [] });

        return await Selling.ProposeAsync(portal.Publisher, plan);
    }
}
