using System.Runtime.InteropServices;
using Portal.Sandbox.CloudWatch;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Execution.WebSockets;

/// <summary>Counts connections and messages into the metrics of their API, their stage and, where the stage's route settings ask for it, their route; and logs them.</summary>
internal static class SocketMeasures
{
    public static void Record(SocketExchange exchange, bool clientError, DateTimeOffset now)
    {
        var stage = exchange.Stage;
        List<(Series, double)> values = [];
        foreach (var dimensions in Levels(exchange))
        {
            void Add(string name, string unit, double value) => values.Add((new(Metric.Of("AWS/ApiGateway", name, dimensions), unit), value));
            switch (exchange.EventType)
            {
                case "CONNECT":
                    Add("ConnectCount", "Count", 1);
                    break;
                case "MESSAGE":
                    Add("MessageCount", "Count", 1);
                    break;
            }

            Add("ClientError", "Count", clientError ? 1 : 0);
            Add("ExecutionError", "Count", exchange.Error is not null && exchange.IntegrationStatus is null ? 1 : 0);
            if (exchange.IntegrationLatency is { } latency)
            {
                Add("IntegrationError", "Count", exchange.IntegrationStatus is >= 400 ? 1 : 0);
                Add("IntegrationLatency", "Milliseconds", CallMeasures.Milliseconds(latency));
            }
        }

        stage.Region.Metrics.Add(exchange.Time, CollectionsMarshal.AsSpan(values));
        if (stage.Stage.AccessLogSettings is { } settings && AccessLog.Of(stage.Region, settings, settings.DestinationArn, settings.Format) is { } log)
        {
            log.Write(stage.Region, (stage.Stage, stage.ApiId, stage.Stage.StageName), now, exchange.Context);
        }
    }

    private static IEnumerable<(string, string)[]> Levels(SocketExchange exchange)
    {
        var stage = exchange.Stage.Stage;
        (string, string) api = ("ApiId", exchange.Stage.ApiId);
        yield return [api];
        yield return [api, ("Stage", stage.StageName)];
        if ((stage.RouteSettings.Find(exchange.RouteKey)?.DetailedMetricsEnabled ?? stage.DefaultRouteSettings.DetailedMetricsEnabled) is true)
        {
            yield return [api, ("Stage", stage.StageName), ("Route", exchange.RouteKey)];
        }
    }
}
