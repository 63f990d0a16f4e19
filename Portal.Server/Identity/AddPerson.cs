using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

internal sealed class AddPersonHandler(PortalDb db, UserManager<User> users, Invitations invitations, IAuditTrail audit, TimeProvider clock)
    : IHandler<AddPerson, Invitation>
{
    public async Task<Answer<Invitation>> HandleAsync(AddPerson request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await users.FindByEmailAsync(request.Email) is not null)
        {
            return Refusals.EmailTaken;
        }

        if (await db.Set<Team>().CountAsync(team => request.Teams.Contains(team.Id), cancellationToken) != request.Teams.Distinct().Count())
        {
            return Refusals.NoSuchTeam;
        }

        var person = new User
        {
            Id = Guid.CreateVersion7(),
            UserName = request.Email,
            Email = request.Email,
            EmailConfirmed = true,
            DisplayName = request.DisplayName,
            Roles = request.Roles.Together(),
            CreatedAt = clock.GetUtcNow(),
        };

        person.Teams.AddRange(request.Teams.Distinct().Select(team => new TeamMember { TeamId = team, UserId = person.Id }));
        audit.Record(user, "identity.add-person", person.Id.ToString(), person.Roles.ToString());

        var result = await users.CreateAsync(person);

        return result.Succeeded
            ? await invitations.MintAsync(person, cancellationToken)
            : Platform.Refusals.Malformed(nameof(request.Email), string.Join(' ', result.Errors.Select(error => error.Description)));
    }
}
