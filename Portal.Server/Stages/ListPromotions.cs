using Microsoft.EntityFrameworkCore;
using Portal.Server.Catalog;
using Portal.Server.Identity;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

internal sealed class ListPromotionsHandler(PortalDb db) : IHandler<ListPromotions, Page<PromotionView>>
{
    private const int Shown = 100;

    public async Task<Answer<Page<PromotionView>>> HandleAsync(ListPromotions request, CurrentUser user, CancellationToken cancellationToken)
    {
        var promotions =
            from promotion in db.Set<Promotion>()
            join stage in db.Set<Stage>() on promotion.ToStageId equals stage.Id
            where stage.ApiId == request.ApiId
            select new { Promotion = promotion, To = stage.Name };

        var items = await (
            from row in promotions
            join revision in db.Set<ApiRevision>() on row.Promotion.RevisionId equals revision.Id
            orderby row.Promotion.At descending
            select new PromotionView
            {
                Id = row.Promotion.Id,
                From = db.Set<Stage>().Where(stage => stage.Id == row.Promotion.FromStageId).Select(stage => stage.Name).FirstOrDefault() ?? "",
                To = row.To,
                ToStageId = row.Promotion.ToStageId,
                Revision = revision.Number,
                RunId = row.Promotion.RunId,
                By = db.Set<User>().Where(person => person.Id == row.Promotion.By).Select(person => person.DisplayName).FirstOrDefault() ?? "",
                ApprovedBy = db.Set<User>().Where(person => person.Id == row.Promotion.ApprovedBy).Select(person => person.DisplayName).FirstOrDefault() ?? "",
                At = row.Promotion.At,
                Outcome = row.Promotion.Outcome,
            }).Take(Shown).ToListAsync(cancellationToken);

        return new Page<PromotionView> { Items = items, Total = await promotions.CountAsync(cancellationToken) };
    }
}
