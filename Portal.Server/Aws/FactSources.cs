using Portal.Server.Gateway;

namespace Portal.Server.Aws;

internal sealed class FactSources(OpenConnections connections) : IFactSources
{
    public async Task<IMetricsSource> OpenMetricsAsync(Guid connection, CancellationToken cancellationToken) => new StageMetrics((await connections.OpenAsync(connection, cancellationToken)).Clients);

    public async Task<ILogSource> OpenLogsAsync(Guid connection, CancellationToken cancellationToken) => new LogGroups((await connections.OpenAsync(connection, cancellationToken)).Clients);
}
