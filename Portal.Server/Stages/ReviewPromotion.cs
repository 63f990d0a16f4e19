using System.Diagnostics;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class ReviewPromotionHandler(Promoting promoting, StageViews views, ReleaseChanges changes, IDefinitionWords words) : IHandler<ReviewPromotion, PromotionReview>
{
    public async Task<Answer<PromotionReview>> HandleAsync(ReviewPromotion request, CurrentUser user, CancellationToken cancellationToken) =>
        await promoting.FindAsync(request.StageId, release: null, cancellationToken) switch
        {
            Answer<PromotionCandidate>.Given(var candidate) => new PromotionReview
            {
                From = await views.OfAsync(candidate.From.Id, cancellationToken),
                Change = await changes.OfAsync(candidate.To, candidate.Api, candidate.Release, new(candidate.To.Variables, candidate.To.Settings), cancellationToken),
                OtherSettings = candidate.SettingsOrNull() is { } settings ? words.Between(candidate.To.Settings!, settings) : [],
                SameDeployment = candidate.SameDeployment,
            },
            Answer<PromotionCandidate>.Refused(var refusal) => refusal,
            _ => throw new UnreachableException(),
        };
}
