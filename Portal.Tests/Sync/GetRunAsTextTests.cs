using Portal.Server.Gateway;
using Portal.Server.Sync;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync;

public sealed class GetRunAsTextTests
{
    [Fact]
    public async Task A_change_set_can_be_read_in_a_terminal()
    {
        using var world = await World.NewAsync();
        var live = World.Deployed(1, "dev");
        var desired = (RestApiSpec)live[0] with { Description = "Pets" };
        world.Gateway.Holding(live);
        var run = await world.ViewAsync((await world.ProposeAsync(desired, live[1], live[2])).Value.Id);

        var text = (await world.SendAsync<GetRunAsTextHandler, GetRunAsText, RunText>(new GetRunAsText(run.Id))).Value.Markdown;

        Assert.Equal(
            $"""
            # Deploy shop

            **Proposed** on sandbox, 0 of 1 step done
            Fingerprint `{run.Fingerprint}`

            > Read this.

            ## 1. Changes the API shop: 1 setting.

            ~ `RestApi/shop`: Pending

            - Changes the description: "With 1" -> "Pets".

            ````text
            /description: "With 1" -> "Pets"
            ````

            """,
            text);
    }
}
