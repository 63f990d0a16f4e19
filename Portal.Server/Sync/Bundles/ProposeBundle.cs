using System.Globalization;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

internal sealed class ProposeBundleHandler(PortalDb db, Picking picking, IServiceScopeFactory scopes, IAuditTrail audit, TimeProvider clock) : IHandler<ProposeBundle, ProposedBundle>
{
    /// <summary>Each reads AWS at the portal's pace; more at once would only wait longer.</summary>
    private const int AtOnce = 4;

    public async Task<Answer<ProposedBundle>> HandleAsync(ProposeBundle request, CurrentUser user, CancellationToken cancellationToken)
    {
        var all = request.Everything ? await picking.OutOfStepAsync(request.Connection, user, cancellationToken) : await picking.FindAsync(request.Things, user, cancellationToken);

        if (Picking.NotFound(request.Things, all) is [var missing, ..])
        {
            return Refusals.NothingToBring(missing);
        }

        var picks = all.Take(ProposeBundle.Most).ToList();

        if (picks is [])
        {
            return new ProposedBundle(null, 0, 0, 0, 0);
        }

        var tried = await TryAsync(picks, user, cancellationToken);
        var bundle = BundleOf(request, picks, all.Count - picks.Count, user);
        bundle.Items.AddRange(picks.Zip(tried).Select((pair, ordinal) => ItemOf(bundle, pair.First, pair.Second, ordinal)));
        db.Add(bundle);
        audit.Record(user, "sync.bundle", bundle.Title, $"{bundle.Id}: {string.Join(", ", bundle.Items.Where(item => item.RunId is not null).Select(item => item.RunId))}");
        await db.SaveChangesAsync(cancellationToken);

        return new ProposedBundle(bundle.Id, Count(tried, run => !run.IsEmpty), Count(tried, run => run.IsEmpty), tried.Count(answer => answer is Answer<ProposedRun>.Refused), bundle.LeftOut);
    }

    /// <summary>What one gives stands where it was picked. Of two about the same thing the first is proposed, because a second would take its place.</summary>
    private async Task<Answer<ProposedRun>[]> TryAsync(List<Pick> picks, CurrentUser user, CancellationToken cancellationToken)
    {
        var answers = new Answer<ProposedRun>[picks.Count];

        await Parallel.ForEachAsync(Enumerable.Range(0, picks.Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (index, cancelled) =>
        {
            var pick = picks[index];
            var first = picks.FindIndex(other => (other.Connection, other.Subject) == (pick.Connection, pick.Subject));
            answers[index] = first == index ? await ProposeAsync(pick, user, cancelled) : Refusals.AnotherComesFirst(picks[first].Name);
        });

        return answers;
    }

    private async Task<Answer<ProposedRun>> ProposeAsync(Pick pick, CurrentUser user, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();

        foreach (var room in scope.ServiceProvider.GetServices<IBringsInStep>())
        {
            if (await room.ProposeAsync(pick.Thing, user, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        return Refusals.NothingToBring(pick.Name);
    }

    private RunBundle BundleOf(ProposeBundle request, List<Pick> picks, int leftOut, CurrentUser user)
    {
        var now = clock.GetUtcNow();

        return new RunBundle
        {
            Id = Guid.CreateVersion7(now),
            Title = (request.Everything, picks) switch
            {
                (true, _) => string.Create(CultureInfo.InvariantCulture, $"Bring {ChangeWords.Count(picks.Count, "thing")} in step"),
                (_, [var only]) => $"Bring {Shortened(only.Name)} in step",
                (_, [var first, ..]) => string.Create(CultureInfo.InvariantCulture, $"Bring {Shortened(first.Name)} and {picks.Count - 1} more in step"),
                _ => throw new System.Diagnostics.UnreachableException(),
            },
            ProposedBy = user.Id,
            ProposedAt = now,
            LeftOut = leftOut,
        };
    }

    private static BundleItem ItemOf(RunBundle bundle, Pick pick, Answer<ProposedRun> answer, int ordinal) => new()
    {
        BundleId = bundle.Id,
        Ordinal = ordinal,
        Thing = pick.Thing.ToString(),
        Name = Shortened(pick.Name, 400),
        TeamId = pick.Team,
        RunId = answer is Answer<ProposedRun>.Given(var run) ? run.Id : null,
        Refusal = answer is Answer<ProposedRun>.Refused(var refusal) ? $"{refusal.Title} {refusal.Detail}" : null,
    };

    private static int Count(Answer<ProposedRun>[] answers, Func<ProposedRun, bool> which) => answers.OfType<Answer<ProposedRun>.Given>().Count(given => which(given.Value));

    private static string Shortened(string name, int length = 200) => name.Length <= length ? name : name[..(length - 1)] + "…";
}
