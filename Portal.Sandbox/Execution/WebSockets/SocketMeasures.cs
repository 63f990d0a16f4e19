using System.Runtime.InteropServices;
using Portal.Sandbox.CloudWatch;
using Portal.Sandbox.State;
using Route = Portal.Sandbox.ApiGatewayV2.Routes.Route;

namespace Portal.Sandbox.Execution.WebSockets;

/// <summary>Counts connections and messages into the metrics of their API, their stage and, where the stage's route settings ask for it, their route; and logs them.</summary>
internal static class SocketMeasures
{
    public static void Record(SocketExchange exchange, bool clientError, DateTimeOffset now)
    {
        var stage = exchange.Stage;
        List<(Series, double)> values = [];
        foreach (var dimensions in Levels(stage, exchange.Route))
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
            Add("ExecutionError", "Count", !clientError && exchange.Error is not null && exchange.IntegrationStatus is null ? 1 : 0);
            if (exchange.IntegrationStatus is { } answered)
            {
                Add("IntegrationError", "Count", answered >= 400 ? 1 : 0);
            }

            if (exchange.IntegrationLatency is { } latency)
            {
                Add("IntegrationLatency", "Milliseconds", CallMeasures.Milliseconds(latency));
            }
        }

        stage.Region.Metrics.Add(exchange.Time, CollectionsMarshal.AsSpan(values));
        if (stage.Stage.AccessLogSettings is { } settings && AccessLog.Of(stage.Region, settings, settings.DestinationArn, settings.Format) is { } log)
        {
            log.Write(stage.Region, (stage.Stage, stage.ApiId, stage.Stage.StageName), now, exchange.Context);
        }
    }

    /// <summary>Counts a message that was sent to a client by <c>@connections</c>.</summary>
    public static void RecordSent(SocketStage stage, DateTimeOffset now) =>
        stage.Region.Metrics.Add(now, [.. Levels(stage, null).Select(dimensions => (new Series(Metric.Of("AWS/ApiGateway", "MessageCount", dimensions), "Count"), 1d))]);

    // What exactly the service writes for a route is not recorded: its documents name these dimensions, a resource path and a route's id.
    private static IEnumerable<(string, string)[]> Levels(SocketStage opened, Route? route)
    {
        var stage = opened.Stage;
        (string, string) api = ("ApiId", opened.ApiId);
        yield return [api];
        yield return [api, ("Stage", stage.StageName)];
        if (route is not null && (stage.RouteSettings.Find(route.RouteKey)?.DetailedMetricsEnabled ?? stage.DefaultRouteSettings.DetailedMetricsEnabled) is true)
        {
            yield return [api, ("Stage", stage.StageName), ("Method", route.RouteId), ("Resource", route.RouteKey)];
        }
    }
}
