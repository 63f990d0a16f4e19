using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;
using Portal.Shared.Plans;

namespace Portal.Server.Keys;

internal sealed class GetPlanOffersHandler(PortalDb db, OfferedPlans offers) : IHandler<GetPlanOffers, PlanOffers>
{
    public async Task<Answer<PlanOffers>> HandleAsync(GetPlanOffers request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await offers.ApiAsync(request.ApiId, user, cancellationToken) is not { } api)
        {
            return Platform.Refusals.NotFound;
        }

        var plans = await offers.OfApiAsync(request.ApiId, user, cancellationToken);
        var apis = await db.ApiNamesAsync([.. plans.Select(plan => plan.Id)], cancellationToken);

        return new PlanOffers
        {
            Api = api.Name,
            Slug = api.AwsName,
            Plans =
            [
                .. plans.Select(plan => new PlanOffer
                {
                    Id = plan.Id,
                    Name = plan.Name,
                    Description = plan.Description,
                    Throttle = plan.Throttle,
                    Quota = plan.Quota,
                    NeedsApproval = plan.Availability is Availability.ByApproval,
                    Apis = [.. apis[plan.Id]],
                }),
            ],
        };
    }
}
