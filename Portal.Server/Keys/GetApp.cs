using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

internal sealed class GetAppHandler(AppViews views) : IHandler<GetApp, AppView>
{
    public async Task<Answer<AppView>> HandleAsync(GetApp request, CurrentUser user, CancellationToken cancellationToken) => await views.OfAsync(request.Id, cancellationToken);
}
