using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Stages;

/// <summary>Finds what a promotion would move, and where to.</summary>
internal sealed class Promoting(PortalDb db)
{
    /// <param name="from">The stage whose release is promoted.</param>
    /// <param name="release">The release that somebody has seen there; null takes what it runs.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<Answer<PromotionCandidate>> FindAsync(Guid from, Guid? release, CancellationToken cancellationToken)
    {
        var stage = await db.Set<Stage>().AsNoTracking().SingleAsync(stage => stage.Id == from, cancellationToken);
        var api = await db.Set<Api>().AsNoTracking().SingleAsync(api => api.Id == stage.ApiId, cancellationToken);

        if (api.Status is ApiStatus.Retired)
        {
            return Refusals.ApiRetired;
        }

        var pipeline = await db.Set<Stage>().AsNoTracking().Where(other => other.ApiId == api.Id).OrderBy(other => other.Position).ThenBy(other => other.Id).ToListAsync(cancellationToken);

        if (pipeline.SkipWhile(other => other.Id != stage.Id).ElementAtOrDefault(1) is not { } next)
        {
            return Refusals.LastOfPipeline(stage.Name);
        }

        if (await db.Set<Release>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == stage.ReleaseId, cancellationToken) is not { } running)
        {
            return Refusals.NothingToPromote(stage.Name);
        }

        return release is null || release == running.Id ? new PromotionCandidate(stage, next, api, running) : Refusals.RunsAnother(stage.Name);
    }
}

/// <param name="From">The stage that runs it.</param>
/// <param name="To">The next one of the pipeline.</param>
/// <param name="Api">Their API.</param>
/// <param name="Release">What is promoted.</param>
internal sealed record PromotionCandidate(Stage From, Stage To, Api Api, Release Release)
{
    /// <summary>Within one connection the very same deployment moves on.</summary>
    public bool SameDeployment => From.ConnectionId == To.ConnectionId;

    /// <summary>The settings of the next stage with those that may move on: not what names a thing of one account, which stays its own. Null where the portal leaves either's alone.</summary>
    public StageSettingsSpec? SettingsOrNull() => (Release.Settings, To.Settings) switch
    {
        ({ } from, { } own) => own with
        {
            Methods = from.Methods,
            CacheSize = from.CacheSize,
            Tracing = from.Tracing,
            DocumentationVersion = SameDeployment ? from.DocumentationVersion : own.DocumentationVersion,
        },
        _ => null,
    };
}
