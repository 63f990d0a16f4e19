using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Portal.Tests.Amazon;

/// <summary>moto, an AWS that is not ours, on a free port. Where it is not installed, the tests that need it are skipped and say so.</summary>
public sealed partial class MotoServer : IAsyncLifetime
{
    private Process? _process;
    private string? _url;

    internal string Url
    {
        get
        {
            Assert.SkipWhen(_url is null, "moto_server is not on the PATH or does not start; `pip install 'moto[server]'` helps.");

            return _url;
        }
    }

    public async ValueTask InitializeAsync()
    {
        var running = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = new ProcessStartInfo("moto_server", ["-H", "127.0.0.1", "-p", "0"]) { RedirectStandardError = true } };
        _process.ErrorDataReceived += (_, line) => Read(line.Data);

        try
        {
            _process.Start();
        }
        catch (Win32Exception)
        {
            return;
        }

        // To its end: a full pipe would make it stand still.
        _process.BeginErrorReadLine();
        _url = await running.Task;

        void Read(string? line)
        {
            if (line is null)
            {
                running.TrySetResult(null);
            }
            else if (Running().Match(line) is { Success: true } match)
            {
                running.TrySetResult(match.Groups[1].Value);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        if (_url is not null)
        {
            _process!.Kill(entireProcessTree: true);
        }

        _process?.Dispose();

        return ValueTask.CompletedTask;
    }

    [GeneratedRegex("Running on (http://[0-9.:]+)")]
    private static partial Regex Running();
}
