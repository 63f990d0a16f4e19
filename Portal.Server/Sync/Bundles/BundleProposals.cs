using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

/// <summary>
/// Makes the change sets of bundles, a few at a time, until none can be made now. All it knows is in the database: a part is waiting until its run stands, so that the next process goes on where one was killed.
/// What was proposed and not written down yet is proposed again, and the earlier one superseded.
/// </summary>
internal sealed partial class BundleProposals(IServiceScopeFactory scopes, IAccountThings accounts, TimeProvider clock, ILogger<BundleProposals> logger)
{
    /// <summary>Each reads AWS at the portal's pace; more at once would only wait longer.</summary>
    private const int AtOnce = 4;

    /// <summary>Of each bundle, before it is looked again: a small one need not wait for the end of a large one.</summary>
    private const int AtATime = 24;

    public async Task GoAsync(CancellationToken cancellationToken)
    {
        using var errand = Errands.On(Errand.Run);

        while (await RoundAsync(cancellationToken))
        {
            // What one round has proposed, others may have waited for.
        }
    }

    /// <returns>Whether there was anything to propose.</returns>
    private async Task<bool> RoundAsync(CancellationToken cancellationToken)
    {
        using var silent = new SilentAccounts(accounts);
        var ready = await NextAsync(silent, cancellationToken);
        await Parallel.ForEachAsync(ready, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (part, cancelled) => await BringAsync(part, silent, cancelled));

        return ready.Count > 0;
    }

    /// <summary>What can be proposed now; what never can, because what comes before it was not done, or its account does not answer, is refused.</summary>
    private async Task<IReadOnlyList<ReadyPart>> NextAsync(SilentAccounts silent, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var bundles = await db.Set<RunBundle>().AsNoTracking().Where(bundle => bundle.Items.Any(item => item.State == BundleItemState.Waiting)).OrderBy(bundle => bundle.ProposedAt).ToListAsync(cancellationToken);
        var busy = bundles is [] ? null : await db.BusyAsync(cancellationToken);
        var ready = new List<ReadyPart>();

        foreach (var bundle in bundles)
        {
            bool refused;

            do
            {
                var parts = await db.PartsAsync(bundle.Id, cancellationToken);
                var turns = parts.Values.Where(part => part.Item.State is BundleItemState.Waiting).Select(part => (part.Item, Turn: BundleOrder.Of(part.Item, parts, busy!))).ToList();
                refused = await RefuseSilentAsync(db, [.. turns.Where(pair => pair.Turn is Turn.Now).Select(pair => pair.Item)], silent, cancellationToken);

                foreach (var (item, turn) in turns)
                {
                    if (turn is Turn.Never(var name))
                    {
                        await KeepAsync(db, new ReadyPart(item, bundle.ProposedBy), Refusals.BeforeItFailed(name), cancellationToken);
                        refused = true;
                    }
                }

                if (!refused)
                {
                    ready.AddRange(turns.Where(pair => pair.Turn is Turn.Now).Take(AtATime).Select(pair => new ReadyPart(pair.Item, bundle.ProposedBy)));
                }
            }
            while (refused);
        }

        return ready;
    }

    /// <summary>One after the other would wait as often for an answer that does not come, and say as often the same.</summary>
    /// <returns>Whether there were any.</returns>
    private static async Task<bool> RefuseSilentAsync(PortalDb db, IReadOnlyList<BundleItem> ready, SilentAccounts silent, CancellationToken cancellationToken)
    {
        var any = false;

        foreach (var parts in ready.GroupBy(item => (item.BundleId, item.ConnectionId)))
        {
            if (await silent.AskAsync(parts.Key.ConnectionId, cancellationToken) is not { } refusal)
            {
                continue;
            }

            var (why, ordinals) = (Why(refusal), parts.Select(item => item.Ordinal).ToList());
            await db.Set<BundleItem>()
                .Where(item => item.BundleId == parts.Key.BundleId && item.ConnectionId == parts.Key.ConnectionId && item.State == BundleItemState.Waiting && ordinals.Contains(item.Ordinal))
                .ExecuteUpdateAsync(rows => rows.SetProperty(item => item.State, BundleItemState.Refused).SetProperty(item => item.Refusal, why), cancellationToken);
            any = true;
        }

        return any;
    }

    private async Task BringAsync(ReadyPart part, SilentAccounts silent, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        Answer<ProposedRun> answer;

        try
        {
            // It fell silent while the parts before this one were compared.
            answer = silent.KnownOf(part.Item.ConnectionId) is { } known ? known : await ProposeAsync(scope.ServiceProvider, part, cancellationToken);

            if (answer is Answer<ProposedRun>.Refused({ Type: Refusals.Unreadable }) && await silent.AskAsync(part.Item.ConnectionId, cancellationToken) is { } refusal)
            {
                answer = refusal;
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception, part.Item.Name);
            answer = Refusals.PortalFailed;
        }

        // What the room has left in its own context is no part of this.
        await using var keeping = scopes.CreateAsyncScope();
        await KeepAsync(keeping.ServiceProvider.GetRequiredService<PortalDb>(), part, answer, cancellationToken);
    }

    private static async Task<Answer<ProposedRun>> ProposeAsync(IServiceProvider services, ReadyPart part, CancellationToken cancellationToken)
    {
        // Roles may have been taken away since it was asked for.
        var user = await services.GetRequiredService<IPermissions>().PersonAsync(part.By, cancellationToken);

        if (!user.Roles.Grant(Policies.ApplyChanges))
        {
            return Refusals.NoLongerAllowed;
        }

        foreach (var room in services.GetServices<IBringsInStep>())
        {
            if (await room.ProposeAsync(Address.Parse(part.Item.Thing), user, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        return Refusals.NothingToBring(part.Item.Name);
    }

    private async Task KeepAsync(PortalDb db, ReadyPart part, Answer<ProposedRun> answer, CancellationToken cancellationToken)
    {
        (Guid? run, BundleItemState state, string? why) = answer switch
        {
            Answer<ProposedRun>.Given(var proposed) => (proposed.Id, proposed.IsEmpty ? BundleItemState.InStep : BundleItemState.Proposed, null),
            Answer<ProposedRun>.Refused(var refusal) => ((Guid?)null, BundleItemState.Refused, Why(refusal)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var kept = await db.Set<BundleItem>()
            .Where(item => item.BundleId == part.Item.BundleId && item.Ordinal == part.Item.Ordinal && item.State == BundleItemState.Waiting)
            .ExecuteUpdateAsync(rows => rows.SetProperty(item => item.State, state).SetProperty(item => item.RunId, run).SetProperty(item => item.Refusal, why), cancellationToken);

        // Somebody has set it aside, or left it out, while it was compared.
        if (kept is 0 && run is not null && await db.Set<ChangeRun>().SingleAsync(row => row.Id == run, cancellationToken) is { State: RunState.Proposed } unwanted)
        {
            unwanted.SetAside(part.By, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static string Why(Refusal refusal) => $"{refusal.Title} {refusal.Detail}";

    private sealed record ReadyPart(BundleItem Item, Guid By);

    [LoggerMessage(EventId = 3160, Level = LogLevel.Error, Message = "The change set of {Part} could not be proposed: the portal itself failed at it")]
    private partial void LogFailed(Exception exception, string part);
}
