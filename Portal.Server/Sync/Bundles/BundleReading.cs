using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

/// <summary>Reads bundles with their runs, as far as somebody reaches them.</summary>
internal sealed class BundleReading(PortalDb db, Obstacles obstacles)
{
    /// <summary>Null where there is none, or nothing of it is theirs to see.</summary>
    public async Task<ReadBundle?> FindAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.Set<RunBundle>().AsNoTracking().Include(bundle => bundle.Items).SingleOrDefaultAsync(bundle => bundle.Id == id, cancellationToken) is not { } bundle)
        {
            return null;
        }

        var items = bundle.Items.Where(item => user.Reaches(item.TeamId)).OrderBy(item => item.Ordinal).ToList();

        if (items is [])
        {
            return null;
        }

        var ids = items.Select(item => item.RunId).OfType<Guid>().ToList();
        var runs = await db.Set<ChangeRun>().Where(run => ids.Contains(run.Id)).ToDictionaryAsync(run => run.Id, cancellationToken);
        var objections = new Dictionary<Guid, string?>();

        foreach (var run in runs.Values.Where(run => run.State is RunState.Proposed))
        {
            objections[run.Id] = (await obstacles.OrNullAsync(run, user.Id, cancellationToken)) is { } obstacle ? $"{obstacle.Title} {obstacle.Detail}" : null;
        }

        return new ReadBundle(bundle, items, runs, objections);
    }

    public async Task<BundleView> ViewAsync(ReadBundle bundle, CancellationToken cancellationToken)
    {
        var ids = bundle.Runs.Keys.ToList();
        var steps = (await db.Set<ChangeStep>().AsNoTracking().Where(step => ids.Contains(step.RunId)).OrderBy(step => step.Ordinal).Select(step => new { step.RunId, step.Words, step.State }).ToListAsync(cancellationToken)).ToLookup(step => step.RunId);
        var connections = await db.Set<Connection>().ToDictionaryAsync(connection => connection.Id, connection => connection.Name, cancellationToken);
        var names = await db.NamesAsync([bundle.Bundle.ProposedBy], cancellationToken);

        return new BundleView
        {
            Id = bundle.Bundle.Id,
            Title = bundle.Bundle.Title,
            ProposedBy = names[bundle.Bundle.ProposedBy],
            ProposedAt = bundle.Bundle.ProposedAt,
            Fingerprint = bundle.Approvable is [] ? null : bundle.Fingerprint,
            Approvable = bundle.Approvable.Count,
            NamesToType = bundle.NamesToType,
            LeftOut = bundle.Bundle.LeftOut,
            Items = [.. bundle.Items.Select(item => item.RunId is { } id && bundle.Runs.TryGetValue(id, out var run)
                ? ItemOf(item, run, connections[run.ConnectionId], bundle.Objections.GetValueOrDefault(id), [.. steps[id].Select(step => step.Words[0])], steps[id].Count(step => step.State is StepState.Done))
                : Refused(item))],
        };
    }

    private static BundleItemView ItemOf(BundleItem item, ChangeRun run, string connection, string? objection, IReadOnlyList<string> steps, int done) => new()
    {
        Thing = item.Thing,
        Name = item.Name,
        RunId = run.Id,
        Refusal = null,
        Title = run.Title,
        ConnectionName = connection,
        State = run.State,
        IsInStep = steps is [] && run.State is RunState.Done,
        Steps = steps,
        Brakes = run.Brakes,
        Objection = objection,
        Progress = new Progress(done, steps.Count),
        Outcome = run.Outcome,
    };

    private static BundleItemView Refused(BundleItem item) => new()
    {
        Thing = item.Thing,
        Name = item.Name,
        RunId = null,
        Refusal = item.Refusal,
        Title = null,
        ConnectionName = null,
        State = null,
        IsInStep = false,
        Steps = [],
        Brakes = [],
        Objection = null,
        Progress = new Progress(0, 0),
        Outcome = null,
    };
}

/// <summary>A bundle as somebody reaches it.</summary>
internal sealed record ReadBundle(RunBundle Bundle, IReadOnlyList<BundleItem> Items, IReadOnlyDictionary<Guid, ChangeRun> Runs, IReadOnlyDictionary<Guid, string?> Objections)
{
    /// <summary>What an approval would be for, in the order in which it was proposed.</summary>
    public IReadOnlyList<ChangeRun> Approvable { get; } =
        [.. Items.Select(item => item.RunId is { } id ? Runs.GetValueOrDefault(id) : null).OfType<ChangeRun>().Where(run => run.State is RunState.Proposed && Objections.GetValueOrDefault(run.Id) is null)];

    /// <summary>Made of the fingerprint and version of each: whatever one of them would do otherwise, or who else has touched it, makes it another.</summary>
    public string Fingerprint => Digest.Of(string.Join('\n', Approvable.Select(run => $"{run.Id} {run.Fingerprint} {run.Version}")));

    public IReadOnlyList<string> NamesToType => [.. Approvable.Select(run => run.NameToType).OfType<string>().Distinct(StringComparer.Ordinal)];
}
