using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class ChangeStageHandler(PortalDb db, IAuditTrail audit, StageViews views) : IHandler<ChangeStage, StageView>
{
    public async Task<Answer<StageView>> HandleAsync(ChangeStage request, CurrentUser user, CancellationToken cancellationToken)
    {
        var stage = await db.Set<Stage>().SingleAsync(stage => stage.Id == request.Id, cancellationToken);
        var changed = stage.Variables.Keys.Union(request.Variables.Keys)
            .Where(name => stage.Variables.GetValueOrDefault(name) != request.Variables.GetValueOrDefault(name))
            .Order(StringComparer.Ordinal);

        // Names only: a value may be an address that is nobody else's business.
        audit.Record(user, "stages.change", stage.Name, $"{stage.Id}, variables: {string.Join(", ", changed)}");
        db.Expect(stage, request.Version);
        stage.Variables = new Dictionary<string, string>(request.Variables);
        db.Entry(stage).Property(row => row.Variables).IsModified = true;
        await db.SaveChangesAsync(cancellationToken);

        return await views.OfAsync(stage.Id, cancellationToken);
    }
}
