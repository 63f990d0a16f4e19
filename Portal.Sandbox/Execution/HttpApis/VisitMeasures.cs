using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.CloudWatch;

namespace Portal.Sandbox.Execution.HttpApis;

/// <summary>Counts a call into the metrics of its HTTP API, its stage and, where the stage's route settings ask for it, its route.</summary>
internal static class VisitMeasures
{
    // An API is replaced whole whenever anything of it changes, and what was worked out for it goes with it.
    private static readonly ConditionalWeakTable<WholeApi, ConcurrentDictionary<(string Stage, string? Route), List<VisitSeries>>> Known = [];

    public static void Record(Visit visit, int status)
    {
        var levels = Known.GetValue(visit.Api, static _ => new()).GetOrAdd((visit.Stage.StageName, visit.Route?.RouteKey), _ => VisitSeries.Of(visit.ApiId, visit.Stage, visit.Route, visit.Http.Request.Method));
        List<(Series, double)> values = new(6 * 3);
        foreach (var level in levels)
        {
            values.AddRange(level.Values(status, CallMeasures.Milliseconds(visit.Latency), visit.IntegrationLatency is { } latency ? CallMeasures.Milliseconds(latency) : null, visit.DataProcessed));
        }

        visit.Region.Metrics.Add(visit.Time, CollectionsMarshal.AsSpan(values));
    }
}
