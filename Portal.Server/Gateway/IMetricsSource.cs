namespace Portal.Server.Gateway;

/// <summary>
/// The boundary to CloudWatch's metrics of one connection: it only reads. A call that AWS refuses throws <see cref="GatewayRefusedException"/>.
/// </summary>
internal interface IMetricsSource
{
    /// <summary>How many queries one call may hold; more are asked in several.</summary>
    const int MostQueries = 500;

    /// <summary>The points of each query, in the order of the queries. Where CloudWatch has nothing to say there is no point, and that is no zero.</summary>
    Task<IReadOnlyList<IReadOnlyList<MetricPoint>>> ReadAsync(IReadOnlyList<MetricQuery> queries, MetricSpan span, CancellationToken cancellationToken);
}

/// <summary>One statistic of one metric of a stage.</summary>
/// <param name="Api">The API's name in AWS: CloudWatch knows no ids of REST APIs.</param>
/// <param name="Stage">The stage's name.</param>
/// <param name="Metric">As AWS names it: Count, 4XXError, Latency.</param>
/// <param name="Statistic">As AWS names it: Sum, Average, p95.</param>
internal sealed record MetricQuery(string Api, string Stage, string Metric, string Statistic)
{
    /// <summary>An HTTP or WebSocket API goes by AWS's id, which is looked up; metrics of HTTP APIs have other names, which are translated. Null is a REST API, which goes by its name.</summary>
    public Address? ById { get; init; }
}

/// <summary>Whole periods; the end is not included.</summary>
internal readonly record struct MetricSpan(DateTimeOffset From, DateTimeOffset Until, TimeSpan Period);

/// <param name="At">The beginning of the period.</param>
/// <param name="Value">What was measured in it.</param>
internal readonly record struct MetricPoint(DateTimeOffset At, double Value);
