using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class ListStagesHandler(StageViews views) : IHandler<ListStages, Page<StageView>>
{
    public async Task<Answer<Page<StageView>>> HandleAsync(ListStages request, CurrentUser user, CancellationToken cancellationToken)
    {
        var stages = (await views.OfApisAsync([request.ApiId], cancellationToken))[request.ApiId].ToList();

        return new Page<StageView> { Items = stages, Total = stages.Count };
    }
}
