namespace Portal.Server.Gateway;

/// <summary>Finds where facts about calls are read of a connection.</summary>
internal interface IFactSources
{
    Task<IMetricsSource> OpenMetricsAsync(Guid connection, CancellationToken cancellationToken);

    Task<ILogSource> OpenLogsAsync(Guid connection, CancellationToken cancellationToken);
}
