using Portal.Server.Gateway;

namespace Portal.Server.Aws;

internal sealed class FactSources(OpenConnections connections) : IFactSources
{
    public async Task<IMetricsSource> OpenMetricsAsync(Guid connection, CancellationToken cancellationToken)
    {
        var opened = await connections.OpenAsync(connection, cancellationToken);

        return new StageMetrics(opened.Clients, opened.Gateway.FindApiIdAsync);
    }

    public async Task<ILogSource> OpenLogsAsync(Guid connection, CancellationToken cancellationToken) => new LogGroups((await connections.OpenAsync(connection, cancellationToken)).Clients);
}
