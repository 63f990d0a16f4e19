using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>What has to be done so that live becomes desired, in the order of doing: a value that a person can read and sign.</summary>
internal sealed record ChangeSet(IReadOnlyList<Change> Changes)
{
    public bool IsEmpty => Changes is [];

    public string Text => string.Join('\n', Changes.Select(change => change.Text));

    /// <summary>Made from the whole of every text before and after, in order: what is not shown in <see cref="Text"/> because it is long is signed all the same.</summary>
    public string Fingerprint => Digest.Of(string.Join('\n', Changes.Select(change => $"{change.Action} {change.Address}\n{change.Was?.Text}\n{change.Becomes?.Text}")));
}
