using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Plans;

namespace Portal.Server.Plans;

internal sealed class GetUsagePlanHandler(UsagePlanViews views) : IHandler<GetUsagePlan, UsagePlanView>
{
    public async Task<Answer<UsagePlanView>> HandleAsync(GetUsagePlan request, CurrentUser user, CancellationToken cancellationToken) => await views.OfAsync(request.Id, cancellationToken);
}
