using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Stages;

internal sealed class FirstDeployment(PortalDb db) : IFirstStep
{
    public FirstStep Step => FirstStep.Deploy;

    public Task<bool> IsDoneAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var all = user.Roles.ReachesAllTeams();

        return db.Set<Stage>().AnyAsync(
            stage => stage.ReleaseId != null && (all || db.Set<Api>().Any(api => api.Id == stage.ApiId && user.Teams.Contains(api.TeamId))),
            cancellationToken);
    }
}
