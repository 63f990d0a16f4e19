using Microsoft.EntityFrameworkCore;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Identity;

namespace Portal.Server.Catalog;

internal sealed class ListApisHandler(PortalDb db, IApiStages stages) : IHandler<ListApis, Page<ApiRow>>
{
    public async Task<Answer<Page<ApiRow>>> HandleAsync(ListApis request, CurrentUser user, CancellationToken cancellationToken)
    {
        var wanted = Wanted(request, user);
        var rows = await Ordered(wanted, request)
            .Skip(request.Skip)
            .Take(request.Take)
            .Select(api => new ApiRow
            {
                Id = api.Id,
                Name = api.Name,
                Description = api.Description,
                Team = db.Set<Team>().Where(team => team.Id == api.TeamId).Select(team => new TeamView(team.Id, team.Name)).First(),
                Protocol = api.Protocol,
                Status = api.Status,
                LatestRevision = api.LatestRevision,
                Operations = db.Set<ApiRevision>().Where(revision => revision.ApiId == api.Id && revision.Number == api.LatestRevision).Select(revision => revision.Operations).First(),
                UpdatedAt = api.UpdatedAt,
                Stages = Array.Empty<ApiStage>(),
            })
            .ToListAsync(cancellationToken);

        var places = await stages.OfAsync([.. rows.Select(row => row.Id)], cancellationToken);

        return new Page<ApiRow>
        {
            Items = [.. rows.Select(row => row with { Stages = [.. places[row.Id]] })],
            Total = rows.Count < request.Take && (rows.Count > 0 || request.Skip is 0) ? request.Skip + rows.Count : await wanted.CountAsync(cancellationToken),
        };
    }

    private IQueryable<Api> Wanted(ListApis request, CurrentUser user)
    {
        var apis = db.Set<Api>().AsNoTracking();

        if (!user.Roles.ReachesAllTeams())
        {
            apis = apis.Where(api => user.Teams.Contains(api.TeamId));
        }

        if (request.Search?.Trim() is { Length: > 0 } search)
        {
            var pattern = Like.Holding(search);
            apis = apis.Where(api => EF.Functions.Like(api.Name, pattern, Like.Escape) || EF.Functions.Like(api.Description, pattern, Like.Escape));
        }

        if (request.ConnectionId is { } connection)
        {
            var there = stages.ApisAt(connection);
            apis = apis.Where(api => there.Contains(api.Id));
        }

        return apis.Where(api =>
            (request.TeamId == null || api.TeamId == request.TeamId)
            && (request.Status == null || api.Status == request.Status)
            && (request.Protocol == null || api.Protocol == request.Protocol)
            && (!request.TakesKeys || api.Protocol != Protocol.Http));
    }

    private static IQueryable<Api> Ordered(IQueryable<Api> apis, ListApis request) => (request.Order, request.Descending) switch
    {
        (ApiOrder.Name, false) => apis.OrderBy(api => api.Name).ThenBy(api => api.Id),
        (ApiOrder.Name, true) => apis.OrderByDescending(api => api.Name).ThenBy(api => api.Id),
        (ApiOrder.Updated, false) => apis.OrderBy(api => api.UpdatedAt).ThenBy(api => api.Id),
        (ApiOrder.Updated, true) => apis.OrderByDescending(api => api.UpdatedAt).ThenBy(api => api.Id),
        (ApiOrder.Created, false) => apis.OrderBy(api => api.CreatedAt).ThenBy(api => api.Id),
        (ApiOrder.Created, true) => apis.OrderByDescending(api => api.CreatedAt).ThenBy(api => api.Id),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
