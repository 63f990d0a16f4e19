using Bunit;
using Portal.Client.Stages.Admin;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Tests.Client.Stages.Admin;

public sealed class PromotePageTests : ScreenContext
{
    private static readonly Guid ProdId = Guid.NewGuid();

    private static StageView Prod { get; } = Given.Stage() with { Id = ProdId, Name = "prod", Runs = Given.Stage().Runs! with { Revision = 1, Deployment = "fedcba9876543210" } };

    private static PromotionReview Review { get; } = new()
    {
        From = Given.Stage() with { Next = "prod", IsAhead = true },
        SameDeployment = true,
        OtherSettings = [],
        Change = new ReleaseChange
        {
            Stage = Prod,
            Release = Given.Stage().Runs!,
            Routes = [new RouteChange { Kind = RouteChangeKind.Added, Route = "GET /a", Sentence = "Adds GET /a." }, new RouteChange { Kind = RouteChangeKind.Removed, Route = "GET /b", Sentence = "Removes GET /b." }],
            Settings = [],
            StageSettings = [],
            Variables = [new VariableChange("colour", "red", null)],
            Missing = [],
        },
    };

    [Fact]
    public async Task What_changes_is_read_and_then_proposed()
    {
        Portal.On<ReviewPromotion, PromotionReview>(Review).On<ProposePromotion, ProposedDeployment>(new ProposedDeployment { RunId = Given.RunId, IsEmpty = false });
        var page = Draw();

        Assert.Contains("Gone Removes GET /b. New Adds GET /a.", page.Words(), StringComparison.Ordinal);
        Assert.Contains("colour red (none)", page.Words(), StringComparison.Ordinal);
        await page.Named("Promote").ClickAsync();

        Assert.Equal(Review.Change.Release.Id, Portal.Last<ProposePromotion>().Release);
        Assert.Equal($"runs/{Given.RunId}?approve=true", Place);
    }

    [Fact]
    public async Task Settings_move_on_only_where_somebody_asks()
    {
        Portal.On<ReviewPromotion, PromotionReview>(Review with { OtherSettings = ["Traces calls with X-Ray, for which AWS charges."] })
            .On<ProposePromotion, ProposedDeployment>(new ProposedDeployment { RunId = Given.RunId, IsEmpty = false });
        var page = Draw();

        await page.Named("Promote").ClickAsync();
        var before = Portal.Last<ProposePromotion>().TakeSettings;
        await page.Find("#take-settings").ChangeAsync(new() { Value = true });
        await page.Named("Promote").ClickAsync();

        Assert.Equal((false, true), (before, Portal.Last<ProposePromotion>().TakeSettings));
    }

    [Fact]
    public void A_missing_variable_leads_to_where_it_is_set()
    {
        Portal.On<ReviewPromotion, PromotionReview>(Review with { Change = Review.Change with { Missing = ["backend"] } });
        var page = Draw();

        Assert.Equal($"apis/{Given.ApiId}/stages/{ProdId}?tab=variables", page.Named("Set it on prod").GetAttribute("href"));
        Assert.True(page.Named("Promote").HasAttribute("disabled"));
    }

    [Fact]
    public void That_a_second_person_is_needed_is_said_before()
    {
        Portal.On<ReviewPromotion, PromotionReview>(Review with { Change = Review.Change with { Stage = Prod with { NeedsSecondPerson = true } } });

        Assert.Contains("prod needs a second person", Draw().Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_shown()
    {
        Portal.On<ReviewPromotion, PromotionReview>(Review).Refuses<ProposePromotion, ProposedDeployment>(Given.Refusal(RefusalKind.Conflict, "urn:portal:stages:deployment-gone", "It is gone."));
        var page = Draw();

        await page.Named("Promote").ClickAsync();

        Assert.Contains("It is gone.", page.Find("[role=alert]").Words(), StringComparison.Ordinal);
    }

    private IRenderedComponent<PromotePage> Draw() => Render<PromotePage>(parameters => parameters.Add(page => page.ApiId, Given.ApiId).Add(page => page.Id, Given.StageId));
}
