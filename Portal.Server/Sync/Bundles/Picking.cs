using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;

namespace Portal.Server.Sync.Bundles;

/// <summary>Asks all rooms what can be brought to AWS.</summary>
internal sealed class Picking(IEnumerable<IBringsInStep> rooms)
{
    public async Task<IReadOnlyList<Pick>> OutOfStepAsync(Guid? connection, CurrentUser user, CancellationToken cancellationToken)
    {
        var picks = new List<Pick>();

        foreach (var room in rooms)
        {
            picks.AddRange(await room.OutOfStepAsync(connection, user, cancellationToken));
        }

        return picks;
    }

    /// <summary>Those of these that the person reaches, each once.</summary>
    public async Task<IReadOnlyList<Pick>> FindAsync(IReadOnlyList<string> things, CurrentUser user, CancellationToken cancellationToken)
    {
        var addresses = things.Select(Address.Parse).Distinct().ToList();
        var picks = new List<Pick>();

        foreach (var room in rooms)
        {
            picks.AddRange(await room.FindAsync(addresses, user, cancellationToken));
        }

        return [.. picks.DistinctBy(pick => pick.Thing)];
    }

    /// <summary>The things that nobody of the rooms knows, or that have nothing to be brought to.</summary>
    public static IReadOnlyList<string> NotFound(IReadOnlyList<string> things, IReadOnlyList<Pick> picks) =>
        [.. things.Distinct().Where(thing => !picks.Any(pick => pick.Thing.ToString() == thing || pick.Subject.ToString() == thing))];
}
