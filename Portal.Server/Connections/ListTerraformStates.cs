using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class ListTerraformStatesHandler(PortalDb db) : IHandler<ListTerraformStates, Page<TerraformStateView>>
{
    public async Task<Answer<Page<TerraformStateView>>> HandleAsync(ListTerraformStates request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!await db.Set<Connection>().AnyAsync(connection => connection.Id == request.ConnectionId, cancellationToken))
        {
            return Platform.Refusals.NotFound;
        }

        var states = await db.Set<TerraformState>().AsNoTracking().Where(state => state.ConnectionId == request.ConnectionId).OrderBy(state => state.Name).ToListAsync(cancellationToken);

        return new Page<TerraformStateView> { Items = [.. states.Select(state => state.ToView())], Total = states.Count };
    }
}
