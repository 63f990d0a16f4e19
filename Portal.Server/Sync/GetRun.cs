using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

internal sealed class GetRunHandler(PortalDb db) : IHandler<GetRun, RunView>
{
    public async Task<Answer<RunView>> HandleAsync(GetRun request, CurrentUser user, CancellationToken cancellationToken) =>
        await db.RunViewAsync(request.Id, cancellationToken);
}
