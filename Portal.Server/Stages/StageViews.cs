using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Connections;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>Reads stages with what runs there.</summary>
internal static class StageViews
{
    public static async Task<StageView> StageViewAsync(this PortalDb db, Guid id, CancellationToken cancellationToken) =>
        (await db.StageViewsAsync(db.Set<Stage>().Where(stage => stage.Id == id), cancellationToken)).Single();

    public static async Task<IReadOnlyList<StageView>> StageViewsAsync(this PortalDb db, IQueryable<Stage> wanted, CancellationToken cancellationToken)
    {
        var rows = await (
            from stage in wanted.AsNoTracking()
            join api in db.Set<Api>() on stage.ApiId equals api.Id
            join connection in db.Set<Connection>() on stage.ConnectionId equals connection.Id
            orderby stage.Position
            select new { Stage = stage, Api = api.Name, Connection = connection.Name, Release = db.Set<Release>().FirstOrDefault(release => release.Id == stage.ReleaseId) })
            .ToListAsync(cancellationToken);

        var releases = (await db.ReleaseViewsAsync(
                db.Set<Release>().Where(release => wanted.Any(stage => stage.ReleaseId == release.Id)),
                cancellationToken))
            .ToDictionary(release => release.Id);

        return
        [
            .. rows.Select(row => new StageView
            {
                Id = row.Stage.Id,
                ApiId = row.Stage.ApiId,
                Api = row.Api,
                ConnectionId = row.Stage.ConnectionId,
                Connection = row.Connection,
                Name = row.Stage.Name,
                Position = row.Stage.Position,
                Variables = row.Stage.Variables,
                Runs = row.Release is { } release ? releases[release.Id] : null,
                VariablesAreAhead = row.Release is { } running && !JsonMap.Comparer.Equals(row.Stage.Variables, running.Variables),
                Version = row.Stage.Version,
            }),
        ];
    }

    /// <summary>The latest first.</summary>
    public static Task<List<ReleaseView>> ReleaseViewsAsync(this PortalDb db, IQueryable<Release> wanted, CancellationToken cancellationToken) => (
        from release in wanted
        join revision in db.Set<ApiRevision>() on release.RevisionId equals revision.Id
        orderby release.At descending
        select new ReleaseView
        {
            Id = release.Id,
            Revision = revision.Number,
            Deployment = release.Deployment,
            By = db.Set<User>().Where(user => user.Id == release.By).Select(user => user.DisplayName).FirstOrDefault() ?? "",
            At = release.At,
            RunId = release.RunId,
        }).ToListAsync(cancellationToken);
}
