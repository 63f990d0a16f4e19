using Portal.Sandbox.ApiGatewayV2.Stages;
using Portal.Sandbox.CloudWatch;
using Portal.Sandbox.State;
using Route = Portal.Sandbox.ApiGatewayV2.Routes.Route;

namespace Portal.Sandbox.Execution.WebSockets;

/// <summary>The series of one set of dimensions into which events of connections count.</summary>
internal sealed record SocketSeries(Series ConnectCount, Series MessageCount, Series ClientError, Series ExecutionError, Series IntegrationError, Series IntegrationLatency)
{
    /// <summary>
    /// Those of the API, of the stage and, where the stage's route settings ask for it, of the route. What exactly the service writes for a route is not recorded: its documents
    /// name these dimensions, a resource path and a route's id.
    /// </summary>
    public static List<SocketSeries> Of(string apiId, Stage stage, Route? route)
    {
        var (api, name) = (("ApiId", apiId), ("Stage", stage.StageName));
        List<SocketSeries> all = [Of(api), Of(api, name)];
        if (route is not null && (stage.RouteSettings.Find(route.RouteKey)?.DetailedMetricsEnabled ?? stage.DefaultRouteSettings.DetailedMetricsEnabled) is true)
        {
            all.Add(Of(api, name, ("Method", route.RouteId), ("Resource", route.RouteKey)));
        }

        return all;
    }

    /// <param name="happened">CONNECT, MESSAGE or DISCONNECT.</param>
    /// <param name="clientError">Whether API Gateway refused it.</param>
    /// <param name="executionError">Whether API Gateway could not do it.</param>
    /// <param name="integrationStatus">What the integration answered; null if it did not.</param>
    /// <param name="integrationLatency">Milliseconds; null if it was not asked.</param>
    public IEnumerable<(Series Series, double Value)> Values(string happened, bool clientError, bool executionError, int? integrationStatus, long? integrationLatency)
    {
        if (happened is "CONNECT" or "MESSAGE")
        {
            yield return (happened is "CONNECT" ? ConnectCount : MessageCount, 1);
        }

        yield return (ClientError, clientError ? 1 : 0);
        yield return (ExecutionError, executionError ? 1 : 0);
        if (integrationStatus is { } answered)
        {
            yield return (IntegrationError, answered >= 400 ? 1 : 0);
        }

        if (integrationLatency is { } latency)
        {
            yield return (IntegrationLatency, latency);
        }
    }

    private static SocketSeries Of(params (string Name, string Value)[] dimensions)
    {
        Series Series(string name, string unit = "Count") => new(Metric.Of("AWS/ApiGateway", name, dimensions), unit);
        return new(Series("ConnectCount"), Series("MessageCount"), Series("ClientError"), Series("ExecutionError"), Series("IntegrationError"), Series("IntegrationLatency", "Milliseconds"));
    }
}
