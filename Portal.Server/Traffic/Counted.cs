namespace Portal.Server.Traffic;

/// <summary>What CloudWatch counts of a stage: calls, or the connections and messages of a WebSocket API.</summary>
internal sealed class Counted
{
    private static readonly string[] Shown = ["Average", "p50", "p90", "p95", "p99"];

    public static Counted Calls { get; } = new()
    {
        Requests = Statistic.Requests,
        Connections = null,
        ClientErrors = Statistic.ClientErrors,
        ServerErrors = [Statistic.ServerErrors],
        Latencies = ["Latency", "IntegrationLatency"],
    };

    /// <summary>Of these AWS measures the integration alone. Errors of integrations and of API Gateway itself are counted apart: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-logging.html</summary>
    public static Counted Messages { get; } = new()
    {
        Requests = new("MessageCount", "Sum"),
        Connections = new("ConnectCount", "Sum"),
        ClientErrors = new("ClientError", "Sum"),
        ServerErrors = [new("IntegrationError", "Sum"), new("ExecutionError", "Sum")],
        Latencies = ["IntegrationLatency"],
    };

    /// <summary>Calls, or messages.</summary>
    public required Statistic Requests { get; init; }

    /// <summary>Null where there are none.</summary>
    public required Statistic? Connections { get; init; }

    public required Statistic ClientErrors { get; init; }

    public required IReadOnlyList<Statistic> ServerErrors { get; init; }

    /// <summary>Metrics of how long it took; the first one is what callers waited, as far as it is known.</summary>
    public required IReadOnlyList<string> Latencies { get; init; }

    /// <summary>Counts: those of short periods add up to those of long ones.</summary>
    public IReadOnlyList<Statistic> Sums => field ??= [Requests, .. Connections is null ? Array.Empty<Statistic>() : [Connections], ClientErrors, .. ServerErrors];

    /// <summary>What does not add up: of each length of period CloudWatch is asked for its own.</summary>
    public IReadOnlyList<Statistic> Measures => field ??= [.. from metric in Latencies from statistic in Shown select new Statistic(metric, statistic)];

    public IReadOnlyList<Statistic> All => field ??= [.. Sums, .. Measures];

    /// <summary>Percentiles of what callers waited, with the share of values that each does not exceed.</summary>
    public IReadOnlyList<(double Share, Statistic Statistic)> Shares => field ??= [(0.5, new(Latencies[0], "p50")), (0.9, new(Latencies[0], "p90")), (0.95, new(Latencies[0], "p95")), (0.99, new(Latencies[0], "p99"))];
}
