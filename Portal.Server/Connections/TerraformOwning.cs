using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;

namespace Portal.Server.Connections;

/// <summary>Writes down of imported things whether a state of Terraform names them, whenever the states of a connection change.</summary>
internal static class TerraformOwning
{
    private const string Account = "account";

    /// <summary>What a tag says stays: it was seen, and is seen again with the next import.</summary>
    public static async Task RenewAsync(PortalDb db, Connection connection, IReadOnlyList<TerraformState> states, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var named = Of(states);

        var known = await db.Set<KnownThing>().Where(thing => thing.ConnectionId == connection.Id).ToListAsync(cancellationToken);

        // The settings of an account are never imported: there is always one.
        if (named.Of(Account) is not null && !known.Exists(thing => thing.Path is Account))
        {
            var settings = new KnownThing { ConnectionId = connection.Id, Path = Account, PortalId = connection.Id.ToString(), IsAdopted = true, ImportedAt = now };
            known.Add(settings);
            db.Add(settings);
        }

        foreach (var thing in known.Where(thing => thing.CanBeMarked && (thing.OwnedBy is null || IsByState(thing.OwnedBy))))
        {
            thing.OwnedBy = named.Of(thing.Path)?.Words;
        }

        // Whoever has the connection open opens it anew, and asks these states.
        connection.TerraformNamedAt = now;
    }

    /// <summary>Of two states that name the same, the first by name says the address.</summary>
    public static TerraformBook Of(IEnumerable<TerraformState> states) => new(states.OrderBy(state => state.Name, StringComparer.Ordinal).SelectMany(state => state.Things));

    private static bool IsByState(string words) => words.StartsWith(TerraformBook.Owner("").Words.TrimEnd(')'), StringComparison.Ordinal);
}
