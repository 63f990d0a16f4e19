using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class GetStageSetupHandler(StageSetupViews views) : IHandler<GetStageSetup, StageSetupView>
{
    public async Task<Answer<StageSetupView>> HandleAsync(GetStageSetup request, CurrentUser user, CancellationToken cancellationToken) => await views.OfAsync(request.Id, cancellationToken);
}
