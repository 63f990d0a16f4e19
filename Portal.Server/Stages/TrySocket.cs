using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class TrySocketHandler(StageTrying trying, SocketCaller caller) : IHandler<TrySocket, SocketTalk>
{
    public Task<Answer<SocketTalk>> HandleAsync(TrySocket request, CurrentUser user, CancellationToken cancellationToken) => trying.TryAsync(
        request.StageId,
        api => api.Protocol is Protocol.WebSocket ? null : Refusals.NotTriedBySocket,
        SocketCaller.Said(request.Messages.Count),
        user,
        address => caller.TalkAsync(address, request, cancellationToken),
        cancellationToken);
}
