using Portal.Server.Platform;
using Portal.Server.Stages;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Keys;
using Portal.Shared.Stages;

namespace Portal.Server.Keys;

internal sealed class TalkByApiKeyHandler(KeyTrying trying, SocketCaller caller) : IHandler<TalkByApiKey, SocketTalk>
{
    public Task<Answer<SocketTalk>> HandleAsync(TalkByApiKey request, CurrentUser user, CancellationToken cancellationToken) => trying.TryAsync(
        request.Id,
        request.StageId,
        api => api.Protocol is Protocol.WebSocket ? null : Refusals.NotTriedBySocket,
        SocketCaller.Said(request.Messages.Count),
        user,
        async (address, value) =>
        {
            var talk = request.ToTalk();
            var talked = await caller.TalkAsync(address, talk with { Headers = [.. talk.Headers, new NamedValue(KeyHeader.Name, value)] }, cancellationToken);

            return talked.Then<SocketTalk>(told => told.Without(value));
        },
        cancellationToken);
}
