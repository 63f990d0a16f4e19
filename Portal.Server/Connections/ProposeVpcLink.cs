using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class ProposeVpcLinkHandler(AccountProposals proposals, TimeProvider clock) : IHandler<ProposeVpcLink, ProposedChange>
{
    public Task<Answer<ProposedChange>> HandleAsync(ProposeVpcLink request, CurrentUser user, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        var name = request.Name.Trim();
        Spec link = Connection.Said(request.TargetArn) is { } target
            ? new VpcLinkSpec(id) { Name = name, Description = Connection.Said(request.Description), TargetArn = target }
            : new VpcLinkV2Spec(id) { Name = name, SubnetIds = request.SubnetIds, SecurityGroupIds = request.SecurityGroupIds };

        return proposals.BringAsync(
            new AccountDeed(request.ConnectionId, request.TeamId, user, $"Make the VPC link {name}", "AWS takes minutes until it is available, and may fail at it: the page of VPC links says so. What deploys through it meanwhile waits."),
            link,
            cancellationToken);
    }
}
