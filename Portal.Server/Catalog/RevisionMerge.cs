using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;
using Portal.Server.Catalog.Documents.Merging;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>Brings what was made in the portal into the next document of its authors. What both began with is the latest revision that was brought.</summary>
internal sealed class RevisionMerge(PortalDb db)
{
    public async Task<Answer<Outcome>> OfAsync(Api api, SourceDocument ours, SourceDocument theirs, Func<string, MergeSide?> choice, CancellationToken cancellationToken)
    {
        switch (DocumentEditor.Apply(theirs, KeptSettings.Of(ours, theirs)))
        {
            case EditOutcome.Edited { Document: var settled }:
                return await OfAsync(api, ours, theirs, settled, choice, cancellationToken);
            case EditOutcome.Refused { Sentence: var sentence }:
                return Refusals.SettingsNotKept(sentence);
            default:
                throw new UnreachableException();
        }
    }

    /// <param name="api">The API.</param>
    /// <param name="ours">Its latest revision.</param>
    /// <param name="theirs">What its authors bring.</param>
    /// <param name="settled">That, with the settings that no document of its authors holds.</param>
    /// <param name="choice">By place, whose is taken where both changed it; null is not chosen yet.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    private async Task<Answer<Outcome>> OfAsync(Api api, SourceDocument ours, SourceDocument theirs, SourceDocument settled, Func<string, MergeSide?> choice, CancellationToken cancellationToken)
    {
        var brought = await BroughtAsync(api, cancellationToken);
        var before = ApiRevision.Read(brought.Text);

        if (ours.Version.IsSwagger != theirs.Version.IsSwagger || before.Version.IsSwagger != theirs.Version.IsSwagger)
        {
            return new Outcome(brought.Number, theirs.Text == before.Text, settled, [], [], [], "One of the documents is OpenAPI 2.0 and the other is not, so that nothing in them can be compared: only the settings come along.");
        }

        var merged = ThreeWay.Of(before.Root, ours.Root, settled.Root, choice);
        var back = Named.PutBack(merged.Root, settled.Root, ours.Root, before.Root);

        return DocumentEditor.Rewrite(theirs, merged.Root) switch
        {
            EditOutcome.Edited { Document: var document } => new Outcome(brought.Number, theirs.Text == before.Text, document, merged.Kept, back, merged.Conflicts, null),
            EditOutcome.Refused { Sentence: var sentence } => Refusals.SettingsNotKept(sentence),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Of an API that was defined here, its first.</summary>
    private async Task<ApiRevision> BroughtAsync(Api api, CancellationToken cancellationToken)
    {
        var revisions = db.Set<ApiRevision>().AsNoTracking().Where(revision => revision.ApiId == api.Id);

        return await revisions.Where(revision => revision.Source != RevisionSource.Editor).OrderByDescending(revision => revision.Number).FirstOrDefaultAsync(cancellationToken)
            ?? await revisions.SingleAsync(revision => revision.Number == 1, cancellationToken);
    }

    /// <summary>What came of it.</summary>
    /// <param name="Brought">The number of the revision that both began with.</param>
    /// <param name="IsSame">Whether the authors brought that very text again.</param>
    /// <param name="Document">Both sides together.</param>
    /// <param name="Kept">Where it says what was made here.</param>
    /// <param name="PutBack">What one side took out and the other still names: it stays.</param>
    /// <param name="Conflicts">Where both changed the same.</param>
    /// <param name="NotMerged">Why the two could not be brought together.</param>
    internal sealed record Outcome(int Brought, bool IsSame, SourceDocument Document, IReadOnlyList<string> Kept, IReadOnlyList<string> PutBack, IReadOnlyList<MergedPlace> Conflicts, string? NotMerged);
}
