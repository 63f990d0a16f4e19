using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Plans;

namespace Portal.Server.Plans;

internal sealed class OfferUsagePlanHandler(PortalDb db, UsagePlanViews views, IAuditTrail audit) : IHandler<OfferUsagePlan, UsagePlanView>
{
    public async Task<Answer<UsagePlanView>> HandleAsync(OfferUsagePlan request, CurrentUser user, CancellationToken cancellationToken)
    {
        var plan = await db.Set<UsagePlan>().SingleAsync(plan => plan.Id == request.Id, cancellationToken);

        if (plan.DeletedAt is not null)
        {
            return Refusals.Deleted;
        }

        audit.Record(user, "plans.offer", plan.Name, $"{plan.Id}: {plan.Availability} -> {request.Availability}");
        plan.Availability = request.Availability;
        await db.SaveChangesAsync(cancellationToken);

        return await views.OfAsync(plan.Id, cancellationToken);
    }
}
