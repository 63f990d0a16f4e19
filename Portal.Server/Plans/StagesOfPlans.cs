using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Platform;
using Portal.Server.Stages;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Plans;

namespace Portal.Server.Plans;

/// <summary>Finds the stages that somebody wants in a plan, and says why one cannot be.</summary>
internal sealed class StagesOfPlans(PortalDb db)
{
    /// <param name="plan">The plan: a stage that is in it already may stay, whoever edits.</param>
    /// <param name="wanted">The stages, with the limits of their methods.</param>
    /// <param name="user">Who edits.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<Answer<IReadOnlyList<UsagePlanStage>>> FindAsync(UsagePlan plan, IReadOnlyList<PlanStage> wanted, CurrentUser user, CancellationToken cancellationToken)
    {
        var ids = wanted.Select(stage => stage.StageId).ToList();
        var found = await (
            from stage in db.Set<Stage>()
            where ids.Contains(stage.Id) && stage.ConnectionId == plan.ConnectionId
            join api in db.Set<Api>() on stage.ApiId equals api.Id
            select new { stage.Id, stage.ApiId, api.TeamId, api.Protocol }).ToDictionaryAsync(stage => stage.Id, cancellationToken);

        var kept = plan.Stages.Select(stage => stage.StageId).ToHashSet();

        if (ids.Exists(id => !found.TryGetValue(id, out var stage) || !(kept.Contains(id) || user.Reaches(stage.TeamId))))
        {
            return Refusals.NoSuchStage;
        }

        if (found.Values.Any(stage => stage.Protocol is Protocol.Http))
        {
            return Refusals.NoKeysThere;
        }

        // Those that somebody set in AWS and that were taken over may stay: they limit nothing.
        if (wanted.Any(stage => found[stage.StageId].Protocol is not Protocol.Rest && !stage.Methods.All(limit => plan.Stages.Find(known => known.StageId == stage.StageId)?.Methods.Contains(limit) is true)))
        {
            return Refusals.NoMethodsThere;
        }

        return new Answer<IReadOnlyList<UsagePlanStage>>.Given(
        [
            .. wanted.Select(stage => new UsagePlanStage
            {
                PlanId = plan.Id,
                StageId = stage.StageId,
                ApiId = found[stage.StageId].ApiId,
                Methods = [.. stage.Methods.OrderBy(limit => limit.Route, StringComparer.Ordinal)],
            }),
        ]);
    }
}
