using System.Net;
using System.Net.Http.Json;
using Amazon.APIGateway.Model;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Connections;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Plans;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Sandbox;

namespace Portal.Tests.Sync;

/// <summary>Each law has a portal of its own: an adoption is about all of a connection.</summary>
public sealed class ProposeAdoptionTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Adopting_puts_the_tag_on_and_changes_no_other_byte()
    {
        await using var portal = new ImportingPortal();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var api = await account.MakeApiAsync("Adopted pets", RoundTripTests.TextOf("validators-and-models"));
        var plan = await account.MakePlanAsync("gold", api);
        var report = await ImportAccountTests.ImportAsync(admin, account, [api], [plan]);
        var (before, last) = (await account.SaidAsync(api, plan), await account.LastCallAsync());

        var run = await AppliedAsync(admin, (await ProposeAsync(admin, account)).RunId!.Value);

        Assert.True(run.State is RunState.Done, run.Outcome);
        Assert.Equal(["TagResource", "TagResource", "TagResource"], await account.WritesAfterAsync(last));
        Assert.Equal(before, await account.SaidAsync(api, plan));
        var tags = await account.Aws.Reading.GetTagsAsync(new GetTagsRequest { ResourceArn = $"arn:aws:apigateway:us-east-1::/restapis/{api}/stages/prod" }, Cancelled);
        Assert.Equal(report.Things[1].Id.ToString(), tags.Tags["portal:id"]);

        // What was adopted is the portal's, and as it wants it.
        Assert.True((await DeployAsync(admin, report.Things[1].Id!.Value)).IsEmpty);
        Assert.True((await PlanAsync(admin, report.Things[2].Id!.Value)).IsEmpty);
        Assert.Equal(FoundStanding.Ours, (await ImportAccountTests.PreviewAsync(admin, account)).RestApis.Single().Standing);
        Assert.Null((await ProposeAsync(admin, account)).RunId);
    }

    [Fact]
    public async Task Every_document_adopted_shows_no_change()
    {
        await using var portal = new ImportingPortal();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var apis = new List<string>();

        foreach (var name in RoundTripTests.Documents.Select(row => row.Data))
        {
            apis.Add(await account.MakeApiAsync($"Pets {name}", RoundTripTests.TextOf(name)));
        }

        var report = await ImportAccountTests.ImportAsync(admin, account, [.. apis], []);
        Assert.Empty(report.Things.SelectMany(thing => thing.Notes.Select(note => $"{thing.Name}: {note}")));
        var run = await AppliedAsync(admin, (await ProposeAsync(admin, account)).RunId!.Value);
        Assert.True(run.State is RunState.Done, run.Outcome);

        foreach (var stage in report.Things.Where(thing => thing.What is "Stage"))
        {
            Assert.True((await DeployAsync(admin, stage.Id!.Value)).IsEmpty, report.Things.Single(thing => thing.Id == stage.ApiId).Name);
        }
    }

    [Fact]
    public async Task An_account_made_call_by_call_by_boto3_is_adopted_without_a_change()
    {
        await using var portal = new ImportingPortal();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        await ForeignClient.RunAsync(portal.Services.GetRequiredService<SandboxHost>().Address!, MadeByHand.Account);
        var found = await ImportAccountTests.PreviewAsync(admin, account);

        var report = await ImportAccountTests.ImportAsync(admin, account, [found.RestApis.Single().AwsId], [found.UsagePlans.Single().AwsId]);
        var run = await AppliedAsync(admin, (await ProposeAsync(admin, account)).RunId!.Value);

        Assert.True(run.State is RunState.Done, run.Outcome);
        Assert.Equal((1, "Shop (by hand)"), (found.Keys, found.RestApis.Single().Name));
        Assert.Equal(["API Shop (by hand)", "Stage prod", "Stage test", "Usage plan silver"], report.Things.Select(thing => $"{thing.What} {thing.Name}").Order(StringComparer.Ordinal));
        Assert.Empty(report.Things.SelectMany(thing => thing.Notes));
        Assert.True((await PlanAsync(admin, report.Things[^1].Id!.Value)).IsEmpty);

        foreach (var stage in report.Things.Where(thing => thing.What is "Stage"))
        {
            Assert.True((await DeployAsync(admin, stage.Id!.Value)).IsEmpty, stage.Name);
            Assert.True((await admin.Http.GetAsync<StageSetupView>($"/api/v1/stages/{stage.Id}/settings")).IsKept);
        }
    }

    [Fact]
    public async Task What_is_not_adopted_is_previewed_and_not_written()
    {
        await using var portal = new ImportingPortal();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var api = await account.MakeApiAsync("Seen pets", RoundTripTests.TextOf("mock"));
        var report = await ImportAccountTests.ImportAsync(admin, account, [api], []);
        await VariablesAsync(admin, report.Things[1].Id!.Value);
        var last = await account.LastCallAsync();

        var proposed = await DeployAsync(admin, report.Things[1].Id!.Value);
        using var answer = await ApproveAsync(admin, proposed.RunId);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("urn:portal:sync:not-adopted", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Empty(await account.WritesAfterAsync(last));
    }

    [Fact]
    public async Task An_adoption_can_be_taken_back()
    {
        await using var portal = new ImportingPortal();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var api = await account.MakeApiAsync("Returned pets", RoundTripTests.TextOf("mock"));
        await ImportAccountTests.ImportAsync(admin, account, [api], []);
        var run = await AppliedAsync(admin, (await ProposeAsync(admin, account)).RunId!.Value);

        using var undone = await admin.Http.PostAsync($"/api/v1/runs/{run.Id}/undo", null, Cancelled);
        var back = await AppliedAsync(admin, (await undone.Content.ReadFromJsonAsync<RunView>(Json.Options, Cancelled))!.Id);

        Assert.True(back.State is RunState.Done, back.Outcome);
        var tags = await account.Aws.Reading.GetTagsAsync(new GetTagsRequest { ResourceArn = $"arn:aws:apigateway:us-east-1::/restapis/{api}" }, Cancelled);
        Assert.False(tags.Tags?.ContainsKey("portal:id") is true);
        Assert.Equal(FoundStanding.Imported, (await ImportAccountTests.PreviewAsync(admin, account)).RestApis.Single().Standing);
    }

    internal static async Task<ProposedAdoption> ProposeAsync(Person person, ForeignAccount account)
    {
        using var answer = await person.Http.PostAsJsonAsync($"/api/v1/connections/{account.Connection}/adoption", new { teamId = person.Team }, Cancelled);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancelled));

        return (await answer.Content.ReadFromJsonAsync<ProposedAdoption>(Json.Options, Cancelled))!;
    }

    internal static async Task<RunView> AppliedAsync(Person person, Guid id)
    {
        using var approved = await ApproveAsync(person, id);
        Assert.True(approved.IsSuccessStatusCode, await approved.Content.ReadAsStringAsync(Cancelled));
        RunView? run;

        do
        {
            run = await person.Http.GetFromJsonAsync<RunView>($"/api/v1/runs/{id}", Json.Options, Cancelled);
        }
        while (run!.State is RunState.Approved or RunState.Running);

        return run;
    }

    internal static async Task<HttpResponseMessage> ApproveAsync(Person person, Guid id)
    {
        var run = await person.Http.GetFromJsonAsync<RunView>($"/api/v1/runs/{id}", Json.Options, Cancelled);

        return await person.Http.PostAsJsonAsync($"/api/v1/runs/{id}/approve", new { fingerprint = run!.Fingerprint, version = run.Version, confirmedName = run.NameToType }, Cancelled);
    }

    internal static async Task<ProposedDeployment> DeployAsync(Person person, Guid stage)
    {
        using var answer = await person.Http.PostAsJsonAsync($"/api/v1/stages/{stage}/deployments", new { }, Cancelled);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancelled));

        return (await answer.Content.ReadFromJsonAsync<ProposedDeployment>(Json.Options, Cancelled))!;
    }

    /// <summary>Wants something else of a stage than it has.</summary>
    internal static async Task VariablesAsync(Person person, Guid stage)
    {
        var shown = await person.Http.GetFromJsonAsync<StageView>($"/api/v1/stages/{stage}", Json.Options, Cancelled);
        using var answer = await person.Http.PutAsJsonAsync($"/api/v1/stages/{stage}", new { variables = new Dictionary<string, string> { ["backend"] = "other.example.com" }, version = shown!.Version }, Cancelled);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    private static async Task<ProposedUsagePlan> PlanAsync(Person person, Guid plan)
    {
        using var answer = await person.Http.PostAsync($"/api/v1/plans/{plan}/changes", null, Cancelled);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancelled));

        return (await answer.Content.ReadFromJsonAsync<ProposedUsagePlan>(Json.Options, Cancelled))!;
    }
}
