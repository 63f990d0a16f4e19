using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Platform;

namespace Portal.Server.Aws;

/// <summary>Clients and what they remember, kept per connection for as long as it stands as it did when it was opened.</summary>
internal sealed class OpenConnections(IServiceScopeFactory scopes, SandboxHost sandbox, AwsSettings settings, SharedHttp http, ICallPace pace, TimeProvider clock, ILoggerFactory loggers)
{
    private readonly ConcurrentDictionary<Guid, Opened> _opened = new();

    public async Task<Opened> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var connection = await db.Set<Connection>().AsNoTracking().SingleAsync(connection => connection.Id == id, cancellationToken);
        var endpoint = new AwsEndpoint(connection.Region, AddressOf(connection));

        if (_opened.TryGetValue(id, out var open) && open.IsAs(connection, endpoint))
        {
            return open;
        }

        // An import changes the connection's version: what it knows is read once for each.
        var known = new KnownBook(await db.Set<KnownThing>().AsNoTracking().Where(thing => thing.ConnectionId == id).Select(thing => KeyValuePair.Create(thing.Path, thing.PortalId)).ToListAsync(cancellationToken));

        // So does a state of Terraform that is given or taken.
        var owners = new Owners(connection.TerraformTag, TerraformOwning.Of(await db.Set<TerraformState>().AsNoTracking().Where(state => state.ConnectionId == id).ToListAsync(cancellationToken)));

        return _opened.AddOrUpdate(
            id,
            _ => Open(connection, endpoint, known, owners),
            (_, opened) => opened.IsAs(connection, endpoint) ? opened : Open(connection, endpoint, known, owners));
    }

    private Opened Open(Connection connection, AwsEndpoint endpoint, KnownBook known, Owners owners)
    {
        var clients = AwsClients.Of(endpoint, connection.RoleArn, settings, http, connection.IsSandbox ? NoPace.Instance : pace, clock);

        return new Opened(connection.Version, clients, new AwsGateway(clients, connection.Writable, loggers.CreateLogger<AwsGateway>(), known, owners))
        {
            RoleArn = connection.RoleArn,
            Known = known,
            Owners = owners,
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
    public required KnownBook Known { get; init; }

    public required Owners Owners { get; init; }

    public bool IsAs(Connection connection, AwsEndpoint endpoint) => Version == connection.Version && Clients.Endpoint == endpoint;

    /// <summary>The role that is assumed; null for the portal's own credentials.</summary>
    public required string? RoleArn { get; init; }

    /// <summary>The log group of its stages, by its ARN; null where there is none.</summary>
    public required string? AccessLogGroup { get; init; }

    /// <summary>How many resources and stages its APIs had when they were last counted.</summary>
    public QuotaMemory Quotas { get; } = new();
}
