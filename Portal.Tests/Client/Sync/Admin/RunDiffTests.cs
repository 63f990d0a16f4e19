using Portal.Client.Sync.Admin;
using Portal.Shared.Sync;

namespace Portal.Tests.Client.Sync.Admin;

public sealed class RunDiffTests
{
    [Fact]
    public void Each_line_says_whether_it_comes_goes_or_changes()
    {
        string[] lines = ["/a: (none) -> \"x\"", "/b: \"x\" -> (none)", "/c: \"x\" -> \"(none) -> y\""];

        Assert.Equal(
            "~ Stage/7\n  + /a: (none) -> \"x\"\n  - /b: \"x\" -> (none)\n  ~ /c: \"x\" -> \"(none) -> y\"",
            RunDiff.Of(Given.Step() with { Action = StepAction.Update, Address = "Stage/7" }, lines));
    }
}
