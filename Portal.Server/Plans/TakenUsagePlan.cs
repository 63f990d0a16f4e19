using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Server.Stages;
using Portal.Shared;
using Portal.Shared.Plans;

namespace Portal.Server.Plans;

/// <summary>Takes over what somebody has made of a usage plan in API Gateway: only what they changed, because the plan may be ahead of what was applied.</summary>
internal sealed class TakenUsagePlan(PortalDb db, IAuditTrail audit, TimeProvider clock) : ITakesOver
{
    public async Task<Answer<string>?> TakeOverAsync(Takeover wanted, CancellationToken cancellationToken)
    {
        if (wanted is not { Known: UsagePlanSpec known, Found: UsagePlanSpec found } || !Guid.TryParse(found.Id, out var id))
        {
            return null;
        }

        if (!wanted.Roles.Grant(Policies.EditPlans))
        {
            return Platform.Refusals.NotAllowed;
        }

        if (await db.Set<UsagePlan>().Include(plan => plan.Stages).SingleOrDefaultAsync(plan => plan.Id == id && plan.DeletedAt == null, cancellationToken) is not { } plan)
        {
            return Refusals.Gone;
        }

        TakeTerms(plan, known, found);

        if (await db.HasNamesakeAsync(plan, cancellationToken))
        {
            return Refusals.NameTaken(plan.Name);
        }

        foreach (var key in known.Stages.Keys.Union(found.Stages.Keys).Where(key => !UsagePlanSpec.HaveSame(known, found, key)))
        {
            if (!await TakeStageAsync(plan, key, found.Stages.GetValueOrDefault(key), cancellationToken))
            {
                return Refusals.NoSuchStage;
            }
        }

        (plan.UpdatedAt, plan.UpdatedBy) = (clock.GetUtcNow(), wanted.By);

        if (await db.Set<AppliedUsagePlan>().SingleOrDefaultAsync(row => row.PlanId == plan.Id, cancellationToken) is { } applied)
        {
            (applied.Spec, applied.At, applied.By) = ((found with { Tags = found.Tags.Set() }).Text, clock.GetUtcNow(), wanted.By);
        }

        audit.Record(CurrentUser.Portal with { Id = wanted.By }, "plans.take-over", plan.Name, $"{plan.Id}: {found.Text}");

        return $"The usage plan {plan.Name} says what is there.";
    }

    private static void TakeTerms(UsagePlan plan, UsagePlanSpec known, UsagePlanSpec found)
    {
        plan.Name = known.Name == found.Name ? plan.Name : found.Name;
        plan.Description = known.Description == found.Description ? plan.Description : found.Description ?? "";

        plan.Tags = SpecTags.Taken(plan.Tags, known.Tags, found.Tags);

        if (known.Throttle != found.Throttle)
        {
            (plan.RateLimit, plan.BurstLimit) = (found.Throttle?.RateLimit, found.Throttle?.BurstLimit);
        }

        if (known.Quota != found.Quota)
        {
            (plan.QuotaLimit, plan.QuotaOffset) = (found.Quota?.Limit, found.Quota?.Offset);
            plan.QuotaPeriod = found.Quota is { } quota ? Enum.Parse<QuotaPeriod>(quota.Period, ignoreCase: true) : null;
        }
    }

    private async Task<bool> TakeStageAsync(UsagePlan plan, string key, PlanStageSpec? there, CancellationToken cancellationToken)
    {
        if (key.Split('/') is not [var api, var stage] || !Guid.TryParse(api, out var apiId) || !Guid.TryParse(stage, out var stageId))
        {
            return false;
        }

        var row = plan.Stages.Find(known => known.StageId == stageId);
        var methods = there?.Methods.Select(method => new MethodLimit { Route = method.Key, RateLimit = method.Value.RateLimit, BurstLimit = method.Value.BurstLimit }).ToList();

        if (methods is null)
        {
            plan.Stages.RemoveAll(known => known.StageId == stageId);
        }
        else if (row is not null)
        {
            row.Methods = methods;
        }
        else if (await db.Set<Stage>().AnyAsync(known => known.Id == stageId && known.ApiId == apiId, cancellationToken))
        {
            plan.Stages.Add(new UsagePlanStage { PlanId = plan.Id, StageId = stageId, ApiId = apiId, Methods = methods });
        }
        else
        {
            return false;
        }

        return true;
    }
}
