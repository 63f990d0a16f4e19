using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class CreateTeamHandler(PortalDb db, IAuditTrail audit) : IHandler<CreateTeam, TeamView>
{
    public async Task<Answer<TeamView>> HandleAsync(CreateTeam request, CurrentUser user, CancellationToken cancellationToken)
    {
        var name = request.Name.Trim();

        if (await db.Set<Team>().AnyAsync(team => team.Name == name, cancellationToken))
        {
            return Refusals.TeamNameTaken(name);
        }

        var team = new Team { Id = Guid.CreateVersion7(), Name = name };
        db.Add(team);
        audit.Record(user, "identity.create-team", name);
        await db.SaveChangesAsync(cancellationToken);

        return new TeamView(team.Id, team.Name);
    }
}
