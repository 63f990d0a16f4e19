using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Portal.Benchmarks;

/// <summary>The sandbox alone, as a process of its own, with a data folder, on loopback.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private const string Told = "The sandbox answers at ";

    private readonly Process _process;

    private SandboxProcess(Process process, string address, TimeSpan started)
    {
        (_process, Started) = (process, started);
        Http = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(2) };
        Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=bench/20260101/eu-central-1/apigateway/aws4_request, SignedHeaders=host, Signature=00");
    }

    public HttpClient Http { get; }

    /// <summary>From the start of the process until it answered.</summary>
    public TimeSpan Started { get; }

    /// <summary>What the process holds of the machine's memory, in MiB.</summary>
    public double Memory
    {
        get
        {
            _process.Refresh();

            return _process.WorkingSet64 / 1024d / 1024d;
        }
    }

    public static async Task<SandboxProcess> StartAsync(string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory.Replace("Portal.Benchmarks", "Portal.Sandbox", StringComparison.Ordinal), "Portal.Sandbox.dll"));

        foreach (var argument in (string[])["--urls", "http://127.0.0.1:0", "--data", folder])
        {
            start.ArgumentList.Add(argument);
        }

        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var watch = Stopwatch.StartNew();
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                told.TrySetException(new InvalidOperationException("The sandbox ended by itself."));
            }
            else if (line.Data.StartsWith(Told, StringComparison.Ordinal))
            {
                told.TrySetResult(line.Data[Told.Length..]);
            }
        };
        process.Start();
        process.BeginOutputReadLine();

        try
        {
            var address = await told.Task.WaitAsync(cancellationToken);

            return new SandboxProcess(process, address, watch.Elapsed);
        }
        catch
        {
            process.Kill();
            process.Dispose();

            throw;
        }
    }

    /// <summary>Calls an operation and insists on success.</summary>
    public async Task<JsonElement> CallAsync(HttpMethod verb, string path, string body, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(verb, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var answer = await Http.SendAsync(message, cancellationToken);

        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)
            : throw new InvalidOperationException($"{verb} {path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }

    /// <summary>Ends it as a person would, so that it writes what is not written yet.</summary>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();

        if (OperatingSystem.IsWindows())
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            _process.Kill();
        }
        else
        {
            using var signal = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            await signal.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
