using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Server.Stages;
using Portal.Shared.Identity;
using Portal.Shared.Plans;

namespace Portal.Server.Plans;

/// <summary>Puts together what is shown of plans.</summary>
internal sealed class UsagePlanViews(PortalDb db, IChangeRuns runs)
{
    public async Task<UsagePlanView> OfAsync(Guid id, CancellationToken cancellationToken)
    {
        var plan = await db.Set<UsagePlan>().AsNoTracking().Include(plan => plan.Stages).SingleAsync(plan => plan.Id == id, cancellationToken);
        var team = await db.Set<Team>().AsNoTracking().SingleAsync(team => team.Id == plan.TeamId, cancellationToken);
        var applied = await db.Set<AppliedUsagePlan>().AsNoTracking().SingleOrDefaultAsync(applied => applied.PlanId == id, cancellationToken);
        var stages = await StagesAsync([plan], cancellationToken);
        var latest = await runs.LatelyAsync([plan.Address], cancellationToken) is [var run, ..] ? new PlanRun(run.Id, run.Title, run.State) : null;

        return new UsagePlanView
        {
            Id = plan.Id,
            Team = new TeamView(team.Id, team.Name),
            ConnectionId = plan.ConnectionId,
            Connection = await db.Set<Connection>().Where(connection => connection.Id == plan.ConnectionId).Select(connection => connection.Name).SingleAsync(cancellationToken),
            Name = plan.Name,
            Description = plan.Description,
            Tags = plan.Tags,
            Throttle = plan.Throttle,
            Quota = plan.Quota,
            Stages = [.. stages[plan.Id]],
            State = plan.StateWith(applied),
            Availability = plan.Availability,
            UpdatedAt = plan.UpdatedAt,
            UpdatedBy = await NameAsync(plan.UpdatedBy, cancellationToken),
            Applied = applied is null ? null : new AppliedView(applied.At, await NameAsync(applied.By, cancellationToken), applied.RunId),
            Run = latest,
            Version = plan.Version,
        };
    }

    /// <summary>The stages of plans, by plan, in the order of API and pipeline.</summary>
    public async Task<ILookup<Guid, PlanStageView>> StagesAsync(IReadOnlyCollection<UsagePlan> plans, CancellationToken cancellationToken)
    {
        var ids = plans.Select(plan => plan.Id).ToList();
        var rows = await (
            from inPlan in db.Set<UsagePlanStage>().AsNoTracking()
            where ids.Contains(inPlan.PlanId)
            join stage in db.Set<Stage>() on inPlan.StageId equals stage.Id
            join api in db.Set<Api>() on stage.ApiId equals api.Id
            orderby api.Name, api.Id, stage.Position
            select new
            {
                inPlan.PlanId,
                View = new PlanStageView
                {
                    StageId = stage.Id,
                    Stage = stage.Name,
                    ApiId = api.Id,
                    Api = api.Name,
                    Protocol = api.Protocol,
                    Runs = db.Set<Release>()
                        .Where(release => release.Id == stage.ReleaseId)
                        .Join(db.Set<ApiRevision>(), release => release.RevisionId, revision => revision.Id, (_, revision) => (int?)revision.Number)
                        .FirstOrDefault(),
                    Methods = inPlan.Methods,
                },
            }).ToListAsync(cancellationToken);

        return rows.ToLookup(row => row.PlanId, row => row.View);
    }

    private async Task<string> NameAsync(Guid person, CancellationToken cancellationToken) =>
        await db.Set<User>().Where(user => user.Id == person).Select(user => user.DisplayName).SingleOrDefaultAsync(cancellationToken) ?? "";
}
