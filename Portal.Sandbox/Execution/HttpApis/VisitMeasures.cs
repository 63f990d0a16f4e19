using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.CloudWatch;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution.HttpApis;

/// <summary>Counts a call into the metrics of its HTTP API, its stage and, where the stage's route settings ask for it, its route.</summary>
internal static class VisitMeasures
{
    // An API is replaced whole whenever anything of it changes, and what was worked out for it goes with it.
    private static readonly ConditionalWeakTable<WholeApi, ConcurrentDictionary<(string Stage, string? Route), List<Level>>> Known = [];

    public static void Record(Visit visit, int status)
    {
        var levels = Known.GetValue(visit.Api, static _ => new()).GetOrAdd((visit.Stage.StageName, visit.Route?.RouteKey), _ => LevelsOf(visit));
        List<(Series, double)> values = new(6 * 3);
        foreach (var level in levels)
        {
            values.Add((level.Count, 1));
            values.Add((level.ClientError, status is >= 400 and < 500 ? 1 : 0));
            values.Add((level.ServerError, status is >= 500 ? 1 : 0));
            values.Add((level.Latency, CallMeasures.Milliseconds(visit.Latency)));
            values.Add((level.DataProcessed, visit.DataProcessed));
            if (visit.IntegrationLatency is { } latency)
            {
                values.Add((level.IntegrationLatency, CallMeasures.Milliseconds(latency)));
            }
        }

        visit.Region.Metrics.Add(visit.Time, CollectionsMarshal.AsSpan(values));
    }

    private static List<Level> LevelsOf(Visit visit)
    {
        var (api, stage) = (("ApiId", visit.ApiId), ("Stage", visit.Stage.StageName));
        List<Level> all = [Level.Of(api), Level.Of(api, stage)];
        if (visit.Route is { } route && (visit.Stage.RouteSettings.Find(route.RouteKey)?.DetailedMetricsEnabled ?? visit.Stage.DefaultRouteSettings.DetailedMetricsEnabled) is true)
        {
            var (method, resource) = route.RouteKey.Split(' ', 2) is [var verb, var path] ? (verb, path) : (visit.Http.Request.Method, route.RouteKey);
            all.Add(Level.Of(api, stage, ("Method", method), ("Resource", resource)));
        }

        return all;
    }

    private sealed record Level(Series Count, Series ClientError, Series ServerError, Series Latency, Series IntegrationLatency, Series DataProcessed)
    {
        public static Level Of(params (string Name, string Value)[] dimensions)
        {
            Series Series(string name, string unit) => new(Metric.Of("AWS/ApiGateway", name, dimensions), unit);
            return new(Series("Count", "Count"), Series("4xx", "Count"), Series("5xx", "Count"), Series("Latency", "Milliseconds"), Series("IntegrationLatency", "Milliseconds"), Series("DataProcessed", "Bytes"));
        }
    }
}
