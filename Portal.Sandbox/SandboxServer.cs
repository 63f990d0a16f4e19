using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Sandbox.Admin;
using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGatewayV2;
using Portal.Sandbox.CloudWatch;
using Portal.Sandbox.Execution;
using Portal.Sandbox.Logs;
using Portal.Sandbox.State;
using Portal.Sandbox.Sts;
using Portal.Sandbox.Wire;
using Yarp.ReverseProxy.Forwarder;

namespace Portal.Sandbox;

/// <summary>A running sandbox: the AWS control plane, the deployed stages and the sandbox's own endpoints, on one port.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    internal const long LargestBody = 10 * 1024 * 1024;
    private const int PortsToTry = 100;

    private readonly WebApplication _app;
    private readonly StateFolder? _state;
    private readonly Keeping _keeping;

    private SandboxServer(WebApplication app, StateFolder? state, Keeping keeping, World world, Faults faults, CallLog calls)
    {
        (_app, _state, _keeping, World, Faults, Calls) = (app, state, keeping, world, faults, calls);
        Address = new Uri(app.Urls.First());
    }

    /// <summary>Where it answers, with the port it really got.</summary>
    public Uri Address { get; }

    internal World World { get; }

    internal Faults Faults { get; }

    internal CallLog Calls { get; }

    /// <summary>Loads what was saved, listens and returns. Throws <see cref="IOException"/> if no port is free.</summary>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, ILoggerFactory? loggers, CancellationToken cancellationToken)
    {
        loggers ??= NullLoggerFactory.Instance;
        World world = new(new(options.AccountRateLimit, options.AccountBurstLimit), options.DataFolder, options.LogGroups);
        var state = options.DataFolder is { } folder ? new StateFolder(world, folder, TimeProvider.System, loggers.CreateLogger<StateFolder>()) : null;
        state?.Start();
        world.MakeLogGroups();
        Keeping keeping = new(world, options.TimeProvider, loggers.CreateLogger<Keeping>());
        keeping.Start();

        Faults faults = new();
        CallLog calls = new();
        for (var port = options.Port; ; port++)
        {
            var app = Build(options, port, loggers, world, faults, calls);
            try
            {
                await app.StartAsync(cancellationToken);
                return new(app, state, keeping, world, faults, calls);
            }
            catch (IOException) when (options is { TakeNextFreePort: true, Port: not 0 } && port < Math.Min(options.Port + PortsToTry, IPEndPoint.MaxPort))
            {
                await app.DisposeAsync();
            }
            catch
            {
                await app.DisposeAsync();
                await keeping.DisposeAsync();
                if (state is not null)
                {
                    await state.DisposeAsync();
                }

                throw;
            }
        }
    }

    /// <summary>Writes what is not written yet.</summary>
    public Task FlushAsync()
    {
        foreach (var region in World.Regions)
        {
            region.Flush();
        }

        return _state?.FlushAsync() ?? Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _keeping.DisposeAsync();
        if (_state is not null)
        {
            await _state.DisposeAsync();
        }
    }

    private static WebApplication Build(SandboxOptions options, int port, ILoggerFactory loggers, World world, Faults faults, CallLog calls)
    {
        // Empty: neither the settings files nor the command line of a program that hosts the sandbox are meant for it.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        // Calls that hang, by a drill or by their backend, do not hold up the end.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Services.AddHttpForwarder();
        // Made by the container, so that it is disposed of with the app.
        builder.Services.AddSingleton(services => new DataPlane(world, services.GetRequiredService<IHttpForwarder>(), options.TimeProvider, loggers.CreateLogger<DataPlane>()));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(IPAddress.Parse(options.Host), port);
        });

        var app = builder.Build();
        var front = new Front(
            app.Services.GetRequiredService<DataPlane>(),
            new AdminEndpoints(world, faults, calls),
            new Dispatcher([.. Gateway.Operations, .. GatewayV2.Operations, .. StsOperations.All, .. CloudWatchOperations.All, .. LogsOperations.All], world, faults, calls, options.TimeProvider, loggers.CreateLogger<Dispatcher>()),
            loggers.CreateLogger<Front>());
        app.Run(front.HandleAsync);
        return app;
    }

    /// <summary>Signals belong to the program that hosts the sandbox.</summary>
    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
