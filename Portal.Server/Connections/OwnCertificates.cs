using Portal.Server.Gateway;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

/// <summary>Finds the client certificates that the portal may change.</summary>
internal sealed class OwnCertificates(IAccountThings things, AccountStandings standings)
{
    /// <param name="connection">The account and Region.</param>
    /// <param name="id">The portal's id.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<Answer<FoundCertificate>> FindAsync(Guid connection, Guid id, CancellationToken cancellationToken)
    {
        try
        {
            var standing = await standings.OfAsync(connection, Kind.ClientCertificate, cancellationToken);
            var found = await things.CertificatesAsync(connection, cancellationToken);

            return found.FirstOrDefault(certificate => standing(certificate.Thing) is (var known, ThingStanding.Ours or ThingStanding.Imported) && known == id) is { } certificate
                ? certificate
                : Platform.Refusals.NotFound;
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.NotAnswered(refused);
        }
    }
}
