using Portal.Shared;
using Portal.Shared.Stages;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Stages;

public sealed class MoveStageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData(0, "c, a, b")]
    [InlineData(1, "a, c, b")]
    [InlineData(9, "a, b, c")]
    public async Task A_stage_is_given_another_place(int position, string expected)
    {
        var @operator = await portal.PersonAsync(Role.Publisher | Role.Operator);
        var api = await Given.ApiAsync(@operator);
        await Pipeline.StageAsync(@operator, api, "a");
        await Pipeline.StageAsync(@operator, api, "b");
        var third = await Pipeline.StageAsync(@operator, api, "c");

        var pipeline = await @operator.Http.PutAsync<Page<StageView>>($"/api/v1/stages/{third.Id}/position", new { position });

        Assert.Equal(expected, string.Join(", ", pipeline.Items.Select(stage => stage.Name)));
        Assert.Equal([0, 1, 2], pipeline.Items.Select(stage => stage.Position));
    }
}
