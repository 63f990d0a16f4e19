using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>Puts the next revision of an API into the catalog, unless somebody was faster.</summary>
internal sealed class Revising(PortalDb db, IAuditTrail audit, TimeProvider clock, ApiViews views, RevisionFindings findings)
{
    /// <param name="api">Whose revision it is.</param>
    /// <param name="incoming">Its document.</param>
    /// <param name="summary">What it changes, in words.</param>
    /// <param name="deed">For the audit trail.</param>
    /// <param name="user">Who makes it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="brought">The document as it came, where another was made of it: it is a revision of its own before that one, and both are made or none.</param>
    public async Task<Answer<RevisedApi>> AddAsync(Api api, IncomingDocument incoming, string summary, string deed, CurrentUser user, CancellationToken cancellationToken, (IncomingDocument Document, string Summary)? brought = null)
    {
        var before = await db.Set<ApiRevision>().Where(row => row.ApiId == api.Id && row.Number == api.LatestRevision).Select(row => new { row.Id, row.Number }).SingleAsync(cancellationToken);
        var known = (await findings.OfAsync(api, before.Id, cancellationToken)).Findings;

        if (brought is { } first)
        {
            var asItCame = api.Revise(first.Document, first.Summary, user, clock.GetUtcNow());
            db.Add(asItCame);
            audit.Record(user, deed, api.Name, $"{api.Id}, revision {asItCame.Number}, SHA-256 {asItCame.Sha256}");
        }

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
            if (await db.Set<ApiRevision>().AnyAsync(other => other.ApiId == api.Id && other.Number >= before.Number + 1 && other.Number <= revision.Number && other.Id != revision.Id, cancellationToken))
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
