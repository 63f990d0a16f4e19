using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class ProposeCertificateDescriptionHandler(AccountProposals proposals, OwnCertificates own) : IHandler<ProposeCertificateDescription, ProposedChange>
{
    public async Task<Answer<ProposedChange>> HandleAsync(ProposeCertificateDescription request, CurrentUser user, CancellationToken cancellationToken) =>
        await own.FindAsync(request.ConnectionId, request.Id, cancellationToken) switch
        {
            Answer<FoundCertificate>.Refused(var refusal) => refusal,
            Answer<FoundCertificate>.Given(var certificate) => await proposals.BringAsync(
                new AccountDeed(request.ConnectionId, request.TeamId, user, $"Change the description of the client certificate {certificate.Description ?? certificate.AwsId}"),
                new ClientCertificateSpec(request.Id.ToString()) { Description = request.Description.Trim() },
                cancellationToken),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
