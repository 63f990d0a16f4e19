using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

/// <summary>Asks all rooms what can be brought to AWS, and finds the change sets that wait for approval already.</summary>
internal sealed class Picking(PortalDb db, IEnumerable<IBringsInStep> rooms)
{
    private const string Run = "Run/";

    public async Task<IReadOnlyList<Picked>> OutOfStepAsync(Guid? connection, bool laterStages, CurrentUser user, CancellationToken cancellationToken)
    {
        var picks = new List<Picked>();

        foreach (var room in rooms)
        {
            picks.AddRange((await room.OutOfStepAsync(connection, laterStages, user, cancellationToken)).Select(pick => new Picked(pick.Thing.ToString(), pick, null)));
        }

        return picks;
    }

    /// <summary>Those of these that the person reaches, each once.</summary>
    public async Task<IReadOnlyList<Picked>> FindAsync(IReadOnlyList<string> things, CurrentUser user, CancellationToken cancellationToken)
    {
        var addresses = things.Where(thing => !IsRun(thing)).Select(Address.Parse).Distinct().ToList();
        var picks = new List<Picked>(await RunsAsync(things, user, cancellationToken));

        foreach (var room in addresses is [] ? [] : rooms)
        {
            picks.AddRange((await room.FindAsync(addresses, user, cancellationToken)).Select(pick => new Picked(pick.Thing.ToString(), pick, null)));
        }

        return [.. picks.DistinctBy(pick => pick.Thing)];
    }

    public static bool IsRun(string thing) => thing.StartsWith(Run, StringComparison.Ordinal);

    /// <summary>The things that nobody of the rooms knows, or that have nothing to be brought to.</summary>
    public static IReadOnlyList<string> NotFound(IReadOnlyList<string> things, IReadOnlyList<Picked> picks)
    {
        var found = picks.SelectMany(pick => new[] { pick.Thing, pick.Pick.Subject.ToString() }).ToHashSet(StringComparer.OrdinalIgnoreCase);

        return [.. things.Distinct().Where(thing => !found.Contains(thing))];
    }

    private async Task<IReadOnlyList<Picked>> RunsAsync(IReadOnlyList<string> things, CurrentUser user, CancellationToken cancellationToken)
    {
        var ids = things.Where(IsRun).Select(thing => Guid.Parse(thing.AsSpan(Run.Length))).ToList();
        var runs = ids is [] ? [] : await db.Set<ChangeRun>().AsNoTracking().Where(run => ids.Contains(run.Id) && run.State == RunState.Proposed).OrderBy(run => run.ProposedAt).ToListAsync(cancellationToken);

        return [.. runs.Where(run => user.Reaches(run.TeamId)).Select(run => new Picked($"{Run}{run.Id}", PickOf(run), run.Id))];
    }

    private static Pick PickOf(ChangeRun run) => new()
    {
        Thing = Address.Parse(run.Subject),
        Name = run.Title,
        Subject = Address.Parse(run.Subject),
        Connection = run.ConnectionId,
        Team = run.TeamId,
        Why = "Its change set waits for approval.",
    };
}

/// <param name="Thing">As it is asked for.</param>
/// <param name="Pick">What a room says of it.</param>
/// <param name="Run">The change set, where it stands already.</param>
internal sealed record Picked(string Thing, Pick Pick, Guid? Run);
