using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Platform;
using Portal.Server.Stages;

namespace Portal.Server.Plans;

/// <summary>What people call a plan and its stages.</summary>
internal static class PlanNaming
{
    /// <summary>Whether the plan's team has another of its name on its connection.</summary>
    public static Task<bool> HasNamesakeAsync(this PortalDb db, UsagePlan plan, CancellationToken cancellationToken) => db.Set<UsagePlan>().AnyAsync(
        other => other.Id != plan.Id && other.TeamId == plan.TeamId && other.ConnectionId == plan.ConnectionId && other.Name == plan.Name && other.DeletedAt == null,
        cancellationToken);

    /// <summary>The names of all stages that are in plans, or that the APIs of those have: one that was taken out of a plan is named once more.</summary>
    public static async Task<IReadOnlyDictionary<Guid, StageName>> StageNamesAsync(this PortalDb db, IReadOnlyCollection<UsagePlan> plans, CancellationToken cancellationToken)
    {
        var plansOfThese = plans.Select(plan => plan.Id).ToList();
        var texts = await db.Set<AppliedUsagePlan>().Where(applied => plansOfThese.Contains(applied.PlanId)).Select(applied => applied.Spec).ToListAsync(cancellationToken);
        var apis = plans.SelectMany(plan => plan.Stages).Select(stage => stage.ApiId)
            .Concat(texts.Select(Gateway.Spec.Parse).OfType<Gateway.UsagePlanSpec>().SelectMany(spec => spec.Stages.Keys).Select(ApiOf).OfType<Guid>())
            .Distinct()
            .ToList();

        return await (
            from stage in db.Set<Stage>()
            where apis.Contains(stage.ApiId)
            join api in db.Set<Api>() on stage.ApiId equals api.Id
            select new StageName(stage.Id, stage.Name, api.Id, api.Name)).ToDictionaryAsync(name => name.Stage, cancellationToken);
    }

    private static Guid? ApiOf(string key) => Guid.TryParse(key.Split('/')[0], out var api) ? api : null;
}

/// <param name="Stage">The stage.</param>
/// <param name="Name">Its name.</param>
/// <param name="Api">Its API.</param>
/// <param name="ApiName">The name of that.</param>
internal sealed record StageName(Guid Stage, string Name, Guid Api, string ApiName)
{
    /// <summary>As a spec names it.</summary>
    public string Key => Gateway.UsagePlanSpec.StageKey(Api.ToString(), Stage.ToString());

    public string InWords => $"{Name} of {ApiName}";
}
