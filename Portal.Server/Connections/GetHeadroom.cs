using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class GetHeadroomHandler(PortalDb db, IQuotaSource quotas) : IHandler<GetHeadroom, HeadroomView>
{
    public async Task<Answer<HeadroomView>> HandleAsync(GetHeadroom request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!await db.Set<Connection>().AnyAsync(connection => connection.Id == request.Id, cancellationToken))
        {
            return Platform.Refusals.NotFound;
        }

        try
        {
            return await quotas.CountAsync(request.Id, cancellationToken);
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.NotAnswered(refused);
        }
    }
}
