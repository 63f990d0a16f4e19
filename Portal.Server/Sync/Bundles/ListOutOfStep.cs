using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Bundles;

internal sealed class ListOutOfStepHandler(PortalDb db, Picking picking) : IHandler<ListOutOfStep, Page<PickView>>
{
    public async Task<Answer<Page<PickView>>> HandleAsync(ListOutOfStep request, CurrentUser user, CancellationToken cancellationToken)
    {
        var picks = request.Things is [] ? await picking.OutOfStepAsync(request.Connection, request.LaterStages, user, cancellationToken) : await picking.FindAsync(request.Things, user, cancellationToken);
        var names = await db.Set<Connection>().ToDictionaryAsync(connection => connection.Id, connection => connection.Name, cancellationToken);

        return new Page<PickView>
        {
            Items = [.. picks.Skip(request.Skip).Take(request.Take).Select(pick => new PickView { Thing = pick.Thing, Name = pick.Pick.Name, ConnectionName = names[pick.Pick.Connection], Why = pick.Pick.Why })],
            Total = picks.Count,
        };
    }
}
