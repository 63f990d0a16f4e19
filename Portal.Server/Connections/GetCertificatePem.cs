using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class GetCertificatePemHandler(PortalDb db, IAccountThings things) : IHandler<GetCertificatePem, CertificatePem>
{
    public async Task<Answer<CertificatePem>> HandleAsync(GetCertificatePem request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!await db.Set<Connection>().AnyAsync(connection => connection.Id == request.ConnectionId, cancellationToken))
        {
            return Platform.Refusals.NotFound;
        }

        try
        {
            return (await things.CertificatesAsync(request.ConnectionId, cancellationToken)).FirstOrDefault(certificate => certificate.AwsId == request.AwsId) is { } found
                ? new CertificatePem($"client-certificate-{found.AwsId}.pem", found.Pem)
                : Platform.Refusals.NotFound;
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.NotAnswered(refused);
        }
    }
}
