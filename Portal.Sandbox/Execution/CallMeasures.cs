using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.CloudWatch;

namespace Portal.Sandbox.Execution;

/// <summary>
/// Counts a call into the metrics of its API, its stage and, where the stage's method settings ask for it, its method. Nobody waits for it: it adds to memory.
/// </summary>
internal static class CallMeasures
{
    // An entry is replaced whole whenever anything of its API changes, and what was worked out for it goes with it.
    private static readonly ConditionalWeakTable<ApiEntry, ConcurrentDictionary<(string Stage, string? Method, bool IsCanary), IReadOnlyList<CallSeries>>> Known = [];

    public static void Record(Exchange exchange, int status)
    {
        var levels = Known.GetValue(exchange.Entry, static _ => new()).GetOrAdd(
            (exchange.Stage.StageName, exchange.Method is null ? null : $"{exchange.Method.HttpMethod} {exchange.Resource!.Path}", exchange.IsCanary),
            _ => CallSeries.Of(exchange.Entry, exchange.Stage, exchange.Resource, exchange.Method, exchange.IsCanary));
        List<(Series, double)> values = new(5 * 3);
        foreach (var level in levels)
        {
            values.Add((level.Count, 1));
            values.Add((level.ClientError, status is >= 400 and < 500 ? 1 : 0));
            values.Add((level.ServerError, status is >= 500 ? 1 : 0));
            values.Add((level.Latency, Milliseconds(exchange.Latency)));
            if (exchange.IntegrationLatency is { } latency)
            {
                values.Add((level.IntegrationLatency, Milliseconds(latency)));
            }

            if (exchange.WasCached is { } hit)
            {
                values.Add((level.CacheHit, hit ? 1 : 0));
                values.Add((level.CacheMiss, hit ? 0 : 1));
            }
        }

        exchange.Region.Metrics.Add(exchange.Time, CollectionsMarshal.AsSpan(values));
    }

    /// <summary>Whole milliseconds, a begun one counted, in metrics and logs alike.</summary>
    public static long Milliseconds(TimeSpan time) => (long)Math.Ceiling(time.TotalMilliseconds);
}
