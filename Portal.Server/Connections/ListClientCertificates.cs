using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class ListClientCertificatesHandler(PortalDb db, IAccountThings things, AccountStandings standings, TimeProvider clock) : IHandler<ListClientCertificates, Page<ClientCertificateView>>
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    public async Task<Answer<Page<ClientCertificateView>>> HandleAsync(ListClientCertificates request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!await db.Set<Connection>().AnyAsync(connection => connection.Id == request.ConnectionId, cancellationToken))
        {
            return Platform.Refusals.NotFound;
        }

        try
        {
            var found = await things.CertificatesAsync(request.ConnectionId, cancellationToken);
            var standing = await standings.OfAsync(request.ConnectionId, Kind.ClientCertificate, cancellationToken);

            return new Page<ClientCertificateView> { Items = [.. found.Select(certificate => View(certificate, standing(certificate.Thing)))], Total = found.Count };
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.NotAnswered(refused);
        }
    }

    private ClientCertificateView View(FoundCertificate certificate, (Guid? Id, ThingStanding Standing) standing) => new()
    {
        Id = standing.Id,
        AwsId = certificate.AwsId,
        Description = certificate.Description,
        CreatedAt = certificate.CreatedAt,
        ExpiresAt = certificate.ExpiresAt,
        Age = AgeOf(certificate.ExpiresAt - clock.GetUtcNow()),
        Standing = standing.Standing,
        OwnedBy = certificate.Thing.Owner?.Words,
    };

    internal static CertificateAge AgeOf(TimeSpan left) => left <= TimeSpan.Zero ? CertificateAge.Ended : left <= Soon ? CertificateAge.EndsSoon : CertificateAge.Good;
}
