using System.Runtime.InteropServices;
using Portal.Sandbox.CloudWatch;

namespace Portal.Sandbox.Execution.WebSockets;

/// <summary>Counts connections and messages into the metrics of their API, their stage and, where the stage's route settings ask for it, their route; and logs them.</summary>
internal static class SocketMeasures
{
    public static void Record(SocketExchange exchange, bool clientError, DateTimeOffset now)
    {
        var stage = exchange.Stage;
        List<(Series, double)> values = [.. SocketSeries.Of(stage.ApiId, stage.Stage, exchange.Route).SelectMany(level => level.Values(
            exchange.EventType,
            clientError,
            !clientError && exchange.Error is not null && exchange.IntegrationStatus is null,
            exchange.IntegrationStatus,
            exchange.IntegrationLatency is { } latency ? CallMeasures.Milliseconds(latency) : null))];

        stage.Region.Metrics.Add(exchange.Time, CollectionsMarshal.AsSpan(values));
        if (stage.Stage.AccessLogSettings is { } settings && AccessLog.Of(stage.Region, settings, settings.DestinationArn, settings.Format) is { } log)
        {
            log.Write(stage.Region, (stage.Stage, stage.ApiId, stage.Stage.StageName), now, exchange.Context);
        }
    }

    /// <summary>Counts a message that was sent to a client by <c>@connections</c>.</summary>
    public static void RecordSent(SocketStage stage, DateTimeOffset now) =>
        stage.Region.Metrics.Add(now, [.. SocketSeries.Of(stage.ApiId, stage.Stage, null).Select(level => (level.MessageCount, 1d))]);
}
