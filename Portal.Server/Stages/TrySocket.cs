using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class TrySocketHandler(PortalDb db, StagePlaces places, SocketCaller caller, IAuditTrail audit) : IHandler<TrySocket, SocketTalk>
{
    public async Task<Answer<SocketTalk>> HandleAsync(TrySocket request, CurrentUser user, CancellationToken cancellationToken)
    {
        var stage = await db.Set<Stage>().AsNoTracking().SingleAsync(stage => stage.Id == request.StageId, cancellationToken);
        var api = await db.Set<Api>().AsNoTracking().SingleAsync(api => api.Id == stage.ApiId, cancellationToken);

        if (api.Protocol is not Protocol.WebSocket)
        {
            return Refusals.NotTriedBySocket;
        }

        try
        {
            if (await places.FindAsync(stage, cancellationToken) is not { } address)
            {
                return Refusals.NotDeployed;
            }

            // Before the call, as of other calls; what is sent may hold secrets.
            audit.Record(user, "stages.try", $"{api.Name} {stage.Name}", $"CONNECT, {request.Messages.Count} message{(request.Messages.Count is 1 ? "" : "s")}");
            await db.SaveChangesAsync(cancellationToken);

            return await caller.TalkAsync(new Uri(address.InvokeUrl), request, cancellationToken);
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.Upstream(refused);
        }
    }
}
