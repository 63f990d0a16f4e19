using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class FirstPromotion(PortalDb db) : IFirstStep
{
    public FirstStep Step => FirstStep.Promote;

    public Task<bool> IsDoneAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var all = user.Roles.ReachesAllTeams();
        var reached = db.Set<Stage>().Where(stage => all || db.Set<Api>().Any(api => api.Id == stage.ApiId && user.Teams.Contains(api.TeamId))).Select(stage => stage.Id);

        return db.Set<Promotion>().AnyAsync(promotion => promotion.Outcome != PromotionOutcome.Stopped && reached.Contains(promotion.ToStageId), cancellationToken);
    }
}
