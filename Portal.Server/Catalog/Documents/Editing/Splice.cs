using System.Text;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>A part of a text, and what stands there afterwards.</summary>
internal readonly record struct Splice(int Start, int End, string Text)
{
    /// <summary>Splices do not overlap; of two that begin at the same place, what only inserts comes first.</summary>
    public static string Apply(string text, IEnumerable<Splice> splices)
    {
        var edited = new StringBuilder();
        var done = 0;

        foreach (var splice in splices.OrderBy(splice => splice.Start).ThenBy(splice => splice.End))
        {
            if (splice.Start < done)
            {
                throw new EditRefusedException("This place cannot be changed on its own; edit the document's text.");
            }

            edited.Append(text, done, splice.Start - done).Append(splice.Text);
            done = splice.End;
        }

        return edited.Append(text, done, text.Length - done).ToString();
    }
}
