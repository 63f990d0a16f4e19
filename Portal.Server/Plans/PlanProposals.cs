using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Plans;

/// <summary>Asks for the change sets of plans.</summary>
internal sealed class PlanProposals(PortalDb db, IChangeRuns runs, PlanNotes notes)
{
    /// <summary>AWS shall have the plan as it is in the portal.</summary>
    public async Task<Answer<ProposedRun>> BringAsync(UsagePlan plan, CurrentUser user, CancellationToken cancellationToken)
    {
        var isThere = await db.Set<AppliedUsagePlan>().AnyAsync(applied => applied.PlanId == plan.Id, cancellationToken);

        return await ProposeAsync(plan, user, $"{(isThere ? "Change" : "Create")} the usage plan {plan.Name}", new GatewayState([plan.ToSpec()]), await notes.OfAsync(plan, cancellationToken), cancellationToken);
    }

    /// <summary>AWS shall not have the plan any more.</summary>
    public Task<Answer<ProposedRun>> DeleteAsync(UsagePlan plan, CurrentUser user, CancellationToken cancellationToken) =>
        ProposeAsync(plan, user, $"Delete the usage plan {plan.Name}", GatewayState.Empty, [], cancellationToken);

    private async Task<Answer<ProposedRun>> ProposeAsync(UsagePlan plan, CurrentUser user, string title, GatewayState desired, IReadOnlyList<string> said, CancellationToken cancellationToken)
    {
        var names = await db.StageNamesAsync([plan], cancellationToken);

        return await runs.ProposeAsync(
            new Proposal
            {
                Scope = GatewayScope.OfUsagePlan(plan.ConnectionId, plan.Id.ToString()),
                Team = plan.TeamId,
                By = user.Id,
                Title = title,
                Desired = desired,
                Notes = said,
                Reference = new UsagePlanReference { Plan = plan.Id, Deletes = desired.Specs.Count is 0 }.ToText(),
                Names = names.Values.ToDictionary(name => name.Key, name => name.InWords),
            },
            cancellationToken);
    }
}
