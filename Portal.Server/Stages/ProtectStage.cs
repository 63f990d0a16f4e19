using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class ProtectStageHandler(PortalDb db, IAuditTrail audit, StageViews views) : IHandler<ProtectStage, StageView>
{
    public async Task<Answer<StageView>> HandleAsync(ProtectStage request, CurrentUser user, CancellationToken cancellationToken)
    {
        var stage = await db.Set<Stage>().SingleAsync(stage => stage.Id == request.Id, cancellationToken);
        db.Expect(stage, request.Version);
        stage.NeedsSecondPerson = request.NeedsSecondPerson;
        audit.Record(user, "stages.protect", stage.Name, $"{stage.Id}: {(stage.NeedsSecondPerson ? "needs a second person" : "one person is enough")}");
        await db.SaveChangesAsync(cancellationToken);

        return await views.OfAsync(stage.Id, cancellationToken);
    }
}
