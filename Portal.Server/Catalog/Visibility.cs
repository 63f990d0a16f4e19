using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

/// <summary>Who sees which APIs of the catalog: the one rule behind its list, its search and every page of a reference.</summary>
internal static class Visibility
{
    public static IQueryable<Api> SeenBy(this IQueryable<Api> apis, CurrentUser user)
    {
        var signedIn = user.Roles is not Role.None;
        var all = user.Roles.ReachesAllTeams();

        return apis.Where(api =>
            (api.Status == ApiStatus.Published || api.Status == ApiStatus.Deprecated)
            && (api.Audience == Audience.Everyone || (signedIn && api.Audience == Audience.Developers) || all || user.Teams.Contains(api.TeamId)));
    }
}
