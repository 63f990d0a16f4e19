using Bunit;
using Portal.Client.Catalog.Admin;
using Portal.Shared.Catalog;

namespace Portal.Tests.Client.Catalog.Admin;

public sealed class MergeReviewTests : ScreenContext
{
    [Fact]
    public async Task What_both_changed_is_shown_and_chosen()
    {
        var choices = new Dictionary<string, MergeSide>();
        var review = Render<MergeReview>(parameters => parameters
            .Add(review => review.Choices, choices)
            .Add(review => review.Preview, new RevisionPreview
            {
                Latest = 3,
                Brought = 1,
                Summary = "Changed GET /pets.",
                Kept = ["gateway response THROTTLED"],
                PutBack = ["model Line"],
                Findings = [new Finding { Level = FindingLevel.Error, Rule = "security-undeclared", Pointer = "", Line = null, Message = "The security scheme door is demanded and declared nowhere.", Remedy = "Declare the scheme.", Operations = ["GET /pets"] }],
                Conflicts = [new MergeConflict { Pointer = "/paths/~1pets", Place = "/pets", Before = "{}", Ours = "{\"a\":1}", Theirs = null }],
                NotMerged = null,
            }));

        Assert.Contains("Made here since revision 1, and kept:", review.Words(), StringComparison.Ordinal);
        Assert.Contains("gateway response THROTTLED", review.Words(), StringComparison.Ordinal);
        Assert.Contains("model Line", review.Words(), StringComparison.Ordinal);
        Assert.Contains("One thing does not fit together", review.Words(), StringComparison.Ordinal);
        Assert.Contains("taken out", review.Words(), StringComparison.Ordinal);

        await review.Labelled("As the new document has it").ChangeAsync(true);

        Assert.Equal(MergeSide.Theirs, choices["/paths/~1pets"]);
    }
}
