using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Keys;
using Portal.Shared.Plans;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Plans;
using Portal.Tests.Sandbox;
using Portal.Tests.Stages;

namespace Portal.Tests;

/// <summary>
/// The portal's process is killed for real, from outside, while a promotion runs and a key is issued. What was before holds, what was approved is brought to its end by the next
/// start, and no key lives that nobody has seen. Each single call and command is cut in process: PromotionCrashTests, KeyCrashTests.
/// </summary>
public sealed class ProcessKillTests(ProcessKillTests.Fixture fixture) : IClassFixture<ProcessKillTests.Fixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("CreateApiKey", "timeout-before", "UpdateStage", "timeout-before")]
    [InlineData("CreateApiKey", "timeout-after", "UpdateStage", "timeout-after")]
    [InlineData("CreateUsagePlanKey", "timeout-before", "GetStages", "timeout-before")]
    [InlineData("CreateUsagePlanKey", "timeout-after", "UpdateStage", "timeout-after")]
    public async Task Whatever_it_did_when_it_was_killed_is_undone_or_brought_to_its_end(string keyCall, string keyFault, string runCall, string runFault)
    {
        var (person, bench) = (fixture.Portal.Person, fixture.Bench);
        var was = await fixture.DeploymentAsync("prod");
        var becomes = await fixture.DeploymentAsync("dev");
        Assert.NotEqual(was, becomes);
        var proposed = await Pipeline.ProposePromotionAsync(person, fixture.Dev);
        await fixture.FailAsync(keyCall, keyFault);
        await fixture.FailAsync(runCall, runFault);
        var before = bench.Server.Calls.After(0).Count;

        await person.Http.PostAsync<RunView>($"/api/v1/runs/{proposed.Id}/approve", new { fingerprint = proposed.Fingerprint, version = proposed.Version, confirmedName = proposed.NameToType }, HttpStatusCode.OK);
        var issuing = person.Http.SendAsync(HttpMethod.Post, "/api/v1/own/keys", new { planId = fixture.Plan.Id, appName = "Cut" });
        await fixture.CalledAsync(before, keyCall, runCall);
        Assert.False(issuing.IsCompleted);
        await fixture.Portal.KillAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => issuing);

        Assert.Contains(await fixture.DeploymentAsync("prod"), new[] { was, becomes });
        await fixture.MendAsync();
        await fixture.Portal.StartAsync();
        person = fixture.Portal.Person;

        var run = await Pipeline.EndedAsync(person, proposed.Id);
        Assert.True(run.State is RunState.Done, run.Outcome);
        Assert.Equal(becomes, await fixture.DeploymentAsync("prod"));
        await fixture.OnlySeenKeysLiveAsync(person);
        Assert.Equal(HttpStatusCode.OK, await fixture.CallAsync(fixture.Seen));

        // For the next: prod is where it was, which also shows that the portal knows what it was.
        await Pipeline.RollBackAsync(person, await Pipeline.StageAsync(person, fixture.Prod.Id));
        Assert.Equal(was, await fixture.DeploymentAsync("prod"));
    }

    /// <summary>A sandbox in this process, and in another a portal that takes it for AWS: dev is a release ahead of prod, and somebody has a key.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        internal Bench Bench { get; private set; } = null!;

        internal PortalProcess Portal { get; } = new();

        internal StageView Dev { get; private set; } = null!;

        internal StageView Prod { get; private set; } = null!;

        internal UsagePlanView Plan { get; private set; } = null!;

        internal string Seen { get; private set; } = "";

        private string RestApi { get; set; } = "";

        public async ValueTask InitializeAsync()
        {
            Bench = await Bench.StartAsync();
            await Portal.StartAsync();
            var person = Portal.Person;
            var connection = await person.Http.PostAsync<ConnectionView>("/api/v1/connections", new { name = "Bench", region = "eu-central-1", serviceUrl = Bench.Server.Address.ToString() });
            await person.Http.PostAsync<ConnectionView>($"/api/v1/connections/{connection.Id}/writing", new { typedName = "Bench" }, HttpStatusCode.OK);

            var api = await Catalog.Given.ApiAsync(person, text: Selling.KeyedPets);
            Dev = await person.Http.PostAsync<StageView>($"/api/v1/apis/{api.Id}/stages", new { connectionId = connection.Id, name = "dev" });
            Prod = await person.Http.PostAsync<StageView>($"/api/v1/apis/{api.Id}/stages", new { connectionId = connection.Id, name = "prod" });
            await Pipeline.DeployAsync(person, Dev);
            await Pipeline.PromoteAsync(person, Dev);
            Plan = await Selling.MakeAsync(person, Selling.Terms(person, connection.Id, Prod));
            await Selling.ApplyAsync(person, Plan);
            await person.Http.PutAsync<UsagePlanView>($"/api/v1/plans/{Plan.Id}/availability", new { availability = "Open" });
            api = await Pipeline.AddRouteAsync(person, api, "/owners");
            await Pipeline.DeployAsync(person, Dev);
            await person.Http.PutAsync<ApiView>($"/api/v1/apis/{api.Id}", new { api.Name, api.Description, status = "Published", audience = "Developers", teamId = api.Team.Id, api.Version });

            Seen = (await person.Http.PostAsync<RequestedApiKey>("/api/v1/own/keys", new { planId = Plan.Id, appName = "Seen" })).Value!;
            RestApi = (await person.Http.GetAsync<StageAddressView>($"/api/v1/stages/{Prod.Id}/address")).RestApiId;
        }

        public async ValueTask DisposeAsync()
        {
            await Portal.DisposeAsync();
            await Bench.DisposeAsync();
        }

        /// <summary>What a stage serves, as the sandbox has it.</summary>
        internal async Task<string> DeploymentAsync(string stage) => (await Bench.DoneAsync(HttpMethod.Get, $"/restapis/{RestApi}/stages/{stage}"))["deploymentId"]!.GetValue<string>();

        internal Task<HttpStatusCode> CallAsync(string key) => Journeys.Calls.GetAsync($"{Bench.Server.Address}restapis/{RestApi}/prod/_user_request_/pets", key);

        internal async Task FailAsync(string operation, string kind) => await Bench.DoneAsync(HttpMethod.Post, "/_sandbox/faults", new { operation, kind, nth = 1 });

        internal async Task MendAsync() => await Bench.DoneAsync(HttpMethod.Delete, "/_sandbox/faults");

        /// <summary>Waits until the sandbox has heard of each, and keeps them waiting.</summary>
        internal async Task CalledAsync(int before, params string[] operations)
        {
            while (!operations.All(operation => Bench.Server.Calls.After(before).Any(call => call.Operation == operation)))
            {
                Cancelled.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        }

        /// <summary>The portal cleans up what was cut, and then the one key is left that somebody was shown.</summary>
        internal async Task OnlySeenKeysLiveAsync(Person person)
        {
            for (var tries = 0; ; tries++)
            {
                var issuing = (await person.Http.GetAsync<Page<ApiKeyRow>>("/api/v1/keys?state=Issuing")).Total;
                var keys = (await Bench.DoneAsync(HttpMethod.Get, "/apikeys?includeValues=true"))["item"]!.AsArray();

                if (issuing is 0)
                {
                    Assert.Equal([Seen], keys.Select(key => key!["value"]!.GetValue<string>()));
                    return;
                }

                Assert.True(tries < 5000, $"{issuing} keys still say that they are being issued.");
            }
        }
    }
}
