using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>
/// Takes over what somebody has said of an API's parts in API Gateway: the latest document gets it, in AWS's extension for it, and keeps every other byte.
/// Versions are frozen in AWS and stand in no document: taken over, they are what is looked for from then on.
/// </summary>
internal sealed class TakenDocumentation(PortalDb db, IAuditTrail audit, TimeProvider clock) : ITakesOver
{
    private const string Parts = "documentationParts";

    public async Task<Answer<string>?> TakeOverAsync(Takeover wanted, CancellationToken cancellationToken)
    {
        if (wanted is not { Known: DocumentationSpec known, Found: DocumentationSpec found } || !Guid.TryParse(found.Id, out var id))
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

        if (known.Parts.SequenceEqual(found.Parts))
        {
            audit.Record(CurrentUser.Portal with { Id = wanted.By }, "catalog.take-over", api.Name, $"{api.Id}: versions of its documentation in AWS");

            return $"The versions of the documentation of {api.Name} are taken as they are.";
        }

        return await ReviseAsync(api, found, wanted.By, cancellationToken);
    }

    /// <summary>What a document says in AWS's extension, as JSON of a list; null where it says nothing there.</summary>
    public static string? PartsOrNull(string text) =>
        SourceDocument.Read(text) is ReadOutcome.Read { Document: var document } && document.Root[FoundDocument.Documentation] is JsonObject said && said[Parts] is JsonArray parts ? parts.ToJsonString() : null;

    private async Task<Answer<string>> ReviseAsync(Api api, DocumentationSpec found, Guid by, CancellationToken cancellationToken)
    {
        var latest = await db.Set<ApiRevision>().AsNoTracking().SingleAsync(revision => revision.ApiId == api.Id && revision.Number == api.LatestRevision, cancellationToken);

        if (Revised(latest.Text, found) is not EditOutcome.Edited { Document: var document })
        {
            return Refusals.SettingsNotKept($"Revision {latest.Number} cannot be written anew: edit its {FoundDocument.Documentation} by hand, or restore ours.");
        }

        if (document.Text == latest.Text)
        {
            return $"Revision {latest.Number} of {api.Name} says already what is said there.";
        }

        var author = CurrentUser.Portal with { Id = by };
        var revision = api.Revise(new IncomingDocument(document, RevisionSource.Gateway, null), "Taken over from API Gateway: its documentation parts.", author, clock.GetUtcNow());
        db.Add(revision);
        audit.Record(author, "catalog.take-over", api.Name, $"{api.Id}, revision {revision.Number}, SHA-256 {revision.Sha256}");

        return $"Revision {revision.Number} of {api.Name} says in {FoundDocument.Documentation} what is said there.";
    }

    private static EditOutcome? Revised(string text, DocumentationSpec found)
    {
        if (SourceDocument.Read(text) is not ReadOutcome.Read { Document: var document })
        {
            return null;
        }

        var root = (JsonObject)document.Root.DeepClone();

        if (root[FoundDocument.Documentation] is not JsonObject said)
        {
            root[FoundDocument.Documentation] = said = [];
        }

        said[Parts] = new JsonArray([.. found.Parts.Values.Select(Of)]);

        return DocumentEditor.Rewrite(document, root);
    }

    private static JsonObject Of(DocumentationPartSpec part)
    {
        var location = new JsonObject { ["type"] = part.Type };

        foreach (var (name, value) in new[] { ("path", part.Path), ("method", part.Method), ("statusCode", part.StatusCode), ("name", part.Name) })
        {
            if (value is not null)
            {
                location[name] = value;
            }
        }

        return new JsonObject { ["location"] = location, ["properties"] = JsonNode.Parse(part.Properties) };
    }
}
