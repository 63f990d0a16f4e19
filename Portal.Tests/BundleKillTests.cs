using System.Net;
using System.Text.Json.Nodes;
using Portal.Shared.Connections;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Plans;
using Portal.Tests.Sandbox;
using Portal.Tests.Sync.Bundles;

namespace Portal.Tests;

/// <summary>
/// The portal's process is killed from outside (SIGKILL) while a bundle is proposed and again while it is applied, at calls chosen by chance from a seed. The next start goes on: everything ends as approved,
/// with nothing twice and nothing left over.
/// </summary>
public sealed class BundleKillTests : IAsyncLifetime
{
    private const int Plans = 20;
    private const int Apis = 4;

    private readonly PortalProcess _portal = new();
    private Bench _bench = null!;
    private Guid _connection;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bundle_whose_process_is_killed_ends_as_approved()
    {
        var chance = new Random(17);
        await MakeAsync();
        var asked = await Bundling.AskAsync(_portal.Person, new { everything = true });
        Assert.Equal(Plans + Apis, asked.Parts);

        // While some of its parts are proposed, and others wait.
        await KillAfterAsync(chance.Next(8, 30));
        var bundle = await EndedAsync(asked.Id!.Value);
        Assert.Equal(Plans + Apis, bundle.Approvable);
        await (await Bundling.TryApproveAsync(_portal.Person, bundle)).AnswerAsync<BundleView>(HttpStatusCode.OK);

        // And while it is applied.
        await KillAfterAsync(chance.Next(20, 100));
        var ended = await EndedAsync(asked.Id!.Value);

        Assert.Equal(Plans + Apis, ended.Count(PartState.Done));
        await HoldsAsync();
    }

    public async ValueTask InitializeAsync()
    {
        _bench = await Bench.StartAsync();
        await _portal.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _bench.DisposeAsync();
    }

    private async Task MakeAsync()
    {
        var person = _portal.Person;
        _connection = (await person.Http.PostAsync<ConnectionView>("/api/v1/connections", new { name = "Bench", region = "eu-central-1", serviceUrl = _bench.Server.Address.ToString() })).Id;
        await person.Http.PostAsync<ConnectionView>($"/api/v1/connections/{_connection}/writing", new { typedName = "Bench" }, HttpStatusCode.OK);

        for (var number = 0; number < Apis; number++)
        {
            var api = await Catalog.Given.ApiAsync(person);
            await person.Http.PostAsync<StageView>($"/api/v1/apis/{api.Id}/stages", new { connectionId = _connection, name = "dev" });
        }

        for (var number = 0; number < Plans; number++)
        {
            await Selling.MakeAsync(person, Selling.Terms(person, _connection));
        }
    }

    private async Task KillAfterAsync(int calls)
    {
        var before = Calls;
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));

        while (Calls < before + calls)
        {
            await looks.WaitForNextTickAsync(Cancelled);
        }

        await _portal.KillAsync();
        await _portal.StartAsync();
    }

    /// <summary>Looks now and then: what the process needs for answering it has not for its work.</summary>
    private async Task<BundleView> EndedAsync(Guid bundle)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(200));

        while (true)
        {
            if (await _portal.Person.Http.GetAsync<BundleView>($"/api/v1/bundles/{bundle}?take=1") is { IsOnItsWay: false, IsBeingProposed: false } ended)
            {
                return ended;
            }

            await looks.WaitForNextTickAsync(Cancelled);
        }
    }

    private int Calls => _bench.Server.Calls.After(0).Count;

    private async Task HoldsAsync()
    {
        var plans = Marks(await _bench.DoneAsync(HttpMethod.Get, "/usageplans?limit=500"));
        var apis = Marks(await _bench.DoneAsync(HttpMethod.Get, "/restapis?limit=500"));

        Assert.Equal((Plans, Apis), (plans.Count, apis.Count));
        Assert.Equal((Plans, Apis), (plans.Distinct().Count(), apis.Distinct().Count()));

        foreach (var api in (await _bench.DoneAsync(HttpMethod.Get, "/restapis?limit=500"))["item"]!.AsArray())
        {
            var id = (string)api!["id"]!;
            Assert.Single((await _bench.DoneAsync(HttpMethod.Get, $"/restapis/{id}/deployments"))["item"]!.AsArray());
            Assert.Equal("dev", (string?)Assert.Single((await _bench.DoneAsync(HttpMethod.Get, $"/restapis/{id}/stages"))["item"]!.AsArray())!["stageName"]);
        }
    }

    private static List<string> Marks(JsonNode list) => [.. list["item"]!.AsArray().Select(item => (string)item!["tags"]!["portal:id"]!)];
}
