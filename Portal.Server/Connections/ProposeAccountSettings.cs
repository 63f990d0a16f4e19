using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class ProposeAccountSettingsHandler(AccountProposals proposals) : IHandler<ProposeAccountSettings, ProposedChange>
{
    public Task<Answer<ProposedChange>> HandleAsync(ProposeAccountSettings request, CurrentUser user, CancellationToken cancellationToken)
    {
        var role = Connection.Said(request.LogRoleArn);

        return proposals.BringAsync(
            new AccountDeed(request.ConnectionId, request.TeamId, user, role is null ? "Take API Gateway's log role away" : "Change API Gateway's log role", Notes(role)),
            new AccountSettingsSpec(request.ConnectionId.ToString()) { LogRoleArn = role },
            cancellationToken);
    }

    private static IReadOnlyList<string> Notes(string? role) =>
    [
        "It holds for every API of this account and Region, whoever made it.",
        .. role is null ? Array.Empty<string>() : ["The role must let apigateway.amazonaws.com assume it and bear the policy AmazonAPIGatewayPushToCloudWatchLogs; to set it needs iam:PassRole on it. AWS tries it, and refuses one that does not work."],
    ];
}
