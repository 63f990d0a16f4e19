using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class ProposeDomainNameChangeHandler(AccountProposals proposals, DomainNaming naming) : IHandler<ProposeDomainNameChange, ProposedChange>
{
    public async Task<Answer<ProposedChange>> HandleAsync(ProposeDomainNameChange request, CurrentUser user, CancellationToken cancellationToken)
    {
        switch (await naming.FindAsync(request.ConnectionId, request.Id, cancellationToken), await naming.MappingsAsync(request.ConnectionId, request.Mappings, user, cancellationToken))
        {
            case (Answer<DomainNameSpec>.Refused(var refusal), _):
                return refusal;
            case (_, Answer<SortedMap<string>>.Refused(var refusal)):
                return refusal;
            case (Answer<DomainNameSpec>.Given(var known), Answer<SortedMap<string>>.Given(var mappings)):
                // What leads to a foreign stage is not the portal's to lose: it stays where nothing of ours takes its path.
                var kept = known.Mappings.Where(mapping => UsagePlanSpec.ForeignOf(mapping.Value) is not null && !mappings.ContainsKey(mapping.Key));

                return await proposals.BringAsync(
                    new AccountDeed(request.ConnectionId, request.TeamId, user, $"Change the domain name {known.Name}") { Names = await naming.NamesAsync(request.ConnectionId, cancellationToken) },
                    known with
                    {
                        CertificateArn = request.CertificateArn,
                        SecurityPolicy = request.SecurityPolicy,
                        MutualTls = ProposeDomainNameHandler.TruststoreOf(request),
                        IpAddressType = request.IpAddressType ?? known.IpAddressType,
                        Mappings = new([.. mappings, .. kept]),
                    },
                    cancellationToken);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
