using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class MoveStageHandler(PortalDb db, IAuditTrail audit, StageViews views) : IHandler<MoveStage, Page<StageView>>
{
    public async Task<Answer<Page<StageView>>> HandleAsync(MoveStage request, CurrentUser user, CancellationToken cancellationToken)
    {
        var stage = await db.Set<Stage>().SingleAsync(stage => stage.Id == request.Id, cancellationToken);
        var pipeline = await db.Set<Stage>().Where(other => other.ApiId == stage.ApiId).OrderBy(other => other.Position).ThenBy(other => other.Id).ToListAsync(cancellationToken);
        pipeline.Remove(stage);
        pipeline.Insert(Math.Min(request.Position, pipeline.Count), stage);

        foreach (var (place, other) in pipeline.Index())
        {
            other.Position = place;
        }

        audit.Record(user, "stages.move", stage.Name, $"{stage.ApiId}: {string.Join(" -> ", pipeline.Select(other => other.Name))}");
        await db.SaveChangesAsync(cancellationToken);
        var moved = (await views.OfApisAsync([stage.ApiId], cancellationToken))[stage.ApiId].ToList();

        return new Page<StageView> { Items = moved, Total = moved.Count };
    }
}
