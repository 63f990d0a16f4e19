using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class ListStagesHandler(PortalDb db) : IHandler<ListStages, Page<StageView>>
{
    public async Task<Answer<Page<StageView>>> HandleAsync(ListStages request, CurrentUser user, CancellationToken cancellationToken)
    {
        var stages = await db.StageViewsAsync(db.Set<Stage>().Where(stage => stage.ApiId == request.ApiId), cancellationToken);

        return new Page<StageView> { Items = stages, Total = stages.Count };
    }
}
