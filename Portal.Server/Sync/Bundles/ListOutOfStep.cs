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
        var picks = request.Things is [] ? await picking.OutOfStepAsync(request.Connection, user, cancellationToken) : await picking.FindAsync(request.Things, user, cancellationToken);
        var names = await db.Set<Connection>().ToDictionaryAsync(connection => connection.Id, connection => connection.Name, cancellationToken);

        return new Page<PickView>
        {
            Items = [.. picks.Take(ProposeBundle.Most).Select(pick => new PickView { Thing = pick.Thing.ToString(), Name = pick.Name, ConnectionName = names[pick.Connection], Why = pick.Why })],
            Total = picks.Count,
        };
    }
}
