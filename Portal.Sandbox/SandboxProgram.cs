using System.Net;
using System.Runtime.InteropServices;
using Portal.Sandbox.Admin;
using Portal.Sandbox.Traffic;

namespace Portal.Sandbox;

/// <summary>
/// The sandbox alone: <c>dotnet run --project Portal.Sandbox -- --urls http://127.0.0.1:4566 [--data FOLDER] [--settings FILE] [--lambda ARN=URL] [--jwks ISSUER=FILE-OR-URL]</c>, or
/// <c>-- traffic</c> for calls of a running one.
/// </summary>
public static class SandboxProgram
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["traffic", .. var order])
        {
            return await TrafficCommand.RunAsync(order);
        }

        var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
        if (!Uri.TryCreate(settings["urls"] ?? "http://127.0.0.1:4566", UriKind.Absolute, out var url) || url.Scheme is not "http")
        {
            await Console.Error.WriteLineAsync("--urls takes one address, such as http://127.0.0.1:4566.");
            return 2;
        }

        SandboxSettings strictness = new();
        try
        {
            strictness = settings["settings"] is { } file ? SettingsChange.Read(await File.ReadAllBytesAsync(file)).Applied(strictness) : strictness;
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"--settings: {exception.Message}");
            return 2;
        }

        var options = new SandboxOptions
        {
            Settings = strictness,
            Port = url.Port,
            Host = url.Host is "localhost" ? IPAddress.Loopback.ToString() : url.Host.Trim('[', ']'),
            TakeNextFreePort = false,
            DataFolder = settings["data"] ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "portal", "sandbox"),
        };
        if (!Surroundings.TryRead(args, options, out options, out var fault))
        {
            await Console.Error.WriteLineAsync(fault);
            return 2;
        }

        if (!IPAddress.TryParse(options.Host, out _))
        {
            await Console.Error.WriteLineAsync($"{options.Host} is not an IP address.");
            return 2;
        }

        using var loggers = LoggerFactory.Create(logging => logging.AddSimpleConsole(console => console.SingleLine = true));
        try
        {
            await using var sandbox = await SandboxServer.StartAsync(options, loggers, CancellationToken.None);
            Console.WriteLine($"""
                The sandbox answers at {sandbox.Address}
                Its data is in {options.DataFolder}
                Try it (any credentials do):
                  export AWS_ACCESS_KEY_ID=sandbox AWS_SECRET_ACCESS_KEY=sandbox AWS_REGION=eu-central-1
                  aws --endpoint-url {sandbox.Address.ToString().TrimEnd('/')} apigateway get-rest-apis
                """);
            await StopAskedAsync();
            return 0;
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task StopAskedAsync()
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            asked.TrySetResult();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await asked.Task;
    }
}
