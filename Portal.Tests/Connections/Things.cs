using System.Net;
using Portal.Shared.Connections;
using Portal.Shared.Sync;
using Portal.Tests.Stages;

namespace Portal.Tests.Connections;

/// <summary>What administrators do with what belongs to an account, over HTTP and with the sandbox behind it.</summary>
internal static class Things
{
    public static string Of(Guid connection, string rest) => $"/api/v1/connections/{connection}/{rest}";

    public static async Task<RunView> ProposeAsync(Person person, string path, object request)
    {
        var proposed = await person.Http.PostAsync<ProposedChange>(path, request);

        return await person.Http.GetAsync<RunView>($"/api/v1/runs/{proposed.RunId}");
    }

    public static Task<HttpResponseMessage> TryProposeAsync(Person person, string path, object request) => person.Http.SendAsync(HttpMethod.Post, path, request);

    /// <summary>Proposes, approves and waits for the end.</summary>
    public static async Task<RunView> ApplyAsync(Person person, string path, object request) => await DoneAsync(person, await ProposeAsync(person, path, request));

    public static async Task<RunView> DoneAsync(Person person, RunView proposed)
    {
        var run = await Pipeline.ApproveAsync(person, proposed);
        Assert.True(run.State is RunState.Done, run.Outcome);

        return run;
    }

    public static Task<RunView> UndoAsync(Person person, RunView run) => person.Http.PostAsync<RunView>($"/api/v1/runs/{run.Id}/undo", new { });

    /// <summary>Looks closely, until nothing is left to be looked at, and tells what is found.</summary>
    public static async Task<IReadOnlyList<FindingView>> DriftAsync(Person person, RunView run)
    {
        var status = await person.Http.PostAsync<DriftStatus>("/api/v1/drift/check", new { subject = run.Subject, look = "Full" }, HttpStatusCode.Accepted);

        while (status.Waiting > 0)
        {
            status = await person.Http.GetAsync<DriftStatus>($"/api/v1/drift/status?subject={Uri.EscapeDataString(run.Subject)}");
        }

        return (await person.Http.GetAsync<Portal.Shared.Page<FindingView>>($"/api/v1/drift?state=Open&subject={Uri.EscapeDataString(run.Subject)}")).Items;
    }
}
