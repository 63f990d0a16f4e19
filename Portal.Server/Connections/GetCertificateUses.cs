using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class GetCertificateUsesHandler(PortalDb db, IAccountThings things) : IHandler<GetCertificateUses, CertificateUsesView>
{
    public async Task<Answer<CertificateUsesView>> HandleAsync(GetCertificateUses request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!await db.Set<Connection>().AnyAsync(connection => connection.Id == request.ConnectionId, cancellationToken))
        {
            return Platform.Refusals.NotFound;
        }

        try
        {
            var uses = await things.CertificateUsesAsync(request.ConnectionId, request.LeftOut, cancellationToken);

            return new CertificateUsesView([.. uses.Stages.OrderBy(use => use.Key, StringComparer.Ordinal).Select(use => new CertificateUse(use.Key, [.. use.Order(StringComparer.OrdinalIgnoreCase)]))], uses.Apis, uses.Looked);
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.NotAnswered(refused);
        }
    }
}
