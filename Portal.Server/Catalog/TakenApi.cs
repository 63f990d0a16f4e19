using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog.Documents;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>Takes over what somebody has made of an API in API Gateway: as a new revision, whose document holds what is there.</summary>
internal sealed class TakenApi(PortalDb db, IDefinitionWords words, IAuditTrail audit, TimeProvider clock) : ITakesOver
{
    public async Task<Answer<string>?> TakeOverAsync(Takeover wanted, CancellationToken cancellationToken)
    {
        if (wanted is not { Known: DefinitionSpec known, Found: DefinitionSpec found } || !Guid.TryParse(found.Address.Id, out var id))
        {
            return null;
        }

        if (!wanted.Roles.Grant(Policies.EditCatalog))
        {
            return Platform.Refusals.NotAllowed;
        }

        if (await db.Set<Api>().SingleOrDefaultAsync(api => api.Id == id, cancellationToken) is not { } api)
        {
            return Platform.Refusals.NotFound;
        }

        api.AwsTags = SpecTags.Taken(api.AwsTags, known.Tags, found.Tags);
        var (before, there) = (known.Untagged(), found.Untagged());

        if (before.Text == there.Text)
        {
            audit.Record(CurrentUser.Portal with { Id = wanted.By }, "catalog.take-over", api.Name, $"{api.Id}: tags in AWS");

            return $"The tags of {api.Name} are as they are there.";
        }

        return await ReviseAsync(api, before, there, wanted.By, cancellationToken);
    }

    private async Task<Answer<string>> ReviseAsync(Api api, DefinitionSpec known, DefinitionSpec found, Guid by, CancellationToken cancellationToken)
    {
        var latest = await db.Set<ApiRevision>().AsNoTracking().SingleAsync(revision => revision.ApiId == api.Id && revision.Number == api.LatestRevision, cancellationToken);
        var isAhead = api.Project(ApiRevision.Read(latest.Text)).Spec?.Text != known.Text;

        if (SourceDocument.Read(FoundDocument.Of(found, TakenDocumentation.PartsOrNull(latest.Text))) is not ReadOutcome.Read { Document: var document })
        {
            return Refusals.SettingsNotKept("What is there cannot be said as a document.");
        }

        var author = CurrentUser.Portal with { Id = by };
        var (routes, settings) = words.Between(known, found);
        var revision = api.Revise(
            new IncomingDocument(document, RevisionSource.Gateway, null),
            string.Join(' ', ["Taken over from API Gateway:", .. routes.Select(route => route.Sentence), .. settings]),
            author,
            clock.GetUtcNow());
        db.Add(revision);
        audit.Record(author, "catalog.take-over", api.Name, $"{api.Id}, revision {revision.Number}, SHA-256 {revision.Sha256}");

        return string.Join(' ', [
            $"Revision {revision.Number} of {api.Name} holds what is there.",
            .. isAhead ? [$"Revision {latest.Number} says something else than what was last applied: what it changed is not in the new one."] : Array.Empty<string>(),
            .. Left(words, found, api.Project(document).Spec)]);
    }

    /// <summary>What the document cannot carry.</summary>
    private static IEnumerable<string> Left(IDefinitionWords words, DefinitionSpec found, DefinitionSpec? projected)
    {
        if (projected is null || projected.Text == found.Text)
        {
            return projected is null ? ["It cannot be deployed as it is: see its findings."] : [];
        }

        var (routes, settings) = words.Between(found, projected);

        return [$"Deployed, it would change: {string.Join(' ', [.. routes.Select(route => route.Sentence), .. settings])}"];
    }
}
