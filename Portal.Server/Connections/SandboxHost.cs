using Microsoft.EntityFrameworkCore;
using Portal.Sandbox;
using Portal.Server.Platform;

namespace Portal.Server.Connections;

/// <summary>Starts the sandbox with the portal as long as there is no AWS account to work with, and keeps the connection that leads to it.</summary>
internal sealed partial class SandboxHost(IServiceScopeFactory scopes, IConfiguration configuration, DataFolder folder, ILoggerFactory loggers, TimeProvider clock)
    : IAsyncDisposable
{
    /// <summary>The account for which the sandbox takes everybody who does not name another.</summary>
    public const string Account = "123456789012";

    /// <summary>The log group in which its stages write down their calls.</summary>
    public const string AccessLogGroup = "portal-access-logs";

    private const string Name = "Sandbox";
    private const string Region = "us-east-1";

    private readonly ILogger _logger = loggers.CreateLogger<SandboxHost>();
    private SandboxServer? _server;

    /// <summary>Where it answers; null while it does not run.</summary>
    public Uri? Address => _server?.Address;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = configuration.GetSection("Sandbox").Get<SandboxSettings>() ?? new SandboxSettings();

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        if (!await IsWantedAsync(settings, db, cancellationToken))
        {
            return;
        }

        var options = new SandboxOptions { Port = settings.Port, TakeNextFreePort = true, DataFolder = folder.File("sandbox"), LogGroups = [(Region, AccessLogGroup)], TimeProvider = clock };
        _server = await StartAloneAsync(options, cancellationToken);

        if (settings.Port is not 0 && _server.Address.Port != settings.Port)
        {
            LogOtherPort(settings.Port, _server.Address.Port);
        }

        LogStarted(_server.Address);
        await EnsureConnectionAsync(db, cancellationToken);
    }

    /// <summary>The host stops it and its container disposes of it, now and then both at once: one of them does it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _server, null) is { } server)
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>
    /// The sandbox is a host of its own: nothing that flows along with the portal's start reaches it. A test that starts the portal in its own process
    /// configures whatever host is built in that flow, and would now and then put its own server under the sandbox.
    /// </summary>
    private Task<SandboxServer> StartAloneAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(() => SandboxServer.StartAsync(options, loggers, cancellationToken), cancellationToken);
        }
    }

    private static async Task<bool> IsWantedAsync(SandboxSettings settings, PortalDb db, CancellationToken cancellationToken) => settings.Start switch
    {
        SandboxStart.Never => false,
        SandboxStart.Always => true,
        _ => !await db.Set<Connection>().AnyAsync(connection => !connection.IsSandbox, cancellationToken),
    };

    private async Task EnsureConnectionAsync(PortalDb db, CancellationToken cancellationToken)
    {
        if (await db.Set<Connection>().AnyAsync(connection => connection.IsSandbox, cancellationToken))
        {
            return;
        }

        var taken = await db.Set<Connection>().AnyAsync(connection => connection.Name == Name, cancellationToken);

        db.Add(new Connection
        {
            Id = Guid.CreateVersion7(),
            Name = taken ? $"{Name} of the portal" : Name,
            Region = Region,
            RoleArn = null,
            ServiceUrl = null,
            IsSandbox = true,
            Writable = true,
            CreatedAt = clock.GetUtcNow(),
        });

        await db.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(EventId = 2500, Level = LogLevel.Information, Message = "The sandbox answers at {Address}: an API Gateway of your own, no AWS account needed")]
    private partial void LogStarted(Uri address);

    [LoggerMessage(EventId = 2501, Level = LogLevel.Warning, Message = "Port {Wanted} is taken by another program, so the sandbox answers on port {Taken}; programs that call it must be told")]
    private partial void LogOtherPort(int wanted, int taken);
}
