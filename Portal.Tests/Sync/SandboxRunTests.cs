using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;
using Portal.Tests.Aws;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync;

/// <summary>Runs against the sandbox, over AWS's own protocol.</summary>
public sealed class SandboxRunTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => Specs.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_was_deployed_stands_as_approved_and_can_be_taken_back(string name)
    {
        var person = await portal.PersonAsync(Role.Operator);
        var api = Specs.Named(name);
        var proposed = await ProposeAsync(person, api);

        var run = await AppliedAsync(person, proposed.Id);
        Assert.True(run.State is RunState.Done, run.Outcome);
        Assert.True((await ProposeAsync(person, api)).IsEmpty);

        using var undone = await person.Http.PostAsync($"/api/v1/runs/{run.Id}/undo", null, Cancelled);
        var undo = await undone.Content.ReadFromJsonAsync<RunView>(Json.Options, Cancelled);
        var back = await AppliedAsync(person, undo!.Id);
        Assert.True(back.State is RunState.Done, back.Outcome);
    }

    private async Task<ProposedRun> ProposeAsync(Person person, RestApiSpec api)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var connection = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<Connection>().SingleAsync(connection => connection.IsSandbox, Cancelled);
        var stage = Given.Stage($"{api.Id}-dev", api) with { Name = "dev", Variables = new([new("backend", "example.com")]) };

        return (await scope.ServiceProvider.GetRequiredService<IChangeRuns>().ProposeAsync(
            new Proposal
            {
                Scope = GatewayScope.OfApi(connection.Id, api.Id, stage.Id),
                Team = person.Team,
                By = person.Id,
                Title = $"Deploy {api.Name}",
                Desired = new GatewayState([api, DeploymentSpec.Of(api), stage]),
                Notes = [],
                Reference = "",
            },
            Cancelled)).Value;
    }

    private static async Task<RunView> AppliedAsync(Person person, Guid id)
    {
        var run = await person.Http.GetFromJsonAsync<RunView>($"/api/v1/runs/{id}", Json.Options, Cancelled);
        using var approved = await person.Http.PostAsJsonAsync($"/api/v1/runs/{id}/approve", new { fingerprint = run!.Fingerprint, version = run.Version, confirmedName = run.NameToType }, Cancelled);
        approved.EnsureSuccessStatusCode();

        do
        {
            run = await person.Http.GetFromJsonAsync<RunView>($"/api/v1/runs/{id}", Json.Options, Cancelled);
        }
        while (run!.State is RunState.Approved or RunState.Running);

        return run;
    }
}
