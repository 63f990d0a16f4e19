using System.Globalization;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

/// <summary>Writes down what is wanted. What it would change is found out by <see cref="BundleProposals"/>, however long that takes.</summary>
internal sealed class ProposeBundleHandler(PortalDb db, Picking picking, IAuditTrail audit, TimeProvider clock, BundleSchedule schedule) : IHandler<ProposeBundle, ProposedBundle>
{
    public async Task<Answer<ProposedBundle>> HandleAsync(ProposeBundle request, CurrentUser user, CancellationToken cancellationToken)
    {
        var picks = request.Everything
            ? [.. (await picking.OutOfStepAsync(request.Connection, request.LaterStages, user, cancellationToken)).ExceptBy(request.Except, pick => pick.Thing)]
            : await picking.FindAsync(request.Things, user, cancellationToken);

        if (Picking.NotFound(request.Things, picks) is [var missing, ..])
        {
            return Refusals.NothingToBring(missing);
        }

        if (picks is [])
        {
            return new ProposedBundle(null, 0);
        }

        var bundle = BundleOf(request, picks, user);
        db.Add(bundle);
        audit.Record(user, "sync.bundle", bundle.Title, $"{bundle.Id}: {ChangeWords.Count(picks.Count, "part")}");
        await db.SaveChangesAsync(cancellationToken);

        // It is wanted now, whether or not the one who asked still waits for the answer.
        await schedule.WakeAsync(CancellationToken.None);

        return new ProposedBundle(bundle.Id, picks.Count);
    }

    private RunBundle BundleOf(ProposeBundle request, IReadOnlyList<Picked> picks, CurrentUser user)
    {
        var now = clock.GetUtcNow();
        var bundle = new RunBundle
        {
            Id = Guid.CreateVersion7(now),
            Title = (request.Everything, picks) switch
            {
                (true, _) => string.Create(CultureInfo.InvariantCulture, $"Bring {ChangeWords.Count(picks.Count, "thing")} in step"),
                (_, [var only]) => $"Bring {Shortened(only.Pick.Name)} in step",
                (_, [var first, ..]) => string.Create(CultureInfo.InvariantCulture, $"Bring {Shortened(first.Pick.Name)} and {picks.Count - 1} more in step"),
                _ => throw new System.Diagnostics.UnreachableException(),
            },
            ProposedBy = user.Id,
            ProposedAt = now,
        };
        bundle.Items.AddRange(ItemsOf(bundle.Id, picks));

        return bundle;
    }

    /// <summary>Of several about the same thing each comes after the one before: a thing is changed by one change set at a time.</summary>
    private static IEnumerable<BundleItem> ItemsOf(Guid bundle, IReadOnlyList<Picked> picks)
    {
        var latest = new Dictionary<Address, int>();
        var places = picks.Select((pick, ordinal) => (pick, ordinal)).Where(place => place.pick.Run is null).ToDictionary(place => place.pick.Pick.Thing, place => place.ordinal);

        for (var ordinal = 0; ordinal < picks.Count; ordinal++)
        {
            var (thing, pick, run) = picks[ordinal];
            List<int> after = [.. pick.Needs.Where(places.ContainsKey).Select(needed => places[needed])];

            if (run is null && latest.TryGetValue(pick.Subject, out var before))
            {
                after.Add(before);
            }

            latest[pick.Subject] = ordinal;

            yield return new BundleItem
            {
                BundleId = bundle,
                Ordinal = ordinal,
                Thing = thing,
                Name = Shortened(pick.Name, 400),
                TeamId = pick.Team,
                ConnectionId = pick.Connection,
                Subject = pick.Subject.ToString(),
                After = [.. after.Distinct().Order()],
                State = run is null ? BundleItemState.Waiting : BundleItemState.Proposed,
                RunId = run,
                Refusal = null,
            };
        }
    }

    private static string Shortened(string name, int length = 200) => name.Length <= length ? name : name[..(length - 1)] + "…";
}
