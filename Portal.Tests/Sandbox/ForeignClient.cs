using System.Diagnostics;

namespace Portal.Tests.Sandbox;

/// <summary>A client that is not ours: boto3 parses every answer by AWS's own service model; ours and the sandbox could agree on a mistake.</summary>
internal static class ForeignClient
{
    /// <summary>What every script begins with: the sandbox's address in <c>url</c>, and clients for it.</summary>
    private const string Start = """
        import sys, boto3
        from botocore.config import Config
        from botocore.exceptions import ClientError
        url = sys.argv[1]
        def client(name, region='eu-central-1'):
            return boto3.client(name, endpoint_url=url, region_name=region, aws_access_key_id='any', aws_secret_access_key='thing', config=Config(retries={'max_attempts': 0}))
        
        """;

    public static Task RunAsync(Bench bench, string script, params string[] arguments) => RunAsync(bench.Server.Address, script, arguments);

    /// <param name="sandbox">Where it answers.</param>
    /// <param name="script">What is done.</param>
    /// <param name="arguments">What the script finds in sys.argv from the second on.</param>
    public static async Task RunAsync(Uri sandbox, string script, params string[] arguments)
    {
        Assert.SkipUnless(await PythonAsync("-c", "import boto3") is { ExitCode: 0 }, "python3 with boto3 is not installed.");

        var (code, output) = await PythonAsync(["-c", Start + script, sandbox.ToString().TrimEnd('/'), .. arguments]);

        TestContext.Current.SendDiagnosticMessage(output);
        Assert.True(code is 0, output);
    }

    private static async Task<(int ExitCode, string Output)> PythonAsync(params string[] arguments)
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
