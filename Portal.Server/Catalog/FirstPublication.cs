using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class FirstPublication(PortalDb db) : IFirstStep
{
    public FirstStep Step => FirstStep.Publish;

    public Task<bool> IsDoneAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var all = user.Roles.ReachesAllTeams();

        return db.Set<Api>().AnyAsync(
            api => (all || user.Teams.Contains(api.TeamId)) && api.Audience != Audience.Team && (api.Status == ApiStatus.Published || api.Status == ApiStatus.Deprecated),
            cancellationToken);
    }
}
