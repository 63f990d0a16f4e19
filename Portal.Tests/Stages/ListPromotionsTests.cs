using Portal.Shared;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Stages;

public sealed class ListPromotionsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_promotion_is_kept_with_who_and_what_became_of_it()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var dev = await Pipeline.StageAsync(publisher, api, "dev");
        await Pipeline.StageAsync(publisher, api, "prod");
        await Pipeline.DeployAsync(publisher, dev);
        var run = await Pipeline.ProposePromotionAsync(publisher, dev);
        Assert.Empty(await PromotionsAsync(publisher, api.Id));

        await Pipeline.ApproveAsync(publisher, run);
        var promotion = Assert.Single(await PromotionsAsync(publisher, api.Id));
        Assert.Equal(("dev", "prod", 1, run.Id, PromotionOutcome.Done), (promotion.From, promotion.To, promotion.Revision, promotion.RunId, promotion.Outcome));
        Assert.StartsWith("Publisher", promotion.ApprovedBy, StringComparison.Ordinal);

        await Pipeline.ApproveAsync(publisher, await publisher.Http.PostAsync<RunView>($"/api/v1/runs/{run.Id}/undo", new { }));
        Assert.Equal(PromotionOutcome.TakenBack, Assert.Single(await PromotionsAsync(publisher, api.Id)).Outcome);
    }

    private static async Task<IReadOnlyList<PromotionView>> PromotionsAsync(Person person, Guid api) =>
        (await person.Http.GetAsync<Page<PromotionView>>($"/api/v1/apis/{api}/promotions")).Items;
}
