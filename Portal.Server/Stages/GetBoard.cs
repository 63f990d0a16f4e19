using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class GetBoardHandler(PortalDb db, StageViews views) : IHandler<GetBoard, BoardView>
{
    public async Task<Answer<BoardView>> HandleAsync(GetBoard request, CurrentUser user, CancellationToken cancellationToken)
    {
        var wanted = db.Set<Api>().AsNoTracking().Where(api => db.Set<Stage>().Any(stage => stage.ApiId == api.Id));

        if (!user.Roles.ReachesAllTeams())
        {
            wanted = wanted.Where(api => user.Teams.Contains(api.TeamId));
        }

        if (request.Search?.Trim() is { Length: > 0 } search)
        {
            var pattern = Like.Holding(search);
            wanted = wanted.Where(api => EF.Functions.Like(api.Name, pattern, Like.Escape));
        }

        var apis = await wanted
            .OrderBy(api => api.Name).ThenBy(api => api.Id)
            .Skip(request.Skip)
            .Take(request.Take)
            .Select(api => new { api.Id, api.Name, api.LatestRevision })
            .ToListAsync(cancellationToken);
        var stages = await views.OfApisAsync([.. apis.Select(api => api.Id)], cancellationToken);

        return new BoardView
        {
            Stages = Columns(stages.SelectMany(pipeline => pipeline)),
            Rows = [.. apis.Select(api => new BoardRow { ApiId = api.Id, Api = api.Name, LatestRevision = api.LatestRevision, Stages = [.. stages[api.Id]] })],
            Total = await wanted.CountAsync(cancellationToken),
        };
    }

    /// <summary>Pipelines need not agree; each name stands where most of them have it.</summary>
    private static IReadOnlyList<string> Columns(IEnumerable<StageView> stages) =>
        [.. stages.GroupBy(stage => stage.Name).OrderBy(column => column.Average(stage => stage.Position)).ThenBy(column => column.Key, StringComparer.Ordinal).Select(column => column.Key)];
}
