using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

internal sealed class GetBundleHandler(BundleReading reading, BundleViews views) : IHandler<GetBundle, BundleView>
{
    public async Task<Answer<BundleView>> HandleAsync(GetBundle request, CurrentUser user, CancellationToken cancellationToken) =>
        await reading.FindAsync(request.Id, user, cancellationToken) is { } bundle ? await views.OfAsync(bundle, request.State, request.Skip, request.Take, cancellationToken) : Platform.Refusals.NotFound;
}
