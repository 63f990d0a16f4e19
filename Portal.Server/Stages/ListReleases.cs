using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class ListReleasesHandler(PortalDb db) : IHandler<ListReleases, Page<ReleaseView>>
{
    private const int Shown = 100;

    public async Task<Answer<Page<ReleaseView>>> HandleAsync(ListReleases request, CurrentUser user, CancellationToken cancellationToken)
    {
        var releases = db.Set<Release>().Where(release => release.StageId == request.StageId);

        return new Page<ReleaseView>
        {
            Items = await db.ReleaseViewsAsync(releases.OrderByDescending(release => release.At).Take(Shown), cancellationToken),
            Total = await releases.CountAsync(cancellationToken),
        };
    }
}
