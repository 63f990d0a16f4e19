using System.Net;
using System.Text.Json.Nodes;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Sandbox;
using Portal.Tests.Stages;

namespace Portal.Tests;

/// <summary>
/// The portal's process is killed from outside (SIGKILL) at twelve calls of runs, chosen by chance from a seed, before or after the call's work. Each run writes a definition, deploys it and
/// sets up the stage that serves it; the next start brings it to its end: the gateway is as approved, with nothing twice, nothing left over and nobody else's edit lost.
/// </summary>
public abstract class SeededKillTests(SeededKillTests.Fixture fixture)
{
    /// <summary>A run of this sort makes some more calls than that.</summary>
    private const int Calls = 20;

    public sealed class First(Fixture fixture) : SeededKillTests(fixture), IClassFixture<Fixture>
    {
        [Theory]
        [InlineData(1)]
        [InlineData(2)]
        [InlineData(3)]
        public Task A_run_whose_process_is_killed_ends_as_approved(int seed) => KillAsync(seed);
    }

    public sealed class Second(Fixture fixture) : SeededKillTests(fixture), IClassFixture<Fixture>
    {
        [Theory]
        [InlineData(4)]
        [InlineData(5)]
        [InlineData(6)]
        public Task A_run_whose_process_is_killed_ends_as_approved(int seed) => KillAsync(seed);
    }

    public sealed class Third(Fixture fixture) : SeededKillTests(fixture), IClassFixture<Fixture>
    {
        [Theory]
        [InlineData(7)]
        [InlineData(8)]
        [InlineData(9)]
        public Task A_run_whose_process_is_killed_ends_as_approved(int seed) => KillAsync(seed);
    }

    public sealed class Fourth(Fixture fixture) : SeededKillTests(fixture), IClassFixture<Fixture>
    {
        [Theory]
        [InlineData(10)]
        [InlineData(11)]
        [InlineData(12)]
        public Task A_run_whose_process_is_killed_ends_as_approved(int seed) => KillAsync(seed);
    }

    private async Task KillAsync(int seed)
    {
        var chance = new Random(seed);
        var (call, kind) = (chance.Next(1, Calls), chance.Next(2) is 0 ? "timeout-before" : "timeout-after");
        var run = await fixture.ProposeAsync(seed);
        var was = await fixture.StageAsync();
        var before = fixture.Bench.Server.Calls.After(0).Count;
        await fixture.Bench.DoneAsync(HttpMethod.Post, "/_sandbox/faults", new { operation = "*", kind, nth = call });

        await fixture.Portal.Person.Http.PostAsync<RunView>($"/api/v1/runs/{run.Id}/approve", new { fingerprint = run.Fingerprint, version = run.Version, confirmedName = run.NameToType }, HttpStatusCode.OK);
        await fixture.CalledAsync(before, call, run.Id);
        await fixture.Portal.KillAsync();

        var halfway = await fixture.StageAsync();
        Assert.True(JsonNode.DeepEquals(was["tags"]!["theirs"], halfway["tags"]!["theirs"]));
        await fixture.Bench.DoneAsync(HttpMethod.Delete, "/_sandbox/faults");
        await fixture.Portal.StartAsync();

        var ended = await Pipeline.EndedAsync(fixture.Portal.Person, run.Id);
        Assert.True(ended.State is RunState.Done, $"killed at call {call}, {kind}: {ended.Outcome}");
        await fixture.HoldsAsync(seed);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}: killed at call {call}, {kind}");
    }

    /// <summary>A sandbox in this process, and in another a portal that takes it for AWS.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        private ApiView _api = null!;
        private StageView _dev = null!;
        private string _restApi = "";

        internal Bench Bench { get; private set; } = null!;

        internal PortalProcess Portal { get; } = new();

        private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

        public async ValueTask InitializeAsync()
        {
            Bench = await Bench.StartAsync();
            await Portal.StartAsync();
            var person = Portal.Person;
            var connection = await person.Http.PostAsync<ConnectionView>("/api/v1/connections", new { name = "Bench", region = "eu-central-1", serviceUrl = Bench.Server.Address.ToString() });
            await person.Http.PostAsync<ConnectionView>($"/api/v1/connections/{connection.Id}/writing", new { typedName = "Bench" }, HttpStatusCode.OK);
            _api = await Catalog.Given.ApiAsync(person);
            _dev = await person.Http.PostAsync<StageView>($"/api/v1/apis/{_api.Id}/stages", new { connectionId = connection.Id, name = "dev" });
            await Pipeline.DeployAsync(person, _dev);
            var place = await person.Http.GetAsync<StageAddressView>($"/api/v1/stages/{_dev.Id}/address");
            _restApi = place.RestApiId;
            await Bench.DoneAsync(HttpMethod.Put, $"/tags/{Uri.EscapeDataString(place.Arn)}", new { tags = new { theirs = "1" } });
        }

        public async ValueTask DisposeAsync()
        {
            await Portal.DisposeAsync();
            await Bench.DisposeAsync();
        }

        /// <summary>A route more, other limits and another tag: a run that writes in every way.</summary>
        internal async Task<RunView> ProposeAsync(int seed)
        {
            var person = Portal.Person;
            _api = await Pipeline.AddRouteAsync(person, _api, $"/of-{seed}");
            var setup = await person.Http.GetAsync<StageSetupView>($"/api/v1/stages/{_dev.Id}/settings");
            var method = new { rateLimit = seed, burstLimit = seed, logging = "Off", dataTrace = false, metrics = false, caching = false, cacheTtl = 300, cacheEncrypted = false, cacheControlNeedsAuthorization = true, unauthorizedCacheControl = "SucceedWithHeader" };
            await person.Http.PutAsync<StageSetupView>($"/api/v1/stages/{_dev.Id}/settings", new
            {
                settings = new { methods = new Dictionary<string, object> { ["*/*"] = method }, cacheSize = (string?)null, tracing = seed % 2 is 0, clientCertificate = (string?)null, documentationVersion = (string?)null, webAcl = (string?)null },
                description = $"Of {seed}",
                accessLog = setup.AccessLog,
                tags = new Dictionary<string, string> { [$"of-{seed}"] = "ours" },
                version = setup.Version,
            });

            return await Pipeline.ProposeAsync(person, _dev);
        }

        internal async Task<JsonNode> StageAsync() => await Bench.DoneAsync(HttpMethod.Get, $"/restapis/{_restApi}/stages/dev");

        /// <summary>Waits until the sandbox has heard of so many calls, or there were fewer.</summary>
        internal async Task CalledAsync(int before, int calls, Guid run)
        {
            while (Bench.Server.Calls.After(before).Count < calls && (await Portal.Person.Http.GetAsync<RunView>($"/api/v1/runs/{run}")).State is RunState.Approved or RunState.Running)
            {
                Cancelled.ThrowIfCancellationRequested();
            }
        }

        internal async Task HoldsAsync(int seed)
        {
            var stage = await StageAsync();
            Assert.Equal((seed, $"Of {seed}", seed % 2 is 0), ((int)stage["methodSettings"]!["*/*"]!["throttlingRateLimit"]!.GetValue<double>(), (string?)stage["description"], stage["tracingEnabled"]!.GetValue<bool>()));
            Assert.Equal([$"of-{seed}", "portal:id", "theirs"], stage["tags"]!.AsObject().Select(tag => tag.Key).Order(StringComparer.Ordinal));

            Assert.Equal([_restApi], (await Bench.DoneAsync(HttpMethod.Get, "/restapis"))["item"]!.AsArray().Select(api => (string?)api!["id"]));
            var deployments = (await Bench.DoneAsync(HttpMethod.Get, $"/restapis/{_restApi}/deployments"))["item"]!.AsArray().Select(deployment => (string?)deployment!["description"]).ToList();
            Assert.Equal(deployments.Distinct(), deployments);
            Assert.Contains((await Bench.DoneAsync(HttpMethod.Get, $"/restapis/{_restApi}/resources?limit=500"))["item"]!.AsArray(), resource => (string?)resource!["path"] == $"/of-{seed}");
            Assert.Empty((await Pipeline.ProposeAsync(Portal.Person, _dev)).Steps);
        }
    }
}
