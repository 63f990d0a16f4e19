namespace Portal.Sandbox.Execution;

/// <summary>
/// Counts a call into the metrics of its API, its stage and, where the stage's method settings ask for it, its method. Nobody waits for it: it adds to memory.
/// </summary>
internal static class CallMeasures
{
    private const double NotMeasured = double.NaN;

    public static void Record(Exchange exchange, int status) => exchange.Region.Metrics.Add(
        exchange.Time,
        exchange.Shared.Series,
        // As CallSeries.All has them.
        [
            1,
            status is >= 400 and < 500 ? 1 : 0,
            status is >= 500 ? 1 : 0,
            Milliseconds(exchange.Latency),
            exchange.IntegrationLatency is { } latency ? Milliseconds(latency) : NotMeasured,
            exchange.WasCached is { } hit ? hit ? 1 : 0 : NotMeasured,
            exchange.WasCached is { } missed ? missed ? 0 : 1 : NotMeasured,
        ]);

    /// <summary>Whole milliseconds, a begun one counted, in metrics and logs alike.</summary>
    public static long Milliseconds(TimeSpan time) => (long)Math.Ceiling(time.TotalMilliseconds);
}
