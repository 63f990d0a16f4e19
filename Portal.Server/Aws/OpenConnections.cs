using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;

namespace Portal.Server.Aws;

/// <summary>Clients and what they remember, kept per connection for as long as it stands as it did when it was opened.</summary>
internal sealed class OpenConnections(IServiceScopeFactory scopes, SandboxHost sandbox, AwsSettings settings, SharedHttp http, ICallPace pace, ILoggerFactory loggers)
{
    private readonly ConcurrentDictionary<Guid, Opened> _opened = new();

    public async Task<Opened> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var connection = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<Connection>().AsNoTracking().SingleAsync(connection => connection.Id == id, cancellationToken);
        var endpoint = new AwsEndpoint(connection.Region, AddressOf(connection));

        return _opened.AddOrUpdate(
            id,
            _ => Open(connection, endpoint),
            (_, opened) => opened.Version == connection.Version && opened.Clients.Endpoint == endpoint ? opened : Open(connection, endpoint));
    }

    private Opened Open(Connection connection, AwsEndpoint endpoint)
    {
        var clients = AwsClients.Of(endpoint, connection.RoleArn, settings, http, connection.IsSandbox ? NoPace.Instance : pace);

        return new Opened(connection.Version, clients, new AwsGateway(clients, connection.Writable, loggers.CreateLogger<AwsGateway>()))
        {
            RoleArn = connection.RoleArn,
            AccessLogGroup = connection.AccessLogGroup,
        };
    }

    private Uri? AddressOf(Connection connection) => connection switch
    {
        _ when settings.ServiceUrl is { } everywhere => everywhere,
        { IsSandbox: true } => sandbox.Address ?? throw new GatewayRefusedException("Connect", "SandboxNotRunning", "The sandbox does not run. Setting Sandbox:Start to Always starts it with the portal.", GatewayRefusal.Final),
        { ServiceUrl: { } url } => new Uri(url),
        _ => null,
    };
}

/// <param name="Version">The connection's version when it was opened.</param>
/// <param name="Clients">Its clients.</param>
/// <param name="Gateway">Its gateway.</param>
internal sealed record Opened(int Version, AwsClients Clients, AwsGateway Gateway)
{
    /// <summary>The role that is assumed; null for the portal's own credentials.</summary>
    public required string? RoleArn { get; init; }

    /// <summary>The log group of its stages, by its ARN; null where there is none.</summary>
    public required string? AccessLogGroup { get; init; }

    /// <summary>How many resources and stages its APIs had when they were last counted.</summary>
    public QuotaMemory Quotas { get; } = new();
}
