using System.Diagnostics;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class ReviewRollBackHandler(RollingBack rolling, ReleaseChanges changes) : IHandler<ReviewRollBack, ReleaseChange>
{
    public async Task<Answer<ReleaseChange>> HandleAsync(ReviewRollBack request, CurrentUser user, CancellationToken cancellationToken) =>
        await rolling.FindAsync(request.StageId, request.Release, cancellationToken) switch
        {
            Answer<RollBackCandidate>.Given(var (stage, api, running, back)) => await changes.OfAsync(stage, api, back, new(back.Variables, back.Settings ?? running.Settings), cancellationToken),
            Answer<RollBackCandidate>.Refused(var refusal) => refusal,
            _ => throw new UnreachableException(),
        };
}
