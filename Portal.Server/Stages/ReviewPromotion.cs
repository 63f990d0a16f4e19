using System.Diagnostics;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class ReviewPromotionHandler(Promoting promoting, StageViews views, ReleaseChanges changes) : IHandler<ReviewPromotion, PromotionReview>
{
    public async Task<Answer<PromotionReview>> HandleAsync(ReviewPromotion request, CurrentUser user, CancellationToken cancellationToken) =>
        await promoting.FindAsync(request.StageId, release: null, cancellationToken) switch
        {
            Answer<PromotionCandidate>.Given(var candidate) => new PromotionReview
            {
                From = await views.OfAsync(candidate.From.Id, cancellationToken),
                Change = await changes.OfAsync(candidate.To, candidate.Api, candidate.Release, candidate.To.Variables, cancellationToken),
                SameDeployment = candidate.SameDeployment,
            },
            Answer<PromotionCandidate>.Refused(var refusal) => refusal,
            _ => throw new UnreachableException(),
        };
}
