using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class ProposeDomainNameDeletionHandler(AccountProposals proposals, DomainNaming naming) : IHandler<ProposeDomainNameDeletion, ProposedChange>
{
    public async Task<Answer<ProposedChange>> HandleAsync(ProposeDomainNameDeletion request, CurrentUser user, CancellationToken cancellationToken) =>
        await naming.FindAsync(request.ConnectionId, request.Id, cancellationToken) switch
        {
            Answer<DomainNameSpec>.Refused(var refusal) => refusal,
            Answer<DomainNameSpec>.Given(var domain) => await proposals.DeleteAsync(
                new AccountDeed(
                    request.ConnectionId, request.TeamId, user, $"Delete the domain name {domain.Name}",
                    domain.IsPrivate
                        ? "The APIs stay. Other accounts lose what lets their VPC endpoints in, and must do it again where the name comes back: it has another id then."
                        : "The APIs stay, and answer at AWS's own addresses unless these are switched off. Take the DNS record away: it would point at nobody. Where the name comes back, it has another target."),
                domain.Address,
                cancellationToken),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
