using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Catalog;

internal sealed class FirstApi(PortalDb db) : IFirstStep
{
    public FirstStep Step => FirstStep.Api;

    public Task<bool> IsDoneAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var all = user.Roles.ReachesAllTeams();

        return db.Set<Api>().AnyAsync(api => all || user.Teams.Contains(api.TeamId), cancellationToken);
    }
}
