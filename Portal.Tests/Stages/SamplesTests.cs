using System.Net;
using Portal.Server.Connections;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Sync;

namespace Portal.Tests.Stages;

/// <summary>
/// Real documents on their whole way: imported as they are, their findings settled as a person would by clicks, deployed, called.
/// They lie beside the repository where there are any, because they are not ours to keep in it.
/// </summary>
public sealed class SamplesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly string Folder = Path.Combine(Repository.Root, "..", "shared", "samples");

    public static TheoryData<string> Samples => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Order()]
        : ["no samples here"];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_real_document_answers(string sample)
    {
        Assert.SkipUnless(Directory.Exists(Folder), "There are no real documents beside the repository.");
        var person = await portal.PersonAsync(Role.Publisher);

        var api = await ImportAsync(person, sample);
        var settled = await SettleAsync(person, api);
        var stage = await Pipeline.StageAsync(person, settled);
        var before = await CallsAsync();
        var run = await Pipeline.DeployAsync(person, stage);
        var writes = await CallsAsync() - before;

        Assert.True(run.State is RunState.Done, run.Outcome);
        Assert.InRange(writes, 1, 5);
        Assert.Equal(200, (await Pipeline.CallAsync(person, stage, "GET", await FirstPathAsync(person, settled))).Status);
    }

    [Fact]
    public async Task Of_a_large_document_what_API_Gateway_cannot_take_is_left_out_by_one_edit()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "There are no real documents beside the repository.");
        var person = await portal.PersonAsync(Role.Publisher);
        var api = await ImportAsync(person, "box-3.0.json");

        var findings = await FindingsAsync(person, api);
        var refused = findings.Findings.Where(finding => finding is { Level: FindingLevel.Error } && finding.Rule.StartsWith("path", StringComparison.Ordinal)).ToList();
        var settled = await SettleAsync(person, api);
        var after = await FindingsAsync(person, settled);

        Assert.Equal(20, refused.SelectMany(finding => finding.Operations).Distinct().Count());
        Assert.Equal(276, after.Deployable);
        Assert.DoesNotContain(after.Findings, finding => finding.Level is FindingLevel.Error);
    }

    private static async Task<ApiView> ImportAsync(Person person, string sample)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, sample), TestContext.Current.CancellationToken);

        return (await person.Http.PostAsync<RevisedApi>("/api/v1/apis/import", new { teamId = person.Team, document = new { text } })).Api;
    }

    /// <summary>Leaves out what cannot be taken, lets what has no integration be answered by a mock, and says that the backend checks what the gateway cannot.</summary>
    private static async Task<ApiView> SettleAsync(Person person, ApiView api)
    {
        var findings = (await FindingsAsync(person, api)).Findings.Where(finding => finding.Level is FindingLevel.Error).ToList();
        var edits = new List<object>();

        if (findings.Where(finding => finding.Rule.StartsWith("path", StringComparison.Ordinal)).SelectMany(finding => finding.Operations).Distinct().ToList() is { Count: > 0 } operations)
        {
            edits.Add(new { edit = "leaveOut", operations });
        }

        if (findings.Any(finding => finding.Rule is "integration-missing"))
        {
            edits.Add(new { edit = "setDefaultIntegration", integration = new { type = "mock", status = 200, body = "{}" } });
        }

        edits.AddRange(findings
            .Where(finding => finding.Rule is "security-unknown")
            .Select(finding => new { edit = "settleSecurity", scheme = finding.Pointer.Split('/')[^1], atGateway = "Open" }));

        return edits is [] ? api : (await person.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/edits", new { baseRevision = api.Latest.Number, edits }, HttpStatusCode.OK)).Api;
    }

    private static Task<FindingsView> FindingsAsync(Person person, ApiView api) => person.Http.GetAsync<FindingsView>($"/api/v1/apis/{api.Id}/findings");

    private static async Task<string> FirstPathAsync(Person person, ApiView api)
    {
        var routes = await person.Http.GetAsync<RoutesView>($"/api/v1/apis/{api.Id}/routes");
        var route = routes.Routes.First(route => route is { Method: "GET", IsLeftOut: false });

        return string.Join('/', route.Path.Split('/').Select(part => part.StartsWith('{') ? "1" : part));
    }

    private async Task<int> CallsAsync()
    {
        using var http = new HttpClient();
        var sandbox = (SandboxHost)portal.Services.GetService(typeof(SandboxHost))!;
        var calls = await http.GetAsync<System.Text.Json.JsonElement>(new Uri(sandbox.Address!, "_sandbox/calls").ToString());

        return calls.GetProperty("calls").EnumerateArray().Count(call => !call.GetProperty("isRead").GetBoolean());
    }
}
