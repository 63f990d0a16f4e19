using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class ProposeVpcLinkDeletionHandler(AccountProposals proposals, OwnVpcLinks own, IAppliedSpecs applied) : IHandler<ProposeVpcLinkDeletion, ProposedChange>
{
    public async Task<Answer<ProposedChange>> HandleAsync(ProposeVpcLinkDeletion request, CurrentUser user, CancellationToken cancellationToken) =>
        await own.FindAsync(request.ConnectionId, request.Id, cancellationToken) switch
        {
            Answer<FoundVpcLink>.Refused(var refusal) => refusal,
            Answer<FoundVpcLink>.Given(var link) when await applied.UsersOfAsync(request.ConnectionId, link.AwsId, cancellationToken) is { Count: > 0 } users => Refusals.LinkInUse(users),
            Answer<FoundVpcLink>.Given(var link) => await proposals.DeleteAsync(
                new AccountDeed(request.ConnectionId, request.TeamId, user, $"Delete the VPC link {AccountNames.Of(link.Thing.Spec)}", "Nothing that the portal has applied or imported goes through it; where a foreign API does, AWS refuses."),
                new Address(link.Thing.Spec.Address.Kind, request.Id.ToString()),
                cancellationToken),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
