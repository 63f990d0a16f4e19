using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Server.Stages;

/// <summary>Finds what a stage would go back to.</summary>
internal sealed class RollingBack(PortalDb db)
{
    /// <param name="id">The stage.</param>
    /// <param name="wanted">One of its releases; null is the one before the present.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<Answer<RollBackCandidate>> FindAsync(Guid id, Guid? wanted, CancellationToken cancellationToken)
    {
        var stage = await db.Set<Stage>().AsNoTracking().SingleAsync(stage => stage.Id == id, cancellationToken);
        var api = await db.Set<Api>().AsNoTracking().SingleAsync(api => api.Id == stage.ApiId, cancellationToken);
        var releases = await db.Set<Release>().AsNoTracking().Where(release => release.StageId == id).OrderByDescending(release => release.At).ToListAsync(cancellationToken);

        if (releases.Find(release => release.Id == stage.ReleaseId) is not { } running)
        {
            return Refusals.NothingBefore(stage.Name);
        }

        var back = wanted is null ? new ReleaseHistory(releases).Before(running) : releases.Find(release => release.Id == wanted);

        return back switch
        {
            null => Refusals.NothingBefore(stage.Name),
            _ when back.IsSameAs(running) => Refusals.RunsAlready(stage.Name),
            _ => new RollBackCandidate(stage, api, running, back),
        };
    }
}

/// <param name="Stage">The stage.</param>
/// <param name="Api">Its API.</param>
/// <param name="Running">What it runs.</param>
/// <param name="Back">What it goes back to.</param>
internal sealed record RollBackCandidate(Stage Stage, Api Api, Release Running, Release Back);
