using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

internal sealed class GetFindingHandler(FindingViews views) : IHandler<GetFinding, FindingView>
{
    public async Task<Answer<FindingView>> HandleAsync(GetFinding request, CurrentUser user, CancellationToken cancellationToken) => await views.OfAsync(request.Id, cancellationToken);
}
