using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>Puts the next revision of an API into the catalog, unless somebody was faster.</summary>
internal sealed class Revising(PortalDb db, IAuditTrail audit, TimeProvider clock, ApiViews views, RevisionFindings findings)
{
    public async Task<Answer<RevisedApi>> AddAsync(Api api, IncomingDocument incoming, string summary, string deed, CurrentUser user, CancellationToken cancellationToken)
    {
        var before = await db.Set<ApiRevision>().Where(row => row.ApiId == api.Id && row.Number == api.LatestRevision).Select(row => row.Id).SingleAsync(cancellationToken);
        var known = (await findings.OfAsync(api, before, cancellationToken)).Findings;
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

        var found = (await findings.OfAsync(api, revision.Id, cancellationToken)).Findings;

        return new RevisedApi { Api = await views.OfAsync(api.Id, cancellationToken), IsNew = true, Caused = [.. found.Where(finding => !known.Any(other => IsSame(other, finding)))] };
    }

    /// <summary>That a known one concerns fewer operations than it did is nothing new, nor is that it moved to another line.</summary>
    private static bool IsSame(Finding known, Finding found) => known.Rule == found.Rule && (found.Operations is [] ? known.Message == found.Message : found.Operations.All(known.Operations.Contains));
}
