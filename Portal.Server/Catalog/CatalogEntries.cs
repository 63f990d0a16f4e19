using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>Shows APIs as those see them who want to use them: by the revision that runs where developers call it, or else by the latest.</summary>
internal sealed class CatalogEntries(PortalDb db, IApiAddresses addresses)
{
    /// <summary>Null if there is no such API, or none that the user sees: one answer for both.</summary>
    public async Task<Seen?> FindAsync(string slug, CurrentUser user, CancellationToken cancellationToken)
    {
        var api = await db.Set<Api>().AsNoTracking().SeenBy(user).SingleOrDefaultAsync(api => api.AwsName == slug, cancellationToken);

        return api is null ? null : (await OfAsync([api], cancellationToken)).Single();
    }

    public async Task<IReadOnlyList<Seen>> OfAsync(IReadOnlyList<Api> apis, CancellationToken cancellationToken)
    {
        var places = await addresses.OfAsync([.. apis.Select(api => api.Id)], cancellationToken);
        var ids = apis.Select(api => api.Id).ToList();
        var numbers = apis.Select(api => places.TryGetValue(api.Id, out var place) ? place.Revision : api.LatestRevision).Distinct().ToList();
        var revisions = await db.Set<ApiRevision>().AsNoTracking()
            .Where(revision => ids.Contains(revision.ApiId) && numbers.Contains(revision.Number))
            .Select(revision => new { revision.Id, revision.ApiId, revision.Number, revision.ApiVersion, revision.KeyRequired })
            .ToListAsync(cancellationToken);

        return
        [
            .. from api in apis
               let place = places.GetValueOrDefault(api.Id)
               let revision = revisions.Single(revision => revision.ApiId == api.Id && revision.Number == (place?.Revision ?? api.LatestRevision))
               select new Seen(
                   revision.Id,
                   new CatalogEntry
                   {
                       Id = api.Id,
                       Slug = api.AwsName,
                       Name = api.Name,
                       Description = api.Description,
                       Tags = api.Tags,
                       Version = revision.ApiVersion,
                       Status = api.Status,
                       Audience = api.Audience,
                       KeyRequired = revision.KeyRequired,
                       Stage = place?.Stage,
                       BaseUrls = place?.Url is { } url ? [url] : [],
                       UpdatedAt = api.UpdatedAt,
                   }),
        ];
    }

    /// <param name="RevisionId">The revision that is shown.</param>
    /// <param name="Entry">What is said of it.</param>
    internal sealed record Seen(Guid RevisionId, CatalogEntry Entry);
}
