using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class AddStageHandler(PortalDb db, IAuditTrail audit, StageViews views, TimeProvider clock) : IHandler<AddStage, StageView>
{
    public async Task<Answer<StageView>> HandleAsync(AddStage request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!await db.Set<Connection>().AnyAsync(connection => connection.Id == request.ConnectionId, cancellationToken))
        {
            return Refusals.NoSuchConnection;
        }

        var others = await db.Set<Stage>().AsNoTracking().Where(stage => stage.ApiId == request.ApiId).ToListAsync(cancellationToken);

        if (others.Exists(stage => stage.ConnectionId == request.ConnectionId && stage.Name == request.Name))
        {
            return Refusals.NameTaken(request.Name);
        }

        var api = await db.Set<Api>().AsNoTracking().SingleAsync(api => api.Id == request.ApiId, cancellationToken);

        if (request.Name is "$default" && api.Protocol is not Protocol.Http)
        {
            return Refusals.NoDefaultStage;
        }

        var stage = new Stage
        {
            Id = Guid.CreateVersion7(),
            ApiId = api.Id,
            ConnectionId = request.ConnectionId,
            Name = request.Name,
            Position = others.Select(other => other.Position + 1).DefaultIfEmpty().Max(),
            Variables = new Dictionary<string, string>(request.Variables),
            Settings = StageSettingsSpec.None,
            CreatedAt = clock.GetUtcNow(),
        };

        db.Add(stage);
        audit.Record(user, "stages.add", $"{api.Name} {stage.Name}", $"{stage.Id} of {api.Id}");

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (db.Set<Stage>().Any(other => other.ApiId == api.Id && other.ConnectionId == stage.ConnectionId && other.Name == stage.Name && other.Id != stage.Id))
        {
            return Refusals.NameTaken(request.Name);
        }

        return await views.OfAsync(stage.Id, cancellationToken);
    }
}
