using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

/// <summary>Reads bundles with their runs, as far as somebody reaches them.</summary>
internal sealed class BundleReading(PortalDb db, Obstacles obstacles)
{
    /// <summary>Null where there is none, or nothing of it is theirs to see.</summary>
    public async Task<ReadBundle?> FindAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.Set<RunBundle>().AsNoTracking().SingleOrDefaultAsync(bundle => bundle.Id == id, cancellationToken) is not { } bundle)
        {
            return null;
        }

        var parts = await db.Set<BundleItem>().AsNoTracking().Where(item => item.BundleId == id).OrderBy(item => item.Ordinal).ToListAsync(cancellationToken);
        var items = parts.Where(item => user.Reaches(item.TeamId)).ToList();

        if (items is [])
        {
            return null;
        }

        // One look at the runs for all that is said of them: two would let a run be on its way for what waits, and done for the rest.
        var runs = await db.Set<ChangeRun>().Where(run => db.Set<BundleItem>().Any(item => item.BundleId == id && item.RunId == run.Id)).ToDictionaryAsync(run => run.Id, cancellationToken);
        var all = parts.ToDictionary(item => item.Ordinal, item => new BundlePart(item, item.RunId is { } run ? runs.GetValueOrDefault(run)?.State : null));
        var mine = items.Where(item => item.State is BundleItemState.Proposed).Select(item => runs.GetValueOrDefault(item.RunId ?? Guid.Empty)).OfType<ChangeRun>();
        var objections = await obstacles.OfAsync([.. mine.Where(run => run.State is RunState.Proposed)], user.Id, cancellationToken);
        var busy = await db.BusyAsync(cancellationToken);
        var turns = items.Where(item => item.State is BundleItemState.Waiting).ToDictionary(item => item.Ordinal, item => BundleOrder.Of(item, all, busy));

        return new ReadBundle(bundle, items, runs, objections.ToDictionary(pair => pair.Key, pair => $"{pair.Value.Title} {pair.Value.Detail}"), turns);
    }
}

/// <summary>A bundle as somebody reaches it.</summary>
/// <param name="Bundle">Without its parts.</param>
/// <param name="Items">The parts that they reach, in their order.</param>
/// <param name="Runs">The runs of all parts.</param>
/// <param name="Objections">By run, what stands against approving it now.</param>
/// <param name="Turns">By ordinal, of parts that wait.</param>
internal sealed record ReadBundle(
    RunBundle Bundle, IReadOnlyList<BundleItem> Items, IReadOnlyDictionary<Guid, ChangeRun> Runs, IReadOnlyDictionary<Guid, string> Objections, IReadOnlyDictionary<int, Turn> Turns)
{
    /// <summary>Whether parts are being compared with AWS, or are about to be.</summary>
    public bool IsBeingProposed { get; } = Turns.Values.Any(turn => turn is not Turn.Later);

    /// <summary>What an approval would be for, in the order in which it was proposed.</summary>
    public IReadOnlyList<ChangeRun> Approvable { get; } =
        [.. Items.Where(item => item.State is BundleItemState.Proposed).Select(item => item.RunId is { } id ? Runs.GetValueOrDefault(id) : null).OfType<ChangeRun>().Where(run => run.State is RunState.Proposed && !Objections.ContainsKey(run.Id))];

    /// <summary>Made of the fingerprint and version of each: whatever one of them would do otherwise, or who else has touched it, makes it another.</summary>
    public string Fingerprint => Digest.Of(string.Join('\n', Approvable.Select(run => $"{run.Id} {run.Fingerprint} {run.Version}")));

    public bool CanBeApproved => !IsBeingProposed && Approvable is not [];

    public IReadOnlyList<string> NamesToType => [.. Approvable.Select(run => run.NameToType).OfType<string>().Distinct(StringComparer.Ordinal)];

    public ChangeRun? RunOf(BundleItem item) => item.RunId is { } id ? Runs.GetValueOrDefault(id) : null;

    public PartState StateOf(BundleItem item) => item.State switch
    {
        BundleItemState.Waiting => PartState.Waiting,
        BundleItemState.InStep => PartState.InStep,
        BundleItemState.Refused => PartState.NotProposed,
        BundleItemState.LeftOut => PartState.LeftOut,
        BundleItemState.Cancelled => PartState.Cancelled,
        _ => RunOf(item) switch
        {
            { State: RunState.Proposed } run => Objections.ContainsKey(run.Id) ? PartState.HeldBack : PartState.Proposed,
            { State: RunState.Approved } => PartState.Approved,
            { State: RunState.Running } => PartState.Running,
            { State: RunState.Done } => PartState.Done,
            { State: RunState.Stopped } => PartState.Stopped,
            { State: RunState.Cancelled } => PartState.Cancelled,
            _ => PartState.Superseded,
        },
    };

    /// <summary>The parts that somebody means: these, or all in a state.</summary>
    public IReadOnlyList<BundleItem> Meant(IReadOnlyList<string> things, PartState? state)
    {
        var named = things.ToHashSet(StringComparer.OrdinalIgnoreCase);

        return [.. Items.Where(item => state is { } wanted ? StateOf(item) == wanted : named.Contains(item.Thing))];
    }
}
