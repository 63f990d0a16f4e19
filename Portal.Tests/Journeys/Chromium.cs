using System.Diagnostics;

namespace Portal.Tests.Journeys;

/// <summary>Finds the browser of the tests: the distribution's, which is installed where it is missing and may be; else the one that Playwright fetches.</summary>
internal static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly Lazy<string?> Found = new(Provide);

    /// <summary>Where it is; null for Playwright's own. Looked for and installed once, however many classes ask at the same time.</summary>
    public static string? Executable => Found.Value;

    private static string? Provide()
    {
        if (Find() is { } there)
        {
            return there;
        }

        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Runs("apt-get", "update", "-qq"))
        {
            Runs("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium");
        }

        if (Find() is { } installed)
        {
            return installed;
        }

        return Microsoft.Playwright.Program.Main(["install", "chromium"]) is 0
            ? null
            : throw new InvalidOperationException("There is no Chromium on this machine, and neither the distribution nor Playwright could fetch one. Install the package 'chromium'.");
    }

    private static string? Find() => Array.Find(Places, File.Exists);

    private static bool Runs(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } };
            using var process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();

            return process.ExitCode is 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // A distribution without apt-get.
            return false;
        }
    }
}
