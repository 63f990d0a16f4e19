using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
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

    /// <summary>How long it may be silent before another takes its place, as the first one has it.</summary>
    public TimeSpan TakeOverAfter { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>The administrator, signed in by a token at the process that runs now.</summary>
    public Person Person => new(Guid.Empty, Email, _team, Client());

    public async Task StartAsync()
    {
        await TakeAsync(Begin(TakeOverAfter));

        if (_token is null)
        {
            _token = await TokenAsync();
            _team = (await Person.Http.GetAsync<Page<TeamView>>("/api/v1/teams")).Items[0].Id;
        }
    }

    /// <summary>Suspends the one that works, whatever it does, and starts a second on the same folder, which is the one of <see cref="Person"/> when it has taken over.</summary>
    /// <param name="after">How long the second waits for a sign of life.</param>
    /// <returns>The first.</returns>
    public async Task<Process> TakenOverAsync(TimeSpan after)
    {
        var first = _process!;
        await SignalAsync(first, "STOP");

        // In the middle of a write it keeps the database locked, and nobody could take over.
        while (IsLocked())
        {
            await SignalAsync(first, "CONT");
            await SignalAsync(first, "STOP");
        }

        await TakeAsync(Begin(after));

        return first;
    }

    /// <summary>Wakes up one that was suspended.</summary>
    public static Task WakeAsync(Process process) => SignalAsync(process, "CONT");

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

    private async Task TakeAsync(Beginning beginning) => (_process, _address) = (beginning.Process, await beginning.Listening.WaitAsync(Cancelled));

    private bool IsLocked()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "portal.db")};Pooling=False;Default Timeout=1");
        connection.Open();

        try
        {
            connection.BeginTransaction().Dispose();

            return false;
        }
        catch (SqliteException)
        {
            return true;
        }
    }

    private static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Cancelled);
        Assert.Equal(0, kill.ExitCode);
    }

    private Beginning Begin(TimeSpan takeOverAfter)
    {
        var (said, listening) = (new ConcurrentQueue<string>(), new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously));
        var process = new Process { StartInfo = Starting("--urls", "http://127.0.0.1:0", "--Database:TakeOverAfter", takeOverAfter.ToString()), EnableRaisingEvents = true };
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

        return new Beginning(process, listening.Task);
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

    /// <param name="Process">It has begun.</param>
    /// <param name="Listening">Its address, when it has one.</param>
    private sealed record Beginning(Process Process, Task<Uri> Listening);

    [GeneratedRegex("Now listening on: (http://[^ ]+)")]
    private static partial Regex Listening();
}
