using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class RemoveStageHandler(PortalDb db, IAuditTrail audit) : IHandler<RemoveStage, Nothing>
{
    public async Task<Answer<Nothing>> HandleAsync(RemoveStage request, CurrentUser user, CancellationToken cancellationToken)
    {
        var stage = await db.Set<Stage>().SingleAsync(stage => stage.Id == request.Id, cancellationToken);

        if (await db.Set<Release>().AnyAsync(release => release.StageId == stage.Id, cancellationToken))
        {
            return Refusals.HasRun;
        }

        db.Expect(stage, request.Version);
        db.Remove(stage);
        audit.Record(user, "stages.remove", stage.Name, $"{stage.Id} of {stage.ApiId}");
        await db.SaveChangesAsync(cancellationToken);

        return Nothing.AtAll;
    }
}
