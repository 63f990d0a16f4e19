using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

/// <summary>Shows a bundle: how far it is, and a page of its parts.</summary>
internal sealed class BundleViews(PortalDb db)
{
    private const int First = 50;

    public Task<BundleView> OfAsync(ReadBundle bundle, CancellationToken cancellationToken) => OfAsync(bundle, null, 0, First, cancellationToken);

    public async Task<BundleView> OfAsync(ReadBundle bundle, PartState? state, int skip, int take, CancellationToken cancellationToken)
    {
        var names = await db.NamesAsync([bundle.Bundle.ProposedBy], cancellationToken);
        var connections = await db.Set<Connection>().ToDictionaryAsync(connection => connection.Id, connection => connection.Name, cancellationToken);
        var wanted = bundle.Items.Where(item => state is null || bundle.StateOf(item) == state).ToList();
        var page = wanted.Skip(skip).Take(take).ToList();
        var steps = await StepsAsync(bundle.Bundle.Id, page, cancellationToken);
        var counts = await StepCountsAsync(bundle, cancellationToken);

        return new BundleView
        {
            Id = bundle.Bundle.Id,
            Title = bundle.Bundle.Title,
            ProposedBy = names[bundle.Bundle.ProposedBy],
            ProposedAt = bundle.Bundle.ProposedAt,
            IsBeingProposed = bundle.IsBeingProposed,
            Fingerprint = bundle.CanBeApproved ? bundle.Fingerprint : null,
            Approvable = bundle.CanBeApproved ? bundle.Approvable.Count : 0,
            Steps = bundle.Approvable.Sum(run => counts.GetValueOrDefault(run.Id)),
            Brakes = [.. bundle.Items.Where(item => bundle.StateOf(item) is PartState.Proposed).SelectMany(item => bundle.RunOf(item)!.Brakes.Select(brake => $"{item.Name}: {brake}"))],
            NamesToType = bundle.NamesToType,
            Reasons = [.. ReasonsOf(bundle, connections)],
            Counts = bundle.Items.CountBy(bundle.StateOf).OrderBy(pair => pair.Key).ToDictionary(),
            Items = [.. page.Select(item => ItemOf(bundle, item, connections.GetValueOrDefault(bundle.RunOf(item)?.ConnectionId ?? item.ConnectionId), item.RunId is { } run ? [.. steps[run]] : []))],
            Total = wanted.Count,
        };
    }

    private static IEnumerable<SharedReason> ReasonsOf(ReadBundle bundle, Dictionary<Guid, string> connections) =>
        from item in bundle.Items
        let state = bundle.StateOf(item)
        let why = state is PartState.NotProposed ? item.Refusal : state is PartState.Stopped ? bundle.RunOf(item)?.Outcome : null
        where why is not null
        group item by (item.ConnectionId, why, state) into parts
        let count = parts.Count()
        where count > 1
        orderby count descending, parts.Key.why
        select new SharedReason(parts.Key.why, connections.GetValueOrDefault(parts.Key.ConnectionId) ?? "", count, parts.Key.state);

    private static BundleItemView ItemOf(ReadBundle bundle, BundleItem item, string? connection, IReadOnlyList<StepGlance> steps)
    {
        var run = bundle.RunOf(item);

        return new BundleItemView
        {
            Thing = item.Thing,
            Name = item.Name,
            State = bundle.StateOf(item),
            RunId = run?.Id,
            Why = WhyOrNull(bundle, item, run),
            Title = run?.Title,
            ConnectionName = connection,
            Steps = [.. steps.Select(step => step.Words)],
            Brakes = run?.Brakes ?? [],
            Progress = new Progress(steps.Count(step => step.IsDone), steps.Count),
        };
    }

    private static string? WhyOrNull(ReadBundle bundle, BundleItem item, ChangeRun? run) => bundle.StateOf(item) switch
    {
        PartState.Waiting => bundle.Turns[item.Ordinal] is Turn.Later(var name) ? $"It is proposed when {name} is done." : null,
        PartState.NotProposed => item.Refusal,
        PartState.HeldBack => bundle.Objections[run!.Id],
        PartState.Stopped or PartState.Cancelled or PartState.Superseded => run?.Outcome ?? item.Refusal,
        _ => null,
    };

    private async Task<ILookup<Guid, StepGlance>> StepsAsync(Guid bundle, List<BundleItem> page, CancellationToken cancellationToken)
    {
        var (first, last) = page is [] ? (0, -1) : (page[0].Ordinal, page[^1].Ordinal);
        var steps = await db.Set<ChangeStep>().AsNoTracking()
            .Where(step => db.Set<BundleItem>().Any(item => item.BundleId == bundle && item.Ordinal >= first && item.Ordinal <= last && item.RunId == step.RunId))
            .OrderBy(step => step.Ordinal)
            .Select(step => new { step.RunId, step.Words, step.State })
            .ToListAsync(cancellationToken);

        return steps.ToLookup(step => step.RunId, step => new StepGlance(step.Words[0], step.State is StepState.Done));
    }

    private async Task<Dictionary<Guid, int>> StepCountsAsync(ReadBundle bundle, CancellationToken cancellationToken)
    {
        var id = bundle.Bundle.Id;

        return bundle.Approvable is [] ? [] : await db.Set<ChangeStep>()
            .Where(step => db.Set<BundleItem>().Any(item => item.BundleId == id && item.State == BundleItemState.Proposed && item.RunId == step.RunId))
            .GroupBy(step => step.RunId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
    }

    private sealed record StepGlance(string Words, bool IsDone);
}
