using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Identity;

/// <summary>Reads roles, teams and suspension for each request, from a cache of at most 15 seconds, so that what is taken away is gone for open circuits too.</summary>
internal sealed class Permissions(PortalDb db, IMemoryCache cache, IEnumerable<IOwners> owners, IEnumerable<IPersonalOwners> people) : IPermissions
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(15);

    public async Task<CurrentUser> WhoAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        principal.Identity is { IsAuthenticated: true } && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? await PersonAsync(id, cancellationToken) : CurrentUser.Nobody;

    public async Task<CurrentUser> PersonAsync(Guid id, CancellationToken cancellationToken)
    {
        if (cache.TryGetValue(KeyOf(id), out CurrentUser? known) && known is not null)
        {
            return known;
        }

        var user = await db.Set<User>().AsNoTracking()
            .Where(user => user.Id == id && !user.Suspended)
            .Select(user => new CurrentUser { Id = user.Id, Name = user.DisplayName, Roles = user.Roles, Teams = user.Teams.Select(member => member.TeamId).ToList() })
            .SingleOrDefaultAsync(cancellationToken) ?? CurrentUser.Nobody;

        return cache.Set(KeyOf(id), user, Remembered);
    }

    public async Task<bool> ReachesAsync(CurrentUser user, Concern concern, CancellationToken cancellationToken) => people.SingleOrDefault(owner => owner.Kind == concern.Kind) is { } person
        ? await person.PersonOfAsync(concern.Id, cancellationToken) is { } owner && owner == user.Id
        : await owners.Single(owner => owner.Kind == concern.Kind).TeamOfAsync(concern.Id, cancellationToken) is { } team && user.Reaches(team);

    /// <summary>Makes a change count at once, on this machine.</summary>
    public void Forget(Guid id) => cache.Remove(KeyOf(id));

    private static string KeyOf(Guid id) => $"{nameof(Permissions)}/{id}";
}
