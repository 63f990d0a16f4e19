using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Sandbox;

/// <summary>A client that is not ours parses every answer by AWS's own service model; ours and the sandbox could agree on a mistake.</summary>
public sealed class ForeignClientTests
{
    [Fact]
    public Task An_API_lives_its_whole_life_by_boto3() => DoesAsync(ForeignClientScript.LifeOfAnApi);

    [Fact]
    public Task A_key_is_sold_and_metered_by_boto3() => DoesAsync(ForeignPlanScript.LifeOfAKey);

    private static async Task DoesAsync(string script)
    {
        Assert.SkipUnless(await RunAsync("-c", "import boto3") is { ExitCode: 0 }, "python3 with boto3 is not installed.");
        await using var bench = await Bench.StartAsync(new() { TimeProvider = new FakeTimeProvider(new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero)) });

        var (code, output) = await RunAsync("-c", script, bench.Server.Address.ToString().TrimEnd('/'));

        TestContext.Current.SendDiagnosticMessage(output);
        Assert.True(code is 0, output);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, $"{await output}{await error}");
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return (-1, exception.Message);
        }
    }
}
