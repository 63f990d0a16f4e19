using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Plans;

namespace Portal.Server.Plans;

internal sealed class ChangeUsagePlanHandler(PortalDb db, StagesOfPlans stages, UsagePlanViews views, IAuditTrail audit, TimeProvider clock) : IHandler<ChangeUsagePlan, UsagePlanView>
{
    public async Task<Answer<UsagePlanView>> HandleAsync(ChangeUsagePlan request, CurrentUser user, CancellationToken cancellationToken)
    {
        var plan = await db.Set<UsagePlan>().Include(plan => plan.Stages).SingleAsync(plan => plan.Id == request.Id, cancellationToken);

        if (plan.DeletedAt is not null)
        {
            return Refusals.Deleted;
        }

        var found = await stages.FindAsync(plan, request.Stages, user, cancellationToken);
        plan.Take(request);

        if (await db.HasNamesakeAsync(plan, cancellationToken))
        {
            return Refusals.NameTaken(plan.Name);
        }

        switch (found)
        {
            case Answer<IReadOnlyList<UsagePlanStage>>.Refused(var refusal):
                return refusal;
            case Answer<IReadOnlyList<UsagePlanStage>>.Given(var wanted):
                Put(plan, wanted);
                break;
            default:
                throw new UnreachableException();
        }

        db.Expect(plan, request.Version);
        (plan.UpdatedAt, plan.UpdatedBy) = (clock.GetUtcNow(), user.Id);
        audit.Record(user, "plans.change", plan.Name, $"{plan.Id}: {plan.ToSpec().Text}");
        await db.SaveChangesAsync(cancellationToken);

        return await views.OfAsync(plan.Id, cancellationToken);
    }

    private static void Put(UsagePlan plan, IReadOnlyList<UsagePlanStage> wanted)
    {
        plan.Stages.RemoveAll(stage => !wanted.Any(other => other.StageId == stage.StageId));

        foreach (var stage in wanted)
        {
            if (plan.Stages.Find(known => known.StageId == stage.StageId) is { } known)
            {
                known.Methods = stage.Methods;
            }
            else
            {
                plan.Stages.Add(stage);
            }
        }
    }
}
