using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Stages;

/// <summary>A stage belongs to the team of its API.</summary>
internal sealed class StageOwners(PortalDb db) : IOwners
{
    public ConcernKind Kind => ConcernKind.Stage;

    public async Task<Guid?> TeamOfAsync(Guid id, CancellationToken cancellationToken) =>
        await (from stage in db.Set<Stage>()
               where stage.Id == id
               join api in db.Set<Api>() on stage.ApiId equals api.Id
               select (Guid?)api.TeamId).SingleOrDefaultAsync(cancellationToken);
}
