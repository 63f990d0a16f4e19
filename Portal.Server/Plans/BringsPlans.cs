using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Server.Stages;
using Portal.Shared;
using Portal.Shared.Plans;

namespace Portal.Server.Plans;

/// <summary>Brings usage plans in step: AWS gets each as it is in the portal.</summary>
internal sealed class BringsPlans(PortalDb db, IHandler<ProposeUsagePlan, ProposedUsagePlan> proposes) : IBringsInStep
{
    public async Task<IReadOnlyList<Pick>> FindAsync(IReadOnlyCollection<Address> things, CurrentUser user, CancellationToken cancellationToken)
    {
        var ids = things.Where(thing => thing.Kind is Kind.UsagePlan).Select(thing => Guid.TryParse(thing.Id, out var id) ? id : Guid.Empty).ToList();

        return await PicksAsync(db.Set<UsagePlan>().Where(plan => ids.Contains(plan.Id)), user, cancellationToken);
    }

    public async Task<IReadOnlyList<Pick>> OutOfStepAsync(Guid? connection, bool laterStages, CurrentUser user, CancellationToken cancellationToken) =>
        [.. (await PicksAsync(db.Set<UsagePlan>().Where(plan => connection == null || plan.ConnectionId == connection), user, cancellationToken)).Where(pick => pick.Why is not null)];

    public async Task<Answer<ProposedRun>?> ProposeAsync(Address thing, CurrentUser user, CancellationToken cancellationToken)
    {
        if (thing.Kind is not Kind.UsagePlan || await FindAsync([thing], user, cancellationToken) is [])
        {
            return null;
        }

        var proposed = await proposes.HandleAsync(new ProposeUsagePlan(Guid.Parse(thing.Id)), user, cancellationToken);

        return proposed.Then<ProposedRun>(run => new ProposedRun(run.RunId, run.IsEmpty));
    }

    private async Task<IReadOnlyList<Pick>> PicksAsync(IQueryable<UsagePlan> wanted, CurrentUser user, CancellationToken cancellationToken)
    {
        wanted = wanted.AsNoTracking().Where(plan => plan.DeletedAt == null);

        if (!user.Roles.ReachesAllTeams())
        {
            wanted = wanted.Where(plan => user.Teams.Contains(plan.TeamId));
        }

        var rows = await (
            from plan in wanted.Include(plan => plan.Stages)
            orderby plan.Name, plan.Id
            select new { Plan = plan, Applied = db.Set<AppliedUsagePlan>().FirstOrDefault(applied => applied.PlanId == plan.Id) }).ToListAsync(cancellationToken);
        var missing = await db.Set<Stage>().Where(stage => stage.ReleaseId == null && db.Set<UsagePlanStage>().Any(named => named.StageId == stage.Id)).Select(stage => stage.Id).ToHashSetAsync(cancellationToken);

        return [.. rows.Select(row => PickOf(row.Plan, row.Plan.StateWith(row.Applied), missing))];
    }

    private static Pick PickOf(UsagePlan plan, UsagePlanState state, HashSet<Guid> missing) => new()
    {
        Thing = plan.Address,
        Name = $"usage plan {plan.Name}",
        Subject = plan.Address,
        Needs = [.. plan.Stages.Where(stage => missing.Contains(stage.StageId)).Select(stage => new Address(Kind.Stage, stage.StageId.ToString()))],
        Connection = plan.ConnectionId,
        Team = plan.TeamId,
        Why = state switch
        {
            UsagePlanState.Draft => "It is not in AWS.",
            UsagePlanState.Changed => "It was changed since it was applied.",
            _ => null,
        },
    };
}
