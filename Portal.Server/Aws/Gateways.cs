using Portal.Server.Gateway;

namespace Portal.Server.Aws;

internal sealed class Gateways(OpenConnections connections) : IGateways
{
    public async Task<IGateway> OpenAsync(Guid connection, CancellationToken cancellationToken) => (await connections.OpenAsync(connection, cancellationToken)).Gateway;

    public async Task<IKeyGateway> OpenKeysAsync(Guid connection, CancellationToken cancellationToken) => (await connections.OpenAsync(connection, cancellationToken)).Gateway.Keys;
}
