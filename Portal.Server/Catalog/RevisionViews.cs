using Microsoft.EntityFrameworkCore;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>Reads revisions without their texts, which may have megabytes.</summary>
internal static class RevisionViews
{
    public static IQueryable<RevisionView> Revisions(this PortalDb db, Guid api) =>
        from revision in db.Set<ApiRevision>().AsNoTracking()
        where revision.ApiId == api
        select new RevisionView
        {
            Id = revision.Id,
            Number = revision.Number,
            Format = revision.Format,
            Sha256 = revision.Sha256,
            Source = revision.Source,
            SourceName = revision.SourceName,
            Summary = revision.Summary,
            Operations = revision.Operations,
            Author = db.Set<User>().Where(user => user.Id == revision.AuthorId).Select(user => user.DisplayName).FirstOrDefault() ?? "",
            CreatedAt = revision.CreatedAt,
        };

    /// <summary>The text of a revision; null if there is none of that number, which is the latest where it is not given.</summary>
    public static Task<ApiRevision?> RevisionAsync(this PortalDb db, Guid api, int? number, CancellationToken cancellationToken) => db.Set<ApiRevision>().AsNoTracking()
        .Where(revision => revision.ApiId == api && (number == null || revision.Number == number))
        .OrderByDescending(revision => revision.Number)
        .FirstOrDefaultAsync(cancellationToken);
}
