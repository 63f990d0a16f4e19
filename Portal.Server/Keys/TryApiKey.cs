using Portal.Server.Platform;
using Portal.Server.Stages;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Keys;
using Portal.Shared.Stages;

namespace Portal.Server.Keys;

internal sealed class TryApiKeyHandler(KeyTrying trying, StageCaller caller) : IHandler<TryApiKey, TryAnswer>
{
    public Task<Answer<TryAnswer>> HandleAsync(TryApiKey request, CurrentUser user, CancellationToken cancellationToken) => trying.TryAsync(
        request.Id,
        request.StageId,
        api => api.Protocol is Protocol.WebSocket ? Refusals.NotTriedByHttp : null,
        $"{request.Method} {request.Path}",
        user,
        async (address, value) =>
        {
            var call = request.ToCall();
            var answered = await caller.CallAsync(address, call with { Headers = [.. call.Headers, new NamedValue(KeyHeader.Name, value)] }, cancellationToken);

            return answered.Then<TryAnswer>(answer => answer.Without(value));
        },
        cancellationToken);
}
