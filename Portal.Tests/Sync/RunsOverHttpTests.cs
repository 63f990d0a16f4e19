using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync;

/// <summary>Runs by the HTTP door, carried out by the portal's own coordinator.</summary>
public sealed class RunsOverHttpTests : IAsyncLifetime
{
    private readonly MemoryPortal _portal = new();
    private readonly Guid _connection = Guid.CreateVersion7();
    private Person _operator = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _operator = await _portal.PersonAsync(Role.Operator);

        await using var scope = _portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Add(new Connection { Id = _connection, Name = "aws", Region = "eu-west-1", RoleArn = null, ServiceUrl = null, IsSandbox = false, Writable = true, CreatedAt = DateTimeOffset.UtcNow });
        await db.SaveChangesAsync(Cancelled);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_run_is_read_approved_carried_out_and_reported()
    {
        var proposed = await ReadAsync(_operator.Http, await ProposeAsync());

        using var approved = await _operator.Http.PostAsJsonAsync($"/api/v1/runs/{proposed.Id}/approve", new { fingerprint = proposed.Fingerprint, version = proposed.Version }, Cancelled);
        Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
        var done = await EndedAsync(_operator.Http, proposed.Id);

        Assert.Equal([RunAction.Approve, RunAction.Cancel], proposed.Actions);
        Assert.Equal(RunState.Done, done.State);
        Assert.Equal(new Progress(3, 3), done.Progress);
        Assert.Contains("# Deploy shop", await _operator.Http.GetStringAsync($"/api/v1/runs/{proposed.Id}/text", Cancelled), StringComparison.Ordinal);
        var listed = await _operator.Http.GetFromJsonAsync<Page<RunSummary>>("/api/v1/runs?state=Done&api=shop", Json.Options, Cancelled);
        Assert.Equal(proposed.Id, Assert.Single(listed!.Items).Id);
    }

    [Fact]
    public async Task What_was_approved_before_the_portal_stopped_is_carried_out_after_it_starts()
    {
        var run = await ProposeAsync();
        await using (var scope = _portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<Server.Sync.ChangeRun>().ExecuteUpdateAsync(rows => rows.SetProperty(row => row.State, RunState.Running), Cancelled);
        }

        await using var next = _portal.WithWebHostBuilder(_ => { });
        using var http = next.CreateClient();
        http.DefaultRequestHeaders.Authorization = _operator.Http.DefaultRequestHeaders.Authorization;

        Assert.Equal(RunState.Done, (await EndedAsync(http, run)).State);
    }

    [Fact]
    public async Task A_run_of_another_team_is_not_found()
    {
        var run = await ProposeAsync();
        var stranger = await _portal.PersonAsync(Role.Operator);

        using var answer = await stranger.Http.GetAsync($"/api/v1/runs/{run}", Cancelled);
        var listed = await stranger.Http.GetFromJsonAsync<Page<RunSummary>>("/api/v1/runs", Json.Options, Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(listed!.Items);
    }

    [Fact]
    public async Task An_undo_has_an_address_of_its_own()
    {
        var proposed = await ReadAsync(_operator.Http, await ProposeAsync());
        using var approved = await _operator.Http.PostAsJsonAsync($"/api/v1/runs/{proposed.Id}/approve", new { fingerprint = proposed.Fingerprint, version = proposed.Version }, Cancelled);
        await EndedAsync(_operator.Http, proposed.Id);

        using var undo = await _operator.Http.PostAsync($"/api/v1/runs/{proposed.Id}/undo", null, Cancelled);

        Assert.Equal(HttpStatusCode.Created, undo.StatusCode);
        var view = await _operator.Http.GetFromJsonAsync<RunView>(undo.Headers.Location, Json.Options, Cancelled);
        Assert.Equal("shop", view!.NameToType);
    }

    [Fact]
    public async Task A_fault_of_the_portal_itself_is_said_in_the_run()
    {
        var proposed = await ReadAsync(_operator.Http, await ProposeAsync());
        _portal.Gateway.Before = _ => throw new InvalidOperationException("a bug");

        using var approved = await _operator.Http.PostAsJsonAsync($"/api/v1/runs/{proposed.Id}/approve", new { fingerprint = proposed.Fingerprint, version = proposed.Version }, Cancelled);
        var run = await EndedAsync(_operator.Http, proposed.Id);

        Assert.Equal(RunState.Stopped, run.State);
        Assert.Equal("The portal itself failed (InvalidOperationException); the server's log says more. Continue the run: it looks first at what has been done.", run.Outcome);
        Assert.Contains(RunAction.Retry, run.Actions);
    }

    private async Task<Guid> ProposeAsync()
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        var proposal = new Proposal
        {
            Scope = GatewayScope.OfApi(_connection, "shop", "dev"),
            Team = _operator.Team,
            By = _operator.Id,
            Title = "Deploy shop",
            Desired = new GatewayState(World.Deployed(2, "dev")),
            Notes = [],
            Reference = "",
        };

        return (await scope.ServiceProvider.GetRequiredService<IChangeRuns>().ProposeAsync(proposal, Cancelled)).Value.Id;
    }

    private static async Task<RunView> ReadAsync(HttpClient http, Guid run) => (await http.GetFromJsonAsync<RunView>($"/api/v1/runs/{run}", Json.Options, Cancelled))!;

    /// <summary>Asks until it has ended, as a page does.</summary>
    private static async Task<RunView> EndedAsync(HttpClient http, Guid run)
    {
        RunView view;

        do
        {
            view = await ReadAsync(http, run);
        }
        while (view.State is RunState.Approved or RunState.Running);

        return view;
    }

    /// <summary>The portal with a gateway in memory behind every connection.</summary>
    private sealed class MemoryPortal : PortalFixture
    {
        public MemoryGateway Gateway { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<IGateways>(Gateway));
        }
    }
}
