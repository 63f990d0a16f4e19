using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class ProposeCertificateDeletionHandler(AccountProposals proposals, OwnCertificates own, IAccountThings things) : IHandler<ProposeCertificateDeletion, ProposedChange>
{
    public async Task<Answer<ProposedChange>> HandleAsync(ProposeCertificateDeletion request, CurrentUser user, CancellationToken cancellationToken) =>
        await own.FindAsync(request.ConnectionId, request.Id, cancellationToken) switch
        {
            Answer<FoundCertificate>.Refused(var refusal) => refusal,
            Answer<FoundCertificate>.Given(var certificate) => await DeleteAsync(request, certificate, user, cancellationToken),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private async Task<Answer<ProposedChange>> DeleteAsync(ProposeCertificateDeletion request, FoundCertificate certificate, CurrentUser user, CancellationToken cancellationToken)
    {
        CertificateUses uses;

        try
        {
            uses = await CertificateUses.OfAllAsync(things, request.ConnectionId, cancellationToken);
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.NotAnswered(refused);
        }

        if (uses.Stages[certificate.AwsId].Order(StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } stages)
        {
            return Refusals.CertificateInUse(stages);
        }

        return await proposals.DeleteAsync(
            new AccountDeed(request.ConnectionId, request.TeamId, user, $"Delete the client certificate {certificate.Description ?? certificate.AwsId}"),
            new Address(Kind.ClientCertificate, request.Id.ToString()),
            cancellationToken);
    }
}
