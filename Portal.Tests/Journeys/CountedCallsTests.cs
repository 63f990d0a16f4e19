using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Portal.Shared;
using Portal.Shared.Metrics;
using Portal.Shared.Stages;
using Portal.Tests.Metrics;
using Portal.Tests.Plans;
using Portal.Tests.Sandbox;

namespace Portal.Tests.Journeys;

/// <summary>Calls whose status, length and key are known, on a clock that moves only with them: what the portal answers and what its page shows is what was called.</summary>
public sealed class CountedCallsTests(CountedCallsTests.StillFixture portal) : IClassFixture<CountedCallsTests.StillFixture>
{
    private static readonly double[] Shares = [0.5, 0.9, 0.95, 0.99];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_called_is_what_is_shown()
    {
        await using var backend = await Backend.StartAsync(portal.Clock);
        var publisher = await portal.PersonAsync(Role.Publisher);
        var stage = await SoldAsync(publisher, backend);
        var url = (await publisher.Http.GetAsync<StageAddressView>($"/api/v1/stages/{stage.Id}/address")).InvokeUrl;
        var keys = new[] { await KeyAsync(stage, "Busy"), await KeyAsync(stage, "Quiet") };
        var calls = Calls(keys).ToList();

        foreach (var call in calls)
        {
            Assert.Equal(call.Status, (int)await Journeys.Calls.GetAsync($"{url}/status/{call.Status}?takes={call.Milliseconds}", call.Key));
        }

        var view = await CollectedAsync(publisher, stage, calls.Count);
        var consumers = await publisher.Http.GetAsync<ConsumersView>($"/api/v1/stages/{stage.Id}/consumers");

        Assert.Equal(Totals(calls), (view.Totals.Requests, view.Totals.ClientErrors, view.Totals.ServerErrors));
        Assert.Equal(calls.Select(call => call.Milliseconds).Average(), Assert.Single(view.Values("Latency", "Average").OfType<double>()), 0.5);
        AssertNear(calls, [.. new[] { "p50", "p90", "p95", "p99" }.Select(statistic => view.Values("Latency", statistic).OfType<double>().Single())]);

        foreach (var row in consumers.Rows)
        {
            var own = calls.Where(call => call.App == row.Key!.App).ToList();
            Assert.Equal(Totals(own), (row.Totals.Requests, row.Totals.ClientErrors, row.Totals.ServerErrors));
            AssertNear(own, [row.P50, null, row.P95, row.P99]);
        }

        await portal.VisitAsync("counted-calls", async visit =>
        {
            var page = new StageMetrics(visit, portal.Services);
            await visit.SignInAsync(publisher.Email);
            await visit.GoAsync($"/apis/{stage.ApiId}/stages/{stage.Id}/metrics");

            var shown = await page.CallsAsync();
            Assert.Equal(Totals(calls), ((long)shown.Calls, (long)shown.ClientErrors, (long)shown.ServerErrors));
            AssertNear(calls, [.. (await page.TableAsync("Latency")).Single(row => row[0] is not null).Take(4)]);

            foreach (var (app, numbers) in await page.CallersAsync())
            {
                var own = calls.Where(call => call.App == app).ToList();
                Assert.Equal(Totals(own), ((long)numbers[0]!, (long)numbers[1]!, (long)numbers[2]!));
            }

            await visit.PictureAsync("page");
        });
    }

    /// <summary>Two of three by the busy app; from 1 ms to 900 ms, most of them short; some that fail by the caller's fault and some by the backend's.</summary>
    private static IEnumerable<Call> Calls((string App, string Value)[] keys)
    {
        var random = new Random(20261128);

        for (var number = 0; number < 150; number++)
        {
            var (app, value) = keys[number % 3 is 2 ? 1 : 0];

            yield return new Call(app, value, number % 10 is 3 ? 404 : number % 25 is 7 ? 502 : 200, (int)Math.Exp(random.NextDouble() * Math.Log(900)));
        }
    }

    /// <summary>Within one per cent of the value that so many calls do not exceed; times are whole milliseconds.</summary>
    private static void AssertNear(IReadOnlyList<Call> calls, IReadOnlyList<double?> told)
    {
        var sorted = calls.Select(call => (double)call.Milliseconds).Order().ToList();

        foreach (var (share, value) in Shares.Zip(told).Where(pair => pair.Second is not null))
        {
            var exact = sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
            Assert.InRange(value!.Value, exact * 0.99, exact * 1.01);
        }
    }

    private static (long Requests, long ClientErrors, long ServerErrors) Totals(IReadOnlyList<Call> calls) =>
        (calls.Count, calls.Count(call => call.Status is 404), calls.Count(call => call.Status is 502));

    private async Task<StageMetricsView> CollectedAsync(Person person, StageView stage, int calls)
    {
        for (var tries = 0; ; tries++)
        {
            await portal.Services.CollectAsync();
            var view = await person.Http.GetAsync<StageMetricsView>($"/api/v1/stages/{stage.Id}/metrics");
            var consumers = await person.Http.GetAsync<ConsumersView>($"/api/v1/stages/{stage.Id}/consumers");

            if (view.Totals.Requests >= calls && consumers.Rows.Sum(row => row.Totals.Requests) >= calls)
            {
                return view;
            }

            Assert.True(tries < 2000, $"{view.Totals.Requests} of {calls} calls were counted.");
        }
    }

    /// <summary>An API whose backend takes as long as it is told, with a plan that is offered.</summary>
    private static async Task<StageView> SoldAsync(Person publisher, Backend backend)
    {
        var proxy = Sandbox.Given.Proxy($"{backend.Url}/status/{{code}}", more: "", mappings: """{"integration.request.path.code": "method.request.path.code"}""", parameters: """[{"name": "code", "in": "path", "required": true, "schema": {"type": "string"}}]""");
        var keyed = proxy.Insert(proxy.IndexOf('{', StringComparison.Ordinal) + 1, "\"security\": [{\"key\": []}],");
        var document = Sandbox.Given.Document($$"""{"/status/{code}": {"get": {{keyed}} } }""", """ "components": {"securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "x-api-key"}}}""");
        var api = await Catalog.Given.ApiAsync(publisher, text: document);
        var stage = await Selling.DeployedStageAsync(publisher, api);
        api = await publisher.Http.GetAsync<Shared.Catalog.ApiView>($"/api/v1/apis/{api.Id}");
        await publisher.Http.PutAsync<Shared.Catalog.ApiView>($"/api/v1/apis/{api.Id}", new { api.Name, api.Description, status = "Published", audience = "Developers", teamId = api.Team.Id, api.Version });
        var plan = await Selling.MakeAsync(publisher, Selling.Terms(publisher, stage.ConnectionId, stage) with { Throttle = null, Quota = null });
        await Selling.ApplyAsync(publisher, plan);
        await publisher.Http.PutAsync<Shared.Plans.UsagePlanView>($"/api/v1/plans/{plan.Id}/availability", new { availability = "Open" });

        return stage;
    }

    private async Task<(string App, string Value)> KeyAsync(StageView stage, string app)
    {
        var developer = await portal.PersonAsync(Role.Developer);
        var offers = await developer.Http.GetAsync<Shared.Keys.PlanOffers>($"/api/v1/apis/{stage.ApiId}/offers");
        var key = await developer.Http.PostAsync<Shared.Keys.RequestedApiKey>("/api/v1/own/keys", new { planId = offers.Plans[0].Id, appName = app });

        return (app, key.Value!);
    }

    private sealed record Call(string App, string Key, int Status, int Milliseconds);

    /// <summary>Portal and sandbox on one clock, at the beginning of a minute.</summary>
    public sealed class StillFixture : BrowserFixture
    {
        public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(DateTime.UtcNow.Ticks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero));

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
        }
    }
}
