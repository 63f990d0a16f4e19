using System.Diagnostics;

namespace Portal.Tests.Sandbox;

public sealed class ForeignClientTests
{
    /// <summary>A client that is not ours parses every answer by AWS's own service model; ours and the sandbox could agree on a mistake.</summary>
    [Fact]
    public async Task An_API_lives_its_whole_life_by_boto3()
    {
        Assert.SkipUnless(await RunAsync("-c", "import boto3") is { ExitCode: 0 }, "python3 with boto3 is not installed.");
        await using var bench = await Bench.StartAsync();

        var (code, output) = await RunAsync("-c", ForeignClientScript.Text, bench.Server.Address.ToString().TrimEnd('/'));

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
