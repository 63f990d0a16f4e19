using Bunit;
using Portal.Client.Connections.Admin;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Identity;

namespace Portal.Tests.Client.Connections.Admin;

public sealed class VpcLinksPageTests : ScreenContext
{
    private static readonly Guid Run = Guid.Parse("00000000-0000-0000-0000-0000000000aa");

    private static readonly VpcLinkView Link = new()
    {
        Id = Guid.Parse("00000000-0000-0000-0000-0000000000cc"),
        AwsId = "abc123",
        Name = "Backends",
        Description = null,
        TargetArn = null,
        SubnetIds = ["subnet-1"],
        SecurityGroupIds = [],
        Status = "FAILED",
        StatusMessage = "The subnet is gone.",
        Standing = ThingStanding.Ours,
        OwnedBy = null,
        Users = ["the API Pets"],
    };

    [Fact]
    public void A_link_tells_whether_it_works_and_what_goes_through_it()
    {
        var row = Draw(Link).Find("tbody tr").Words();

        Assert.Contains("Failed The subnet is gone. subnet-1 the API Pets The portal's", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_one_leads_to_its_change_set()
    {
        Portal.On<ProposeVpcLink, ProposedChange>(new ProposedChange(Run, false));
        var dialogs = DrawDialogs();
        var page = Draw();

        var making = page.Find(".page-header button").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.NotEmpty(dialogs.FindAll("input")));
        await dialogs.Labelled("Name").ChangeAsync("Backends");
        await dialogs.Labelled("Subnets").ChangeAsync("subnet-1, subnet-2");
        await dialogs.Find("form").SubmitAsync();
        await making;

        Assert.Equal(["subnet-1", "subnet-2"], Portal.Last<ProposeVpcLink>().SubnetIds);
        Assert.Equal($"runs/{Run}", Place);
    }

    [Fact]
    public void One_that_is_not_the_portals_is_only_looked_at()
    {
        var page = Draw(Link with { Id = null, Standing = ThingStanding.Foreign });

        Assert.False(page.Has("Delete Backends"));
        Assert.False(page.Has("Rename Backends"));
    }

    private IRenderedComponent<VpcLinksPage> Draw(params VpcLinkView[] links)
    {
        Portal.On<GetConnection, ConnectionView>(Given.Connection("Production"));
        Portal.On<ListTeams, Page<TeamView>>(Given.Page(Given.Team));
        Portal.On<ListVpcLinks, Page<VpcLinkView>>(Given.Page(links));

        return Render<VpcLinksPage>(parameters => parameters.Add(page => page.Id, Given.ConnectionId));
    }
}
