using Portal.Sandbox.ApiGatewayV2.Stages;
using Portal.Sandbox.CloudWatch;
using Portal.Sandbox.State;
using Route = Portal.Sandbox.ApiGatewayV2.Routes.Route;

namespace Portal.Sandbox.Execution.HttpApis;

/// <summary>The series of one set of dimensions into which a call of an HTTP API counts.</summary>
internal sealed record VisitSeries(Series Count, Series ClientError, Series ServerError, Series Latency, Series IntegrationLatency, Series DataProcessed)
{
    /// <summary>Those of the API, of the stage and, where the stage's route settings ask for it, of the route; a call of no route has none.</summary>
    /// <param name="apiId">The API.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="route">Null where no route was found.</param>
    /// <param name="verb">By which <c>$default</c> was called.</param>
    public static List<VisitSeries> Of(string apiId, Stage stage, Route? route, string verb = "GET")
    {
        var (api, name) = (("ApiId", apiId), ("Stage", stage.StageName));
        List<VisitSeries> all = [Of(api), Of(api, name)];
        if (route is not null && (stage.RouteSettings.Find(route.RouteKey)?.DetailedMetricsEnabled ?? stage.DefaultRouteSettings.DetailedMetricsEnabled) is true)
        {
            var (method, resource) = route.RouteKey.Split(' ', 2) is [var first, var path] ? (first, path) : (verb, route.RouteKey);
            all.Add(Of(api, name, ("Method", method), ("Resource", resource)));
        }

        return all;
    }

    public IEnumerable<(Series Series, double Value)> Values(int status, long latency, long? integrationLatency, long dataProcessed)
    {
        yield return (Count, 1);
        yield return (ClientError, status is >= 400 and < 500 ? 1 : 0);
        yield return (ServerError, status is >= 500 ? 1 : 0);
        yield return (Latency, latency);
        yield return (DataProcessed, dataProcessed);
        if (integrationLatency is { } asked)
        {
            yield return (IntegrationLatency, asked);
        }
    }

    private static VisitSeries Of(params (string Name, string Value)[] dimensions)
    {
        Series Series(string name, string unit) => new(Metric.Of("AWS/ApiGateway", name, dimensions), unit);
        return new(Series("Count", "Count"), Series("4xx", "Count"), Series("5xx", "Count"), Series("Latency", "Milliseconds"), Series("IntegrationLatency", "Milliseconds"), Series("DataProcessed", "Bytes"));
    }
}
