using System.Collections.Concurrent;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>
/// Whether the portal may write to a thing, as it was seen last: it must bear the portal's tag, and no other tool may own it. Writers ask here before each call,
/// after looking: what was imported and not adopted is found by its id and yet never written.
/// </summary>
internal sealed class WriteRights(Owners owners)
{
    private readonly ConcurrentDictionary<string, (bool IsMarked, Ownership? Owner)> _seen = new();

    /// <param name="id">The portal's id.</param>
    /// <param name="path">AWS's path to the thing.</param>
    /// <param name="tags">Its tags as they are now.</param>
    public void See(string id, string path, IReadOnlyDictionary<string, string>? tags) => _seen[id] = (tags?.GetValueOrDefault(RestApis.Mark) == id, owners.Of(path, tags));

    public void Forget(string id) => _seen.TryRemove(id, out _);

    /// <summary>Throws where another tool owns what bears no tag, or what only its path was told of.</summary>
    public void DemandPath(string operation, string path)
    {
        if (owners.Of(path, null) is { } owner)
        {
            throw Calls.OwnedElsewhere(operation, owner);
        }
    }

    /// <summary>Throws where it may not. What was never seen is not there.</summary>
    public void Demand(string operation, string id)
    {
        if (!_seen.TryGetValue(id, out var standing))
        {
            return;
        }

        if (standing.Owner is { } owner)
        {
            throw Calls.OwnedElsewhere(operation, owner);
        }

        if (!standing.IsMarked)
        {
            throw new GatewayRefusedException(operation, "NotAdopted", "It was imported and does not bear the portal's tag: it is looked at and not changed. Adopt it on the connection's page.", GatewayRefusal.Denied);
        }
    }
}
