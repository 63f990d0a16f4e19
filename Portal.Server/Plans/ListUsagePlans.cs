using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;
using Portal.Shared.Plans;

namespace Portal.Server.Plans;

internal sealed class ListUsagePlansHandler(PortalDb db, UsagePlanViews views) : IHandler<ListUsagePlans, Page<UsagePlanRow>>
{
    public async Task<Answer<Page<UsagePlanRow>>> HandleAsync(ListUsagePlans request, CurrentUser user, CancellationToken cancellationToken)
    {
        var wanted = Wanted(request, user);
        var rows = await (
            from plan in wanted.Include(plan => plan.Stages).OrderBy(plan => plan.Name).ThenBy(plan => plan.Id).Skip(request.Skip).Take(request.Take)
            select new
            {
                Plan = plan,
                Team = db.Set<Team>().Where(team => team.Id == plan.TeamId).Select(team => new TeamView(team.Id, team.Name)).First(),
                Connection = db.Set<Connection>().Where(connection => connection.Id == plan.ConnectionId).Select(connection => connection.Name).First(),
                Applied = db.Set<AppliedUsagePlan>().FirstOrDefault(applied => applied.PlanId == plan.Id),
            }).ToListAsync(cancellationToken);

        var stages = await views.StagesAsync([.. rows.Select(row => row.Plan)], cancellationToken);

        return new Page<UsagePlanRow>
        {
            Total = await wanted.CountAsync(cancellationToken),
            Items = [.. rows.Select(row => new UsagePlanRow
            {
                Id = row.Plan.Id,
                Name = row.Plan.Name,
                Description = row.Plan.Description,
                Team = row.Team,
                Connection = row.Connection,
                Throttle = row.Plan.Throttle,
                Quota = row.Plan.Quota,
                Stages = [.. stages[row.Plan.Id]],
                State = row.Plan.StateWith(row.Applied),
                UpdatedAt = row.Plan.UpdatedAt,
            })],
        };
    }

    /// <summary>Those that were deleted are not listed.</summary>
    private IQueryable<UsagePlan> Wanted(ListUsagePlans request, CurrentUser user)
    {
        var plans = db.Set<UsagePlan>().AsNoTracking().Where(plan => plan.DeletedAt == null);

        if (!user.Roles.ReachesAllTeams())
        {
            plans = plans.Where(plan => user.Teams.Contains(plan.TeamId));
        }

        if (request.Search?.Trim() is { Length: > 0 } search)
        {
            var pattern = Like.Holding(search);
            plans = plans.Where(plan => EF.Functions.Like(plan.Name, pattern, Like.Escape) || EF.Functions.Like(plan.Description, pattern, Like.Escape));
        }

        return plans.Where(plan =>
            (request.ConnectionId == null || plan.ConnectionId == request.ConnectionId)
            && (request.ApiId == null || plan.Stages.Any(stage => stage.ApiId == request.ApiId)));
    }
}
