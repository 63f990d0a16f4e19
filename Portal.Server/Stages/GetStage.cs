using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class GetStageHandler(StageViews views) : IHandler<GetStage, StageView>
{
    public async Task<Answer<StageView>> HandleAsync(GetStage request, CurrentUser user, CancellationToken cancellationToken) => await views.OfAsync(request.Id, cancellationToken);
}
