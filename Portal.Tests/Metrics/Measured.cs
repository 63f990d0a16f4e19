using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Traffic;
using Portal.Shared.Catalog;
using Portal.Shared.Metrics;
using Portal.Shared.Stages;
using Portal.Tests.Stages;

namespace Portal.Tests.Metrics;

/// <summary>A deployed stage of somebody's, its calls, and the collector that hears of them.</summary>
internal sealed class Measured
{
    private readonly PortalFixture _portal;
    private readonly string _url;

    private Measured(PortalFixture portal, Person person, ApiView api, StageView stage, string url) => (_portal, Person, Api, Stage, _url) = (portal, person, api, stage, url);

    public Person Person { get; }

    public ApiView Api { get; }

    public StageView Stage { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<Measured> DeployAsync(PortalFixture portal, Person? person = null)
    {
        var publisher = person ?? await portal.PersonAsync(Portal.Shared.Role.Publisher);
        var api = await Catalog.Given.ApiAsync(publisher);
        var stage = await Pipeline.StageAsync(publisher, api);
        await Pipeline.DeployAsync(publisher, stage);
        var address = await publisher.Http.GetAsync<StageAddressView>($"/api/v1/stages/{stage.Id}/address");

        return new Measured(portal, publisher, api, stage, address.InvokeUrl);
    }

    /// <summary>Calls as any client does: each is a 200, or a 403 for what the API does not have.</summary>
    public async Task CallAsync(int well, int refused = 0)
    {
        using var http = new HttpClient();

        foreach (var path in Enumerable.Repeat("/pets", well).Concat(Enumerable.Repeat("/nothing", refused)))
        {
            using var answer = await http.GetAsync(new Uri(_url + path), Cancelled);
            Assert.Equal(path is "/pets" ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    /// <summary>Has the sandbox itself make up a day of so many calls, and collects them; answers with what it reports.</summary>
    public async Task<JsonNode> MakeUpAsync(int calls)
    {
        using HttpClient http = new();
        var place = new Uri(_url).Segments;
        var stage = place[^3] + place[^2].TrimEnd('/');
        using var answer = await http.PostAsJsonAsync(new Uri(new Uri(_url), "/_sandbox/traffic"), new { days = 1, callsPerDay = calls, stages = new[] { stage } }, Cancelled);
        var report = await answer.Content.ReadFromJsonAsync<JsonNode>(Cancelled);
        Assert.True(answer.IsSuccessStatusCode, report?.ToJsonString());
        _portal.Services.GetRequiredService<ReadingBook>().ReadAgain([Stage.Id], null, report!["stages"]![0]!["from"]!.GetValue<DateTimeOffset>());
        await CollectAsync();

        return report;
    }

    public Task CollectAsync() => _portal.Services.CollectAsync();

    /// <summary>Collects until so many calls are told: a call is counted when it has ended, which its caller may learn a moment before.</summary>
    public async Task<StageMetricsView> CollectedAsync(int calls)
    {
        for (var tries = 0; ; tries++)
        {
            await CollectAsync();
            var view = await GetAsync();

            if (view.Totals.Requests >= calls)
            {
                Assert.Equal(calls, view.Totals.Requests);
                return view;
            }

            Assert.True(tries < 2000, $"{view.Totals.Requests} of {calls} calls were counted.");
        }
    }

    public Task<StageMetricsView> GetAsync(string query = "") => Person.Http.GetAsync<StageMetricsView>($"/api/v1/stages/{Stage.Id}/metrics{query}");
}

internal static class Collecting
{
    /// <summary>Collects now, from every connection.</summary>
    public static Task CollectAsync(this IServiceProvider services) => services.GetRequiredService<Collector>().CollectAsync(TestContext.Current.CancellationToken);
}
