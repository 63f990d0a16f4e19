using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Connections;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Sync;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Stages;

/// <summary>The whole way of documents that other people wrote: imported, settled, deployed, called. One of our own goes the same way.</summary>
public sealed class RealDocumentTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Own = "own.yaml";

    public static TheoryData<string> Names => [Own, .. RealDocuments.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_real_document_becomes_a_called_API(string name)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher, text: name is Own ? Given.Pets : await File.ReadAllTextAsync(RealDocuments.Find(name), TestContext.Current.CancellationToken));
        var before = await FindingsAsync(publisher, api);

        await SettleAsync(publisher, api, before);
        var after = await FindingsAsync(publisher, api);
        Assert.True(after.Counts.Errors is 0, string.Join('\n', after.Findings.Where(finding => finding.Level is FindingLevel.Error)));

        var stage = await Pipeline.StageAsync(publisher, api);
        var earlier = await WritesAsync();
        var run = await Pipeline.DeployAsync(publisher, stage);
        Assert.InRange(await WritesAsync() - earlier, 1, 5);
        var routes = await publisher.Http.GetAsync<RoutesView>($"/api/v1/apis/{api.Id}/routes");

        Assert.Equal(after.Deployable, routes.Routes.Count(route => !route.IsLeftOut));
        Assert.Equal(routes.Routes.Count(route => route.IsLeftOut), before.Findings.Where(IsLeftOut).SelectMany(finding => finding.Operations).Distinct().Count());
        Assert.All(before.Findings.Where(IsLeftOut).SelectMany(finding => finding.Operations), operation => Assert.Contains(run.Notes, note => note.Contains(operation, StringComparison.Ordinal)));
        Assert.Equal(3, run.Steps.Count);

        var open = routes.Routes.First(route => route is { IsLeftOut: false, Method: "GET" } && !route.Parameters.Any(parameter => parameter is { Required: true, In: "query" or "header" }));
        var path = System.Text.RegularExpressions.Regex.Replace(open.Path, @"\{[^}]+\}", "7");
        var answer = await Pipeline.CallAsync(publisher, stage, "GET", path);
        Assert.True(answer.Status is 200, $"GET {path}: {answer.Status} {answer.Body}");
        Assert.Equal(RunState.Done, run.State);
    }

    [Fact]
    public async Task Of_a_large_document_what_API_Gateway_cannot_take_is_left_out_by_one_edit()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher, text: await File.ReadAllTextAsync(RealDocuments.Find("box-3.0.json"), TestContext.Current.CancellationToken));

        var before = await FindingsAsync(publisher, api);
        await SettleAsync(publisher, api, before);
        var after = await FindingsAsync(publisher, api);

        Assert.Equal(20, before.Findings.Where(IsLeftOut).SelectMany(finding => finding.Operations).Distinct().Count());
        Assert.Equal(276, after.Deployable);
        Assert.DoesNotContain(after.Findings, finding => finding.Level is FindingLevel.Error);
    }

    private static Task<FindingsView> FindingsAsync(Person person, ApiView api) => person.Http.GetAsync<FindingsView>($"/api/v1/apis/{api.Id}/findings");

    private static Task<RevisedApi> SettleAsync(Person person, ApiView api, FindingsView found)
    {
        var edits = Settled(found.Findings).Append(new { edit = "setDefaultIntegration", integration = new { type = "mock", status = 200, body = "{\"settled\":true}" } });

        return person.Http.PostAsync<RevisedApi>($"/api/v1/apis/{api.Id}/edits", new { baseRevision = 1, edits }, HttpStatusCode.OK);
    }

    private async Task<int> WritesAsync()
    {
        using var http = new HttpClient();
        var calls = await http.GetAsync<JsonElement>(new Uri(portal.Services.GetRequiredService<SandboxHost>().Address!, "_sandbox/calls").ToString());

        return calls.GetProperty("calls").EnumerateArray().Count(call => !call.GetProperty("isRead").GetBoolean());
    }

    /// <summary>What the page's buttons send: schemes are settled, and what cannot be mended there is left out.</summary>
    private static IEnumerable<object> Settled(IReadOnlyList<Finding> findings)
    {
        foreach (var scheme in findings.Where(finding => finding.Rule is "security-unknown"))
        {
            yield return new { edit = "settleSecurity", scheme = scheme.Pointer[(scheme.Pointer.LastIndexOf('/') + 1)..], atGateway = "Open" };
        }

        if (findings.Where(IsLeftOut).SelectMany(finding => finding.Operations).Distinct().ToList() is [_, ..] operations)
        {
            yield return new { edit = "leaveOut", operations };
        }
    }

    private static bool IsLeftOut(Finding finding) => finding is { Level: FindingLevel.Error, Rule: not ("security-unknown" or "integration-missing") };
}
