using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Plans;
using Portal.Server.Platform;
using Portal.Shared.Plans;

namespace Portal.Server.Keys;

/// <summary>
/// Which usage plans a developer may subscribe to: those that are offered, are in AWS, and open no API that the developer does not see. A key in a plan lets in to every API of it.
/// </summary>
internal sealed class OfferedPlans(PortalDb db)
{
    /// <summary>Null where there is no such plan, or it is not for this person.</summary>
    public Task<UsagePlan?> FindAsync(Guid plan, CurrentUser user, CancellationToken cancellationToken) =>
        OfferedTo(user).AsNoTracking().SingleOrDefaultAsync(row => row.Id == plan, cancellationToken);

    /// <summary>Those with a stage of this API.</summary>
    public Task<List<UsagePlan>> OfApiAsync(Guid api, CurrentUser user, CancellationToken cancellationToken) =>
        OfferedTo(user).AsNoTracking().Where(plan => plan.Stages.Any(stage => stage.ApiId == api)).OrderBy(plan => plan.Name).ThenBy(plan => plan.Id).ToListAsync(cancellationToken);

    /// <summary>Null where there is no such API, or it is not for this person.</summary>
    public Task<Api?> ApiAsync(Guid api, CurrentUser user, CancellationToken cancellationToken) =>
        db.Set<Api>().AsNoTracking().SeenBy(user).SingleOrDefaultAsync(row => row.Id == api, cancellationToken);

    private IQueryable<UsagePlan> OfferedTo(CurrentUser user)
    {
        var seen = db.Set<Api>().SeenBy(user);

        return db.Set<UsagePlan>().Where(plan =>
            plan.Availability != Availability.Closed
            && plan.DeletedAt == null
            && db.Set<AppliedUsagePlan>().Any(applied => applied.PlanId == plan.Id)
            && plan.Stages.Any()
            && plan.Stages.All(stage => seen.Any(api => api.Id == stage.ApiId)));
    }
}
