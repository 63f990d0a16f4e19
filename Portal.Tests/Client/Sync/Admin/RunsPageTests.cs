using Bunit;
using Portal.Client.Sync.Admin;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Tests.Client.Sync.Admin;

public sealed class RunsPageTests : ScreenContext
{
    [Fact]
    public void A_row_tells_what_became_of_it()
    {
        var run = new RunSummary
        {
            Id = Given.RunId,
            Title = "Deploy revision 3 of Petstore to dev",
            State = RunState.Stopped,
            Subject = $"RestApi/{Given.ApiId}",
            Connection = Given.ConnectionId,
            ConnectionName = "Sandbox",
            ProposedBy = "Ada Lovelace",
            ProposedAt = Given.Noon,
            EndedAt = Given.Noon,
            Outcome = "1 step was refused.",
            Progress = new(1, 3),
        };
        Portal.On<ListRuns, Page<RunSummary>>(Given.Page(run));

        Assert.Equal("Deploy revision 3 of Petstore to dev 1 step was refused. Stopped Sandbox 1 of 3 Ada Lovelace just now", Render<RunsPage>().Find("tbody tr").Words());
    }

    [Fact]
    public void The_address_says_which()
    {
        Portal.On<ListRuns, Page<RunSummary>>(Given.Page<RunSummary>());
        GoTo("runs?state=Proposed&subject=RestApi%2F7&page=3");

        Render<RunsPage>();

        Assert.Equal(new ListRuns { State = RunState.Proposed, Subject = "RestApi/7", Skip = 50, Take = 25 }, Portal.Last<ListRuns>());
    }

    [Fact]
    public void Without_runs_it_says_where_they_come_from()
    {
        Portal.On<ListRuns, Page<RunSummary>>(Given.Page<RunSummary>());

        Assert.Contains("Deploying an API proposes a change set", Render<RunsPage>().Words(), StringComparison.Ordinal);
    }
}
