using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>Reads releases as they are shown.</summary>
internal static class ReleaseViews
{
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
            Cause = release.Cause,
            PromotedFrom = db.Set<Stage>().Where(stage => stage.Id == release.FromStageId).Select(stage => stage.Name).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
}
