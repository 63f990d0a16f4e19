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
    private const string Namespace = "AWS/ApiGateway";
    private const int LongestValue = 255;

    // An entry is replaced whole whenever anything of its API changes, and what was worked out for it goes with it.
    private static readonly ConditionalWeakTable<ApiEntry, ConcurrentDictionary<(string Stage, string? Method), Levels>> Known = [];

    public static void Record(Exchange exchange, int status)
    {
        var levels = Known.GetValue(exchange.Entry, static _ => new()).GetOrAdd((exchange.Stage.StageName, exchange.Method is null ? null : $"{exchange.Method.HttpMethod} {exchange.Resource!.Path}"), _ => Levels.Of(exchange));
        List<(Series, double)> values = new(5 * 3);
        foreach (var level in levels.All)
        {
            values.Add((level.Count, 1));
            values.Add((level.ClientError, status is >= 400 and < 500 ? 1 : 0));
            values.Add((level.ServerError, status is >= 500 ? 1 : 0));
            values.Add((level.Latency, Milliseconds(exchange.Latency)));
            if (exchange.IntegrationLatency is { } latency)
            {
                values.Add((level.IntegrationLatency, Milliseconds(latency)));
            }
        }

        exchange.Region.Metrics.Add(exchange.Time, CollectionsMarshal.AsSpan(values));
    }

    /// <summary>Whole milliseconds, a begun one counted, in metrics and logs alike.</summary>
    public static long Milliseconds(TimeSpan time) => (long)Math.Ceiling(time.TotalMilliseconds);

    /// <summary>The series of one set of dimensions.</summary>
    private sealed record Level(Series Count, Series ClientError, Series ServerError, Series Latency, Series IntegrationLatency)
    {
        public static Level Of(params (string Name, string Value)[] dimensions)
        {
            Series Series(string name, string unit) => new(Metric.Of(Namespace, name, dimensions), unit);
            return new(Series("Count", "Count"), Series("4XXError", "Count"), Series("5XXError", "Count"), Series("Latency", "Milliseconds"), Series("IntegrationLatency", "Milliseconds"));
        }
    }

    private sealed record Levels(IReadOnlyList<Level> All)
    {
        public static Levels Of(Exchange exchange)
        {
            var api = ("ApiName", ApiName(exchange));
            var stage = ("Stage", exchange.Stage.StageName);
            List<Level> all = [Level.Of(api), Level.Of(api, stage)];
            if (exchange is { Method: { } method, Resource: { } resource } && MethodSettings.Of(exchange.Stage, resource.Path, method.HttpMethod) is { MetricsEnabled: true })
            {
                all.Add(Level.Of(api, stage, ("Method", method.HttpMethod), ("Resource", resource.Path)));
            }

            return new(all);
        }

        // CloudWatch knows a REST API by its name, of which only ASCII is left.
        private static string ApiName(Exchange exchange)
        {
            var ascii = string.Concat(exchange.Entry.Api.Name.Where(c => c is >= ' ' and <= '~')).Trim();
            return ascii is "" ? exchange.Address.ApiId : ascii[..Math.Min(ascii.Length, LongestValue)];
        }
    }
}
