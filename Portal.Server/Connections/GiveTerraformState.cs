using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class GiveTerraformStateHandler(PortalDb db, IAuditTrail audit, TimeProvider time) : IHandler<GiveTerraformState, GivenTerraformState>
{
    private const int MostStates = 200;

    public async Task<Answer<GivenTerraformState>> HandleAsync(GiveTerraformState request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.Set<Connection>().SingleOrDefaultAsync(connection => connection.Id == request.ConnectionId, cancellationToken) is not { } connection)
        {
            return Platform.Refusals.NotFound;
        }

        return TerraformStateReader.Read(request.State, connection.Region) switch
        {
            TerraformReading.Read read => await KeepAsync(connection, request.Name.Trim(), read, user, cancellationToken),
            TerraformReading.Unreadable unreadable => Refusals.UnreadableState(unreadable.Sentence),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<Answer<GivenTerraformState>> KeepAsync(Connection connection, string name, TerraformReading.Read read, CurrentUser user, CancellationToken cancellationToken)
    {
        var states = await db.Set<TerraformState>().Where(state => state.ConnectionId == connection.Id).ToListAsync(cancellationToken);
        var state = states.Find(state => string.Equals(state.Name, name, StringComparison.OrdinalIgnoreCase));

        if (state is null)
        {
            if (states.Count >= MostStates)
            {
                return Refusals.TooManyStates(MostStates);
            }

            state = new TerraformState { ConnectionId = connection.Id, Name = name, Things = [], GivenAt = time.GetUtcNow() };
            states.Add(state);
            db.Add(state);
        }

        (state.Things, state.GivenAt) = (read.Things, time.GetUtcNow());
        await TerraformOwning.RenewAsync(db, connection, states, time.GetUtcNow(), cancellationToken);
        audit.Record(user, "connections.give-state", connection.Name, string.Create(CultureInfo.InvariantCulture, $"{name}: {read.Things.Count} things are Terraform's, {read.Elsewhere} resources are in other Regions"));
        await db.SaveChangesAsync(cancellationToken);

        var named = new TerraformBook(read.Things);
        var imported = await db.Set<KnownThing>().AsNoTracking().Where(thing => thing.ConnectionId == connection.Id && thing.OwnedBy != null).Select(thing => thing.Path).ToListAsync(cancellationToken);

        return new GivenTerraformState { State = state.ToView(), Elsewhere = read.Elsewhere, Imported = imported.Count(path => named.Of(path) is not null) };
    }
}
