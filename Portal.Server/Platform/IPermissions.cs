using System.Security.Claims;
using Portal.Shared;

namespace Portal.Server.Platform;

/// <summary>Who somebody is and what they reach; Identity knows.</summary>
internal interface IPermissions
{
    /// <summary>The person behind a principal, as they are now: <see cref="CurrentUser.Nobody"/> if not signed in, suspended or gone.</summary>
    Task<CurrentUser> WhoAsync(ClaimsPrincipal principal, CancellationToken cancellationToken);

    /// <summary>A person as they are now, for what is done in their name while they are away: <see cref="CurrentUser.Nobody"/> if suspended or gone.</summary>
    Task<CurrentUser> PersonAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Whether a thing exists and belongs to a team that the user reaches, or to the user; one answer for both.</summary>
    Task<bool> ReachesAsync(CurrentUser user, Concern concern, CancellationToken cancellationToken);
}

/// <summary>Tells which team a thing belongs to; each room does it for its own kinds.</summary>
internal interface IOwners
{
    ConcernKind Kind { get; }

    /// <summary>The team, or null if there is no such thing.</summary>
    Task<Guid?> TeamOfAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>Tells which person a thing belongs to: nobody else reaches it, whatever their role.</summary>
internal interface IPersonalOwners
{
    ConcernKind Kind { get; }

    /// <summary>The person, or null if there is no such thing.</summary>
    Task<Guid?> PersonOfAsync(Guid id, CancellationToken cancellationToken);
}
