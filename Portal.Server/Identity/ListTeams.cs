using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class ListTeamsHandler(PortalDb db) : IHandler<ListTeams, Page<TeamView>>
{
    public async Task<Answer<Page<TeamView>>> HandleAsync(ListTeams request, CurrentUser user, CancellationToken cancellationToken)
    {
        var all = user.Roles.ReachesAllTeams();
        var teams = await db.Set<Team>()
            .Where(team => all || user.Teams.Contains(team.Id))
            .OrderBy(team => team.Name)
            .Select(team => new TeamView(team.Id, team.Name))
            .ToListAsync(cancellationToken);

        return new Page<TeamView> { Items = teams, Total = teams.Count };
    }
}
