using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;

namespace Portal.Tests.Journeys;

/// <summary>The whole card as one story of two people: an API is defined, deployed, sold, called with a key, promoted, watched and rolled back, all of it in the browser.</summary>
public sealed class CardJourneyTests(CardJourneyTests.CollectingFixture portal) : IClassFixture<CardJourneyTests.CollectingFixture>
{
    private const string Grace = "grace@example.com";

    [Fact]
    public Task What_Ada_publishes_Grace_calls_until_Ada_takes_it_back() => portal.VisitAsync("card-ada", async ada =>
    {
        var (publisher, seller, releases) = (new Publisher(ada), new Seller(ada), new Releases(ada));

        // Ada defines an API that asks for keys, runs it on dev, and sells five calls a month.
        await publisher.SetUpAsync();
        await publisher.DefineAsync("Parrots");
        var api = new Uri(ada.Page.Url).AbsolutePath;
        await publisher.AddMockAsync("GET", "/parrots", """{"name":"Polly"}""", asksForKey: true);
        await publisher.OpenAsync(api);
        await publisher.DeployAsync();
        var dev = $"{await publisher.ApproveAsync()}/parrots";
        await seller.MakePlanAsync("Trial", quota: 5, "Parrots dev");
        await seller.ApplyAsync();
        await seller.OfferAsync();
        var plan = new Uri(ada.Page.Url).AbsolutePath;
        await publisher.OpenAsync(api);
        await seller.PublishAsync();

        // Grace comes by herself to a key, which opens until the quota is used up.
        await portal.VisitAsync("card-grace", async grace =>
        {
            var developer = new Developer(grace);
            await developer.RegisterAsync("Grace Hopper", Grace);
            await developer.SignInAsync(Grace);
            var key = await developer.GetKeyAsync("Parrots", app: "Aviary");
            await CallAsync(dev, HttpStatusCode.Forbidden, key: null, times: 2);
            await CallAsync(dev, HttpStatusCode.OK, key, times: 5);
            await CallAsync(dev, HttpStatusCode.TooManyRequests, key, times: 3);

            // Ada adds prod, promotes what dev runs, and opens prod to the plan.
            await publisher.OpenAsync(api);
            await publisher.AddStageAsync("prod");
            await releases.PromoteAsync("dev", "Parrots", "GET /parrots");
            await ada.GoAsync(plan);
            await seller.ChangePlanAsync(quota: 100, "Parrots prod");
            await seller.ApplyAsync();
            await publisher.OpenAsync(api);
            var prod = $"{await publisher.AddressOfAsync("prod")}/parrots";
            await CallAsync(prod, HttpStatusCode.OK, key, times: 12);
            await CallAsync(prod, HttpStatusCode.Forbidden, key: null, times: 4);

            // The charts tell both stages, each call once.
            var metrics = new StageMetrics(ada, portal.Services);
            await publisher.OpenAsync(api);
            await metrics.OpenAsync("dev", calls: 10);
            Assert.Equal((10, 5, 0), await metrics.CallsAsync());
            await publisher.OpenAsync(api);
            await metrics.OpenAsync("prod", calls: 16);
            Assert.Equal((16, 4, 0), await metrics.CallsAsync());
            Assert.True(await metrics.HasLatencyAsync());
            await Assertions.Expect(metrics.Callers).ToContainTextAsync("Aviary");
            await Assertions.Expect(metrics.Callers).ToContainTextAsync($"…{key[^4..]}");
            await Assertions.Expect(ada.Page.GetByRole(AriaRole.List, new() { Name = "Marks" }).First).ToContainTextAsync("Revision 2");
            await ada.PictureAsync("metrics");

            // A second release goes the same way, and is taken back in two clicks.
            await publisher.OpenAsync(api);
            await publisher.AddMockAsync("GET", "/owls", "{}", asksForKey: true);
            await publisher.OpenAsync(api);
            await publisher.DeployAsync();
            await publisher.ApproveAsync();
            await ada.GoAsync("/board");
            releases.Clicks = 0;
            await releases.PromoteAsync("dev", "Parrots", "GET /owls");
            Assert.Equal(3, releases.Clicks);
            var owls = prod.Replace("/parrots", "/owls", StringComparison.Ordinal);
            await CallAsync(owls, HttpStatusCode.OK, key, times: 1);
            await publisher.OpenAsync(api);
            await ada.Page.GetByRole(AriaRole.Article, new() { Name = "Stage prod" }).GetByRole(AriaRole.Link, new() { Name = "prod", Exact = true }).ClickAsync();
            releases.Clicks = 0;
            await releases.RollBackAsync("Removes GET /owls");
            Assert.Equal(2, releases.Clicks);
            await CallAsync(owls, HttpStatusCode.Forbidden, key, times: 1);
            await CallAsync(prod, HttpStatusCode.OK, key, times: 1);

            Assert.Empty(grace.Complaints);
        });

        // What they did is on record, and every first step but the last was made by it.
        await ada.GoAsync("/audit");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();
        await Assertions.Expect(ada.Page.GetByText("The trail is whole")).ToBeVisibleAsync();
        await ada.GoAsync("/first-steps");
        await Assertions.Expect(ada.Page.GetByText("8 of 8 are done.")).ToBeVisibleAsync();
        Assert.Empty(ada.Complaints);
    });

    private static async Task CallAsync(string url, HttpStatusCode expected, string? key, int times)
    {
        for (var call = 0; call < times; call++)
        {
            Assert.Equal(expected, await Calls.GetAsync(url, key));
        }
    }

    public sealed class CollectingFixture : BrowserFixture
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Metrics:Enabled", "true");
            builder.UseSetting("Metrics:SandboxEvery", "00:00:01");
        }
    }
}
