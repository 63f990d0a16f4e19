using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Portal.Benchmarks;

/// <summary>The portal as a process of its own, with an empty data folder and a sandbox, on loopback.</summary>
internal sealed class RunningPortal : IAsyncDisposable
{
    public const string Email = "bench@example.com";
    public const string Password = "a password for the bench";

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-bench-").FullName;
    private readonly Process _process;

    private RunningPortal(int port)
    {
        Address = $"http://127.0.0.1:{port}";
        Http = new HttpClient { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromMinutes(2) };
        _process = Start("--urls", Address, "--Sync:Pace", "0");
    }

    public string Address { get; }

    /// <summary>How long it has computed so far, whatever else the machine does.</summary>
    public TimeSpan Computed
    {
        get
        {
            _process.Refresh();

            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Its data folder.</summary>
    public string Folder => _folder;

    /// <summary>Signed in as the administrator, by a token.</summary>
    public HttpClient Http { get; }

    public static async Task<RunningPortal> StartAsync(CancellationToken cancellationToken)
    {
        var portal = new RunningPortal(FreePort());

        try
        {
            while (!await portal.AnswersAsync(cancellationToken))
            {
                await Task.Delay(100, cancellationToken);
            }

            portal.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await portal.TokenAsync(cancellationToken));
        }
        catch
        {
            await portal.DisposeAsync();

            throw;
        }

        return portal;
    }

    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) =>
        await Http.GetFromJsonAsync<JsonElement>(path, cancellationToken);

    public Task<JsonElement> PostAsync(string path, object body, CancellationToken cancellationToken) => SendAsync(HttpMethod.Post, path, body, cancellationToken);

    public Task<JsonElement> PutAsync(string path, object body, CancellationToken cancellationToken) => SendAsync(HttpMethod.Put, path, body, cancellationToken);

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object body, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var answer = await Http.SendAsync(message, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);

        return answer.IsSuccessStatusCode
            ? JsonDocument.Parse(text.Length is 0 ? "{}" : text).RootElement
            : throw new InvalidOperationException($"{method} {path} answered {(int)answer.StatusCode}: {text}");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        if (_process.HasExited)
        {
            throw new InvalidOperationException("The portal ended by itself.");
        }

        try
        {
            using var answer = await Http.GetAsync("/api/v1/me", cancellationToken);

            return answer.StatusCode is HttpStatusCode.Unauthorized;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        using var command = Start("token", "--user", Email);
        var lines = await command.StandardOutput.ReadToEndAsync(cancellationToken);
        await command.WaitForExitAsync(cancellationToken);

        return lines.Trim().Split('\n')[^1];
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory.Replace("Portal.Benchmarks", "Portal.Server", StringComparison.Ordinal), "Portal.Server.dll"));

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Data__Folder"] = _folder;
        start.Environment["Sandbox__Port"] = "0";
        start.Environment["Setup__AdminEmail"] = Email;
        start.Environment["Setup__AdminPassword"] = Password;
        start.Environment["Logging__LogLevel__Default"] = "Warning";

        var process = Process.Start(start)!;

        if (arguments[0] is not "token")
        {
            // Nobody reads it, and a full pipe would stop the process.
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
        }

        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text)
            {
                Console.Error.WriteLine(text);
            }
        };
        process.BeginErrorReadLine();

        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
