using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class ChangePersonHandler(PortalDb db, UserManager<User> users, Permissions permissions, IAuditTrail audit) : IHandler<ChangePerson, PersonView>
{
    public async Task<Answer<PersonView>> HandleAsync(ChangePerson request, CurrentUser user, CancellationToken cancellationToken)
    {
        var person = await db.Set<User>().Include(person => person.Teams).SingleOrDefaultAsync(person => person.Id == request.Id, cancellationToken);

        if (person is null)
        {
            return Platform.Refusals.NotFound;
        }

        var roles = request.Roles.Together();

        if (EndsAdministrator(person, roles, request.Suspended) && await IsLastAdministratorAsync(person, cancellationToken))
        {
            return Refusals.LastAdministrator;
        }

        if (await db.Set<Team>().CountAsync(team => request.Teams.Contains(team.Id), cancellationToken) != request.Teams.Distinct().Count())
        {
            return Refusals.NoSuchTeam;
        }

        if (person.ConcurrencyStamp != request.Stamp)
        {
            return Platform.Refusals.ChangedMeanwhile;
        }

        audit.Record(user, "identity.change-person", person.Id.ToString(), $"{person.Roles} -> {roles}{(request.Suspended ? ", suspended" : "")}");
        person.DisplayName = request.DisplayName;
        person.Roles = roles;
        person.Suspended = request.Suspended;
        person.Teams.RemoveAll(member => !request.Teams.Contains(member.TeamId));
        person.Teams.AddRange(request.Teams.Distinct()
            .Where(team => person.Teams.All(member => member.TeamId != team))
            .Select(team => new TeamMember { TeamId = team, UserId = person.Id }));

        // Cookies carry the stamp, so that sessions which are open end. Roles and teams are read for each request: for them nobody need sign in again.
        var result = request.Suspended ? await users.UpdateSecurityStampAsync(person) : await users.UpdateAsync(person);

        if (!result.Succeeded)
        {
            return Platform.Refusals.ChangedMeanwhile;
        }

        permissions.Forget(person.Id);

        return await db.ViewAsync(person.Id, cancellationToken);
    }

    private static bool EndsAdministrator(User person, Role roles, bool suspended) =>
        person is { Suspended: false } && person.Roles.HasFlag(Role.Admin) && (suspended || !roles.HasFlag(Role.Admin));

    private async Task<bool> IsLastAdministratorAsync(User person, CancellationToken cancellationToken)
    {
        var others = await db.Set<User>()
            .Where(other => other.Id != person.Id && !other.Suspended)
            .Select(other => other.Roles)
            .ToListAsync(cancellationToken);

        return !others.Any(roles => roles.HasFlag(Role.Admin));
    }
}
