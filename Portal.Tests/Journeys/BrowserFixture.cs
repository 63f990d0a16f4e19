using Microsoft.Playwright;

namespace Portal.Tests.Journeys;

/// <summary>The portal on a real port, and a Chromium to go there.</summary>
public class BrowserFixture : PortalFixture, IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public BrowserFixture() => UseKestrel(0);

    /// <summary>Without a slash at its end.</summary>
    public string Address => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    public async ValueTask InitializeAsync()
    {
        StartServer();

        var executable = Chromium.Executable;

        // A busy machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Tells a story in a person's own browser: no cookies of others. A story that fails leaves a picture and a trace in artifacts/browser.</summary>
    public async Task VisitAsync(string name, Func<Visit, Task> story, ViewportSize? size = null)
    {
        await using var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            ViewportSize = size ?? new ViewportSize { Width = 1280, Height = 900 },
        });

        await context.Tracing.StartAsync(new TracingStartOptions { Screenshots = true, Snapshots = true });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        var visit = new Visit(name, page);

        try
        {
            await story(visit);
        }
        catch
        {
            await visit.PictureAsync("failed");
            await context.Tracing.StopAsync(new TracingStopOptions { Path = Path.Combine(Visit.Folder, $"{name}.zip") });

            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
