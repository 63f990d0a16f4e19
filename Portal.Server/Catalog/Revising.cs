using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>Puts the next revision of an API into the catalog, unless somebody was faster.</summary>
internal sealed class Revising(PortalDb db, IAuditTrail audit, TimeProvider clock, ApiViews views)
{
    public async Task<Answer<RevisedApi>> AddAsync(Api api, IncomingDocument incoming, string summary, string deed, CurrentUser user, CancellationToken cancellationToken)
    {
        var revision = api.Revise(incoming, summary, user, clock.GetUtcNow());
        db.Add(revision);
        audit.Record(user, deed, api.Name, $"{api.Id}, revision {revision.Number}, SHA-256 {revision.Sha256}");

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failed) when (failed is not DbUpdateConcurrencyException)
        {
            // The new row may be tried before the API's version is: then it is its number that is taken.
            if (await db.Set<ApiRevision>().AnyAsync(other => other.ApiId == api.Id && other.Number == revision.Number && other.Id != revision.Id, cancellationToken))
            {
                return Platform.Refusals.ChangedMeanwhile;
            }

            throw;
        }

        return new RevisedApi { Api = await views.OfAsync(api.Id, cancellationToken), IsNew = true };
    }
}
