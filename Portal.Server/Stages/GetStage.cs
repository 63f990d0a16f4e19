using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class GetStageHandler(PortalDb db) : IHandler<GetStage, StageView>
{
    public async Task<Answer<StageView>> HandleAsync(GetStage request, CurrentUser user, CancellationToken cancellationToken) => await db.StageViewAsync(request.Id, cancellationToken);
}
