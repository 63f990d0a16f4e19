using Portal.Server.Gateway;

namespace Portal.Tests.Traffic;

/// <summary>Reads from another source, and counts; it can refuse, or end as if the process were killed, just when something was read.</summary>
internal sealed class FaultySource(IMetricsSource sound) : IMetricsSource
{
    public int Calls { get; private set; }

    public int MostQueries { get; private set; }

    public bool Refuses { get; set; }

    /// <summary>The call at which it ends; 0 is none.</summary>
    public int DiesAt { get; init; }

    public async Task<IReadOnlyList<IReadOnlyList<MetricPoint>>> ReadAsync(IReadOnlyList<MetricQuery> queries, MetricSpan span, CancellationToken cancellationToken)
    {
        (Calls, MostQueries) = (Calls + 1, Math.Max(MostQueries, queries.Count));

        if (Refuses)
        {
            throw new GatewayRefusedException("GetMetricData", "Throttling", "Rate exceeded", GatewayRefusal.Passing);
        }

        if (Calls == DiesAt)
        {
            throw new KilledException();
        }

        return await sound.ReadAsync(queries, span, cancellationToken);
    }

    internal sealed class KilledException : Exception;
}
