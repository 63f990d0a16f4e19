using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>
/// Edits a document: first its tree, then the text where the tree has changed, so that every byte outside stays. The new text is read again and must say what the tree says;
/// so an edit that would reach further than meant, because of an anchor that other places share, is refused and not made.
/// </summary>
internal static class DocumentEditor
{
    public static EditOutcome Apply(SourceDocument document, params IEnumerable<DocumentEdit> edits)
    {
        var draft = new Draft((JsonObject)document.Root.DeepClone(), document.Version);

        try
        {
            foreach (var edit in edits)
            {
                Dispatch.Apply(draft, edit);
            }

            var text = TextRewrite.Of(document, draft.Root, draft.Renamed);

            return text == document.Text ? new EditOutcome.Edited(document) : Checked(text, draft.Root);
        }
        catch (EditRefusedException refused)
        {
            return new EditOutcome.Refused(refused.Message);
        }
    }

    /// <summary>Makes a document say what a whole tree says; what it says already stays as it is written.</summary>
    public static EditOutcome Rewrite(SourceDocument document, JsonObject wanted)
    {
        try
        {
            var text = TextRewrite.Of(document, wanted);

            return text == document.Text ? new EditOutcome.Edited(document) : Checked(text, wanted);
        }
        catch (EditRefusedException refused)
        {
            return new EditOutcome.Refused(refused.Message);
        }
    }

    private static EditOutcome Checked(string text, JsonObject wanted) => SourceDocument.Read(text) switch
    {
        ReadOutcome.Read read when JsonNode.DeepEquals(read.Document.Root, wanted) => new EditOutcome.Edited(read.Document),
        ReadOutcome.Read => new EditOutcome.Refused("This place shares its text with another by an anchor, so that both would change; edit the document's text."),
        ReadOutcome.Unreadable unreadable => new EditOutcome.Refused($"The document could not be read any more: {unreadable.Sentence}"),
        _ => throw new UnreachableException(),
    };
}
