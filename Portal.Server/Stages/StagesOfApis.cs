using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Platform;
using Portal.Shared.Catalog;

namespace Portal.Server.Stages;

/// <summary>Tells the catalog where its APIs run.</summary>
internal sealed class StagesOfApis(PortalDb db) : IApiStages
{
    public async Task<ILookup<Guid, ApiStage>> OfAsync(IReadOnlyCollection<Guid> apis, CancellationToken cancellationToken)
    {
        var stages = await (
            from stage in db.Set<Stage>()
            where apis.Contains(stage.ApiId)
            join connection in db.Set<Connection>() on stage.ConnectionId equals connection.Id
            orderby stage.Position
            select new
            {
                stage.ApiId,
                Stage = new ApiStage
                {
                    Id = stage.Id,
                    Name = stage.Name,
                    Connection = connection.Name,
                    Runs = db.Set<Release>()
                        .Where(release => release.Id == stage.ReleaseId)
                        .Join(db.Set<ApiRevision>(), release => release.RevisionId, revision => revision.Id, (_, revision) => (int?)revision.Number)
                        .FirstOrDefault(),
                },
            }).ToListAsync(cancellationToken);

        return stages.ToLookup(row => row.ApiId, row => row.Stage);
    }

    public IQueryable<Guid> ApisAt(Guid connection) => db.Set<Stage>().Where(stage => stage.ConnectionId == connection).Select(stage => stage.ApiId);
}
