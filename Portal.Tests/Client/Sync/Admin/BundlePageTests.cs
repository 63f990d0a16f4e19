using Bunit;
using Portal.Client.Sync.Admin;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Tests.Client.Sync.Admin;

public sealed class BundlePageTests : ScreenContext
{
    private static readonly Guid Id = Guid.Parse("00000000-0000-0000-0000-0000000000aa");

    [Fact]
    public void Each_change_set_tells_its_state_and_steps()
    {
        var page = Draw(Bundle(Item("dev of Pets"), Item("gold") with { State = PartState.Stopped, Why = "AWS refused step 1." }, Refused));

        Assert.Equal("1 to be approved, 1 stopped, 1 not proposed.", page.Find(".notice p, [role=status] p, .stack p").Words());
        Assert.Equal("dev of Pets To be approved 0 of 2 Changes the API Pets: 1 route. Points the stage dev at the deployment x. Sandbox", page.FindAll("tbody tr")[0].Words());
        Assert.Equal("prod of Shop The stage before it runs nothing. Not proposed", page.FindAll("tbody tr")[2].Words());
        Assert.Contains("AWS refused step 1.", page.FindAll("tbody tr")[1].Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_approval_is_for_the_fingerprint_of_all()
    {
        var bundle = Bundle(Item("dev of Pets"));
        var done = Bundle(Item("dev of Pets") with { State = PartState.Done }) with { Fingerprint = null, Approvable = 0 };
        Portal.On<ApproveBundle, BundleView>(done);
        var dialogs = DrawDialogs();
        var page = Draw(bundle);
        Portal.On<GetBundle, BundleView>(done);

        var approving = page.Named("Approve 1 change set").ClickAsync();
        await dialogs.WaitForAssertionAsync(() => Assert.Contains("1 change set with 2 steps written to AWS.", dialogs.Words(), StringComparison.Ordinal));
        await dialogs.Named("Approve and apply").ClickAsync();
        await approving;

        Assert.Equal((Id, bundle.Fingerprint), (Portal.Last<ApproveBundle>().Id, Portal.Last<ApproveBundle>().Fingerprint));
        Assert.Contains("1 done.", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_apply_only_reads()
    {
        MayOnly(Policies.PreviewChanges);

        var page = Draw(Bundle(Item("dev of Pets")));

        Assert.False(page.Has("Approve 1 change set"));
        Assert.False(page.Has("Set aside"));
        Assert.True(page.Has("As Markdown"));
    }

    [Fact]
    public async Task Several_are_left_out_at_once()
    {
        var bundle = Bundle(Item("dev of Pets"), Item("gold") with { Thing = "UsagePlan/2" });
        Portal.On<LeaveOutOfBundle, BundleView>(bundle);
        var page = Draw(bundle);

        await page.Find("[aria-label='Choose gold']").ChangeAsync(true);
        await page.Named("Leave out").ClickAsync();

        Assert.Equal(["UsagePlan/2"], Portal.Last<LeaveOutOfBundle>().Things);
        Assert.False(page.Has("Leave out"));
    }

    [Fact]
    public void While_change_sets_are_being_made_it_says_how_far_that_is()
    {
        var page = Draw(Bundle(Item("dev of Pets"), Item("prod of Pets") with { State = PartState.Waiting, RunId = null, Steps = [] }) with { IsBeingProposed = true, Approvable = 0, Fingerprint = null });

        var progress = page.Find("progress");
        Assert.Equal(("1", "2"), (progress.GetAttribute("value"), progress.GetAttribute("max")));
        Assert.False(page.Has("Approve 1 change set"));
        Assert.True(page.Has("Set aside"));
    }

    [Fact]
    public async Task What_is_chosen_is_previewed_together()
    {
        Portal.On<ListOutOfStep, Page<PickView>>(Given.Page(Pick("Stage/1", "dev of Pets"), Pick("UsagePlan/2", "usage plan gold")));
        Portal.On<ProposeBundle, ProposedBundle>(new ProposedBundle(Id, 1));
        var page = Render<NewBundlePage>();

        await page.Find("[aria-label='Choose usage plan gold']").ChangeAsync(false);
        await page.Named("Preview 1 change").ClickAsync();

        Assert.Equal((true, "UsagePlan/2"), (Portal.Last<ProposeBundle>().Everything, Assert.Single(Portal.Last<ProposeBundle>().Except)));
        Assert.Equal($"runs/bundles/{Id}", Place);
    }

    [Fact]
    public void Where_everything_is_in_step_it_says_so()
    {
        Portal.On<ListOutOfStep, Page<PickView>>(Given.Page<PickView>());

        Assert.Contains("Everything is in step", Render<NewBundlePage>().Words(), StringComparison.Ordinal);
    }

    private IRenderedComponent<BundlePage> Draw(BundleView bundle)
    {
        Portal.On<GetBundle, BundleView>(bundle);

        return Render<BundlePage>(parameters => parameters.Add(page => page.Id, Id));
    }

    private static BundleView Bundle(params BundleItemView[] items) => new()
    {
        Id = Id,
        Title = "Bring dev of Pets and 2 more in step",
        ProposedBy = "Ada Lovelace",
        ProposedAt = Given.Noon,
        Fingerprint = new string('f', 64),
        Approvable = 1,
        Reasons = [],
        NamesToType = [],
        IsBeingProposed = false,
        Steps = items.Where(item => item.State is PartState.Proposed).Sum(item => item.Progress.Total),
        Brakes = [],
        Counts = items.CountBy(item => item.State).ToDictionary(),
        Items = items,
        Total = items.Length,
    };

    private static BundleItemView Item(string name) => new()
    {
        Thing = $"Stage/{Given.StageId}",
        Name = name,
        RunId = Given.RunId,
        Why = null,
        Title = $"Deploy to {name}",
        ConnectionName = "Sandbox",
        State = PartState.Proposed,
        Steps = ["Changes the API Pets: 1 route.", "Points the stage dev at the deployment x."],
        Brakes = [],
        Progress = new(0, 2),
    };

    private static BundleItemView Refused { get; } = Item("prod of Shop") with { RunId = null, Title = null, ConnectionName = null, State = PartState.NotProposed, Steps = [], Progress = new(0, 0), Why = "The stage before it runs nothing." };

    private static PickView Pick(string thing, string name) => new() { Thing = thing, Name = name, ConnectionName = "Sandbox", Why = "It was changed since it was applied." };
}
