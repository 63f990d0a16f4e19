using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Connections;

namespace Portal.Server.Connections;

internal sealed class GetAccountSettingsHandler(PortalDb db, IAccountThings things) : IHandler<GetAccountSettings, AccountSettingsView>
{
    public async Task<Answer<AccountSettingsView>> HandleAsync(GetAccountSettings request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!await db.Set<Connection>().AnyAsync(connection => connection.Id == request.ConnectionId, cancellationToken))
        {
            return Platform.Refusals.NotFound;
        }

        try
        {
            return new AccountSettingsView((await things.SettingsAsync(request.ConnectionId, cancellationToken)).LogRoleArn);
        }
        catch (GatewayRefusedException refused)
        {
            return Refusals.NotAnswered(refused);
        }
    }
}
