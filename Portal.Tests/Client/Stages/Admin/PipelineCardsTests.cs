using Bunit;
using Portal.Client.Stages.Admin;
using Portal.Shared;
using Portal.Shared.Stages;

namespace Portal.Tests.Client.Stages.Admin;

public sealed class PipelineCardsTests : ScreenContext
{
    private static readonly StageView Dev = Given.Stage() with { Runs = null };
    private static readonly StageView Prod = Dev with { Id = Guid.NewGuid(), Name = "prod", Position = 1 };

    [Fact]
    public async Task A_stage_is_given_another_place()
    {
        Page<StageView>? moved = null;
        Portal.On<MoveStage, Page<StageView>>(Given.Page(Prod, Dev));
        var cards = Render<PipelineCards>(parameters => parameters.Add(cards => cards.Stages, [Dev, Prod]).Add(cards => cards.Latest, 3).Add(cards => cards.OnMoved, page => moved = page));

        await cards.Named("Move prod before dev").ClickAsync();

        Assert.Equal((Prod.Id, 0), (Portal.Last<MoveStage>().Id, Portal.Last<MoveStage>().Position));
        Assert.Equal("prod", moved!.Items[0].Name);
        Assert.False(cards.Has("Move dev before prod"));
    }
}
