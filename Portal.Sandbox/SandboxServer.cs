using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Sandbox.Admin;
using Portal.Sandbox.Execution;
using Portal.Sandbox.State;
using Portal.Sandbox.Traffic;
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
    private readonly Parts _parts;

    private SandboxServer(WebApplication app, StateFolder? state, Keeping keeping, Parts parts)
    {
        (_app, _state, _keeping, _parts) = (app, state, keeping, parts);
        Address = new Uri(app.Urls.First());
    }

    /// <summary>Where it answers, with the port it really got.</summary>
    public Uri Address { get; }

    internal World World => _parts.World;

    internal Faults Faults => _parts.Faults;

    internal CallLog Calls => _parts.Calls;

    /// <summary>All that is answered.</summary>
    internal IReadOnlyList<Operation> Operations => OperationsOf(_parts, _app.Services.GetRequiredService<DataPlane>());

    internal DataPlane Stages => _app.Services.GetRequiredService<DataPlane>();

    /// <summary>Loads what was saved, listens and returns. Throws <see cref="IOException"/> if no port is free.</summary>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, ILoggerFactory? loggers, CancellationToken cancellationToken)
    {
        loggers ??= NullLoggerFactory.Instance;
        Parts parts = new(options);
        var state = options.DataFolder is { } folder ? new StateFolder(parts.World, folder, TimeProvider.System, loggers.CreateLogger<StateFolder>()) : null;
        state?.Start();
        parts.World.MakeLogGroups();
        Keeping keeping = new(parts.World, parts.Clock, loggers.CreateLogger<Keeping>());
        keeping.Start();
        for (var port = options.Port; ; port++)
        {
            var app = Build(options, port, loggers, parts);
            try
            {
                await app.StartAsync(cancellationToken);
                return new(app, state, keeping, parts);
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

    private static WebApplication Build(SandboxOptions options, int port, ILoggerFactory loggers, Parts parts)
    {
        // Empty: neither the settings files nor the command line of a program that hosts the sandbox are meant for it.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        // Calls that hang, by a drill or by their backend, do not hold up the end.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Services.AddHttpForwarder();
        // Made by the container, so that it is disposed of with the app.
        builder.Services.AddSingleton(services => new DataPlane(parts.World, services.GetRequiredService<IHttpForwarder>(), new(options.Lambdas, options.TokenKeys), parts.Door, parts.Clock, loggers.CreateLogger<DataPlane>()));
        builder.Services.AddSingleton(_ => new TrafficEndpoints(parts.World, parts.Clock));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            // Stages answer themselves that a URL is too long.
            kestrel.Limits.MaxRequestLineSize = 16 * 1024;
            kestrel.Listen(IPAddress.Parse(options.Host), port);
        });

        var app = builder.Build();
        var stages = app.Services.GetRequiredService<DataPlane>();
        var front = new Front(
            stages,
            new AdminEndpoints(parts, app.Services.GetRequiredService<TrafficEndpoints>()),
            new Dispatcher(OperationsOf(parts, stages), parts.World, parts.Door, parts.Faults, parts.Calls, parts.Clock, loggers.CreateLogger<Dispatcher>()),
            loggers.CreateLogger<Front>());
        // Pings find out that a client has vanished.
        app.UseWhen(
            context => context.Request.Headers.Upgrade.Count > 0,
            sockets => sockets.UseWebSockets(new() { KeepAliveInterval = TimeSpan.FromSeconds(30), KeepAliveTimeout = TimeSpan.FromSeconds(15) }));
        app.Run(front.HandleAsync);
        return app;
    }

    private static IReadOnlyList<Operation> OperationsOf(Parts parts, DataPlane stages) => [.. parts.Operations, .. new TestInvokeOperations(stages, parts.Clock).All];

    /// <summary>Signals belong to the program that hosts the sandbox.</summary>
    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
