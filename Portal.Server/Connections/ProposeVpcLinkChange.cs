using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class ProposeVpcLinkChangeHandler(AccountProposals proposals, OwnVpcLinks own) : IHandler<ProposeVpcLinkChange, ProposedChange>
{
    public async Task<Answer<ProposedChange>> HandleAsync(ProposeVpcLinkChange request, CurrentUser user, CancellationToken cancellationToken) =>
        await own.FindAsync(request.ConnectionId, request.Id, cancellationToken) switch
        {
            Answer<FoundVpcLink>.Refused(var refusal) => refusal,
            Answer<FoundVpcLink>.Given(var link) => await proposals.BringAsync(
                new AccountDeed(request.ConnectionId, request.TeamId, user, $"Change the VPC link {AccountNames.Of(link.Thing.Spec)}"), Changed(link.Thing.Spec, request), cancellationToken),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static Spec Changed(Spec link, ProposeVpcLinkChange request) => link switch
    {
        VpcLinkSpec known => known with { Id = request.Id.ToString(), Name = request.Name.Trim(), Description = Connection.Said(request.Description) },
        VpcLinkV2Spec known => known with { Id = request.Id.ToString(), Name = request.Name.Trim() },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
