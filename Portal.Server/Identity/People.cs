using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Server.Identity;

/// <summary>Reads people as views.</summary>
internal static class People
{
    public static async Task<PersonView> ViewAsync(this PortalDb db, Guid id, CancellationToken cancellationToken) =>
        (await db.ViewsAsync(user => user.Id == id, cancellationToken)).Single();

    public static async Task<IReadOnlyList<PersonView>> ViewsAsync(this PortalDb db, Expression<Func<User, bool>> filter, CancellationToken cancellationToken)
    {
        var teams = await db.Set<Team>().AsNoTracking().ToDictionaryAsync(team => team.Id, team => team.Name, cancellationToken);
        var people = await db.Set<User>().AsNoTracking()
            .Where(filter)
            .Include(user => user.Teams)
            .OrderBy(user => user.DisplayName)
            .ToListAsync(cancellationToken);

        return [.. people.Select(user => new PersonView
        {
            Id = user.Id,
            Email = user.Email!,
            DisplayName = user.DisplayName,
            Roles = user.Roles.ToList(),
            Teams = [.. user.Teams.Select(member => new TeamView(member.TeamId, teams[member.TeamId])).OrderBy(team => team.Name, StringComparer.CurrentCulture)],
            Suspended = user.Suspended,
            HasPassword = user.PasswordHash is not null,
            Confirmed = user.EmailConfirmed,
            Stamp = user.ConcurrencyStamp!,
        })];
    }

    /// <summary>The names of people by id; of somebody who is gone, the id stands for them.</summary>
    public static async Task<Dictionary<Guid, string>> NamesAsync(this PortalDb db, IEnumerable<Guid?> people, CancellationToken cancellationToken)
    {
        var ids = people.OfType<Guid>().Distinct().ToList();
        var known = await db.Set<User>().AsNoTracking()
            .Where(user => ids.Contains(user.Id))
            .Select(user => new { user.Id, user.DisplayName })
            .ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);

        return ids.ToDictionary(id => id, id => known.GetValueOrDefault(id, id.ToString()));
    }

    public static IReadOnlyList<Role> ToList(this Role roles) => [.. Roles.All.Where(role => roles.HasFlag(role))];

    public static Role Together(this IEnumerable<Role> roles) => roles.Aggregate(Role.None, (all, role) => all | role);
}
