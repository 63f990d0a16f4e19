using Microsoft.Playwright;

namespace Portal.Benchmarks;

internal static class Chromium
{
    /// <summary>The distribution's, if there is one, as in the browser tests.</summary>
    public static BrowserTypeLaunchOptions Options { get; } = new()
    {
        ExecutablePath = File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : null,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    };
}
