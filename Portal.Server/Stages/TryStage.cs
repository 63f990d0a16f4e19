using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class TryStageHandler(StageTrying trying, StageCaller caller) : IHandler<TryStage, TryAnswer>
{
    public Task<Answer<TryAnswer>> HandleAsync(TryStage request, CurrentUser user, CancellationToken cancellationToken) => trying.TryAsync(
        request.StageId,
        api => api.Protocol is Protocol.WebSocket ? Refusals.NotTriedByHttp : null,
        $"{request.Method} {request.Path}",
        user,
        address => caller.CallAsync(address, request, cancellationToken),
        cancellationToken);
}
