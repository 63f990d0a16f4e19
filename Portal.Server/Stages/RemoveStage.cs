using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class RemoveStageHandler(PortalDb db, IChangeRuns runs, IAuditTrail audit) : IHandler<RemoveStage, Nothing>
{
    public async Task<Answer<Nothing>> HandleAsync(RemoveStage request, CurrentUser user, CancellationToken cancellationToken)
    {
        var stage = await db.Set<Stage>().SingleAsync(stage => stage.Id == request.Id, cancellationToken);

        if (await db.Set<Release>().AnyAsync(release => release.StageId == stage.Id, cancellationToken))
        {
            return Refusals.HasRun;
        }

        var api = await db.Set<Api>().AsNoTracking().SingleAsync(api => api.Id == stage.ApiId, cancellationToken);

        if (await runs.WithdrawAsync(api.Address, stage.Id.ToString(), "The stage was removed from the portal. Nothing was written.", cancellationToken) is { } busy)
        {
            return busy;
        }

        db.Expect(stage, request.Version);
        db.Remove(stage);
        audit.Record(user, "stages.remove", stage.Name, $"{stage.Id} of {stage.ApiId}");
        await db.SaveChangesAsync(cancellationToken);

        return Nothing.AtAll;
    }
}
