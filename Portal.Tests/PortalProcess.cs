using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Portal.Shared;
using Portal.Shared.Identity;

namespace Portal.Tests;

/// <summary>The portal as a process of its own, with a data folder that outlives it: it can be killed, and started again.</summary>
internal sealed partial class PortalProcess : IAsyncDisposable
{
    private const string Email = "ada@example.com";

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-process-").FullName;
    private Process? _process;
    private Uri? _address;
    private string? _token;
    private Guid _team;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>The administrator, signed in by a token at the process that runs now.</summary>
    public Person Person => new(Guid.Empty, Email, _team, Client());

    public async Task StartAsync()
    {
        (_process, _address) = await ListeningAsync();

        if (_token is null)
        {
            _token = await TokenAsync();
            _team = (await Person.Http.GetAsync<Page<TeamView>>("/api/v1/teams")).Items[0].Id;
        }
    }

    /// <summary>At once, whatever it does: SIGKILL, where there are signals.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync(Cancelled);
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private HttpClient Client() => new() { BaseAddress = _address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", _token) } };

    private async Task<(Process, Uri)> ListeningAsync()
    {
        var (said, listening) = (new ConcurrentQueue<string>(), new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously));
        var process = new Process { StartInfo = Starting("--urls", "http://127.0.0.1:0"), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) =>
        {
            said.Enqueue(line.Data ?? "");

            if (Listening().Match(line.Data ?? "") is { Success: true } found)
            {
                listening.TrySetResult(new Uri(found.Groups[1].Value));
            }
        };
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The portal ended by itself. {string.Join('\n', said)}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        return (process, await listening.Task.WaitAsync(Cancelled));
    }

    private async Task<string> TokenAsync()
    {
        using var command = Process.Start(Starting("token", "--user", Email))!;
        command.ErrorDataReceived += (_, _) => { };
        command.BeginErrorReadLine();
        var lines = await command.StandardOutput.ReadToEndAsync(Cancelled);
        await command.WaitForExitAsync(Cancelled);

        return lines.Trim().Split('\n')[^1];
    }

    private ProcessStartInfo Starting(params string[] arguments) => new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.Server.dll"), .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment =
        {
            ["Data__Folder"] = _folder,
            ["Sandbox__Start"] = "Never",
            ["Setup__AdminEmail"] = Email,
            ["Setup__AdminPassword"] = PortalFixture.Password,
            ["Metrics__Enabled"] = "false",
            ["Sync__Pace"] = "0",
            ["Logging__LogLevel__Default"] = "Warning",
            ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
            ["AWS_ACCESS_KEY_ID"] = "sandbox",
            ["AWS_SECRET_ACCESS_KEY"] = "sandbox",
        },
    };

    [GeneratedRegex("Now listening on: (http://[^ ]+)")]
    private static partial Regex Listening();
}
