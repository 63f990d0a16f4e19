using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;
using Microsoft.Playwright;
using Portal.Client.Ui.Charts;

namespace Portal.Benchmarks;

/// <summary>A chart of six lines over a day of minutes, put into a page of the portal as the server sends it: from its markup to its painted frame, its script included.</summary>
internal sealed class ChartDrawing : Benchmark
{
    private const int Rounds = 15;

    public override string Name => "chart-drawing";

    public override string What => $"A chart of {DrawnChart.Most} lines with {DrawnChart.Steps:N0} steps each, drawn in Chromium: at most 100 ms (median of {Rounds})";

    public override async Task<Result> RunAsync(string? document, CancellationToken cancellationToken)
    {
        await using var chart = await DrawnChart.OpenAsync(cancellationToken);
        var html = await DrawnChart.HtmlAsync(DrawnChart.Most);

        // The first fetches the script and warms what every page after it finds warm.
        await chart.DrawAsync(html);
        var times = new List<double>();

        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            times.Add((await chart.DrawAsync(html)).Milliseconds);
        }

        return new Result(Name, 100, times.Order().ElementAt(Rounds / 2), "ms");
    }
}

/// <summary>How much of a page a line takes: what six lines have more than one, for each of the five.</summary>
internal sealed class ChartNodes : Benchmark
{
    public override string Name => "chart-nodes";

    public override string What => $"DOM nodes of each line of a chart with {DrawnChart.Steps:N0} steps, texts and attributes' owners alike: at most 10";

    public override async Task<Result> RunAsync(string? document, CancellationToken cancellationToken)
    {
        await using var chart = await DrawnChart.OpenAsync(cancellationToken);
        var (many, one) = (await chart.DrawAsync(await DrawnChart.HtmlAsync(DrawnChart.Most)), await chart.DrawAsync(await DrawnChart.HtmlAsync(1)));

        return new Result(Name, 10, (many.Nodes - one.Nodes) / (double)(DrawnChart.Most - 1), "");
    }
}

/// <summary>A page of a running portal in Chromium, into which charts are put.</summary>
internal sealed class DrawnChart : IAsyncDisposable
{
    public const int Most = 6;
    public const int Steps = 1440;

    private const string Draw = """
        async (html) => {
          const { draw } = await import("/_content/Portal.Client/Ui/Charts/LineChart.razor.js");
          const place = document.querySelector("main");
          place.replaceChildren();
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          const start = performance.now();
          place.innerHTML = html;
          draw(place.querySelector("figure"));
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          const took = performance.now() - start;
          const walker = document.createTreeWalker(place.querySelector("figure"), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => node.nodeType === 1 || node.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
          let nodes = 1;
          while (walker.nextNode()) nodes++;
          return [took, nodes];
        }
        """;

    private readonly RunningPortal _portal;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;

    private DrawnChart(RunningPortal portal, IPlaywright playwright, IBrowser browser, IPage page) => (_portal, _playwright, _browser, _page) = (portal, playwright, browser, page);

    public static async Task<DrawnChart> OpenAsync(CancellationToken cancellationToken)
    {
        var portal = await RunningPortal.StartAsync(cancellationToken);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(Chromium.Options);
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        await page.GotoAsync($"{portal.Address}/account/sign-in");

        return new DrawnChart(portal, playwright, browser, page);
    }

    /// <summary>A chart with lines that no compression of their paths makes short: every step another value, now and then a gap.</summary>
    public static async Task<string> HtmlAsync(int lines)
    {
        var random = new Random(1440);
        var series = Enumerable.Range(1, lines)
            .Select(line => new ChartSeries($"Line {line}", [.. Enumerable.Range(0, Steps).Select(double? (step) => step % 97 is 0 ? null : Math.Round(random.NextDouble() * 1000, 3))]))
            .ToList();

        await using var services = new ServiceCollection().AddSingleton<IJSRuntime, NoScript>().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);

        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<LineChart>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(LineChart.Title)] = "Latency",
            [nameof(LineChart.Unit)] = ChartUnit.Milliseconds,
            [nameof(LineChart.Time)] = new ChartTime(DateTimeOffset.Parse("2026-01-31T00:00:00Z", CultureInfo.InvariantCulture), TimeSpan.FromMinutes(1), Steps),
            [nameof(LineChart.Series)] = series,
        }))).ToHtmlString());
    }

    public async Task<(double Milliseconds, double Nodes)> DrawAsync(string html) => await _page.EvaluateAsync<double[]>(Draw, html) is [var took, var nodes]
        ? (took, nodes)
        : throw new InvalidOperationException("The page did not answer.");

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _portal.DisposeAsync();
    }

    /// <summary>Markup alone is made here; the page runs its script itself.</summary>
    private sealed class NoScript : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => throw new NotSupportedException(identifier);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => throw new NotSupportedException(identifier);
    }
}
