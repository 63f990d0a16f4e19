using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class TryStageHandler(PortalDb db, StagePlaces places, StageCaller caller, IAuditTrail audit) : IHandler<TryStage, TryAnswer>
{
    public async Task<Answer<TryAnswer>> HandleAsync(TryStage request, CurrentUser user, CancellationToken cancellationToken)
    {
        var stage = await db.Set<Stage>().AsNoTracking().SingleAsync(stage => stage.Id == request.StageId, cancellationToken);
        var api = await db.Set<Api>().AsNoTracking().SingleAsync(api => api.Id == stage.ApiId, cancellationToken);

        if (api.Protocol is Protocol.WebSocket)
        {
            return Refusals.NotTriedByHttp;
        }

        try
        {
            if (await places.FindAsync(stage, cancellationToken) is not { } address)
            {
                return Refusals.NotDeployed;
            }

            // Before the call: it may change something at the backend, and must not be forgotten. Neither query nor body nor headers: they may hold secrets.
            audit.Record(user, "stages.try", $"{api.Name} {stage.Name}", $"{request.Method} {request.Path}");
            await db.SaveChangesAsync(cancellationToken);

            return await caller.CallAsync(new Uri(address.InvokeUrl), request, cancellationToken);
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.Upstream(refused);
        }
    }
}
