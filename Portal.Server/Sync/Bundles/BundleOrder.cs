using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

/// <summary>A part with the state of its run.</summary>
internal sealed record BundlePart(BundleItem Item, RunState? Run)
{
    public bool IsDone => Item.State is BundleItemState.InStep || (Item.State is BundleItemState.Proposed && Run is RunState.Done);

    /// <summary>Whether what comes after it would wait for ever.</summary>
    public bool IsOver => Item.State switch
    {
        BundleItemState.Refused or BundleItemState.LeftOut or BundleItemState.Cancelled => true,
        BundleItemState.Proposed => Run is RunState.Cancelled or RunState.Superseded or null,
        _ => false,
    };
}

/// <summary>Whether a part can be proposed now.</summary>
internal abstract record Turn
{
    internal sealed record Now : Turn;

    /// <param name="Name">What it comes after.</param>
    internal sealed record Later(string Name) : Turn;

    /// <param name="Name">What should have been done before it.</param>
    internal sealed record Never(string Name) : Turn;
}

/// <summary>The order of the parts of a bundle: a stage comes after the stages before it, a usage plan after the stages that it names and AWS does not have. It asks nobody.</summary>
internal static class BundleOrder
{
    /// <param name="part">It waits.</param>
    /// <param name="all">All parts of its bundle, by their ordinals.</param>
    /// <param name="busy">What runs are on their way about, by connection and subject, with their titles: a comparison now would show what is no more when they are done.</param>
    public static Turn Of(BundleItem part, IReadOnlyDictionary<int, BundlePart> all, IReadOnlyDictionary<(Guid Connection, string Subject), string> busy)
    {
        var before = part.After.Select(ordinal => all[ordinal]).ToList();

        return (before.Find(other => other.IsOver), before.Find(other => !other.IsDone), busy.GetValueOrDefault((part.ConnectionId, part.Subject))) switch
        {
            ({ } over, _, _) => new Turn.Never(over.Item.Name),
            (null, { } open, _) => new Turn.Later(open.Item.Name),
            (null, null, { } title) => new Turn.Later($"'{title}'"),
            _ => new Turn.Now(),
        };
    }
}
