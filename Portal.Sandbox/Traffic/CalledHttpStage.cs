using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.ApiGatewayV2.Stages;
using Portal.Sandbox.CloudWatch;
using Portal.Sandbox.Execution;
using Portal.Sandbox.Execution.HttpApis;
using Portal.Sandbox.State;
using Route = Portal.Sandbox.ApiGatewayV2.Routes.Route;

namespace Portal.Sandbox.Traffic;

/// <summary>A stage of an HTTP API, which knows no keys.</summary>
internal sealed record CalledHttpStage : CalledStage
{
    public required Stage Stage { get; init; }

    /// <summary>What a call of no route counts into.</summary>
    public required IReadOnlyList<VisitSeries> Series { get; init; }

    public override long TimeLimit => 30_000;

    /// <summary>Null where nothing can be called.</summary>
    public static CalledHttpStage? Of(Region region, WholeApi api, Stage stage)
    {
        CalledVisit[] routes = [.. (api.Deployments.Find(stage.DeploymentId ?? "")?.Definition?.Routes ?? Map<Route>.Empty).Values
            .OrderBy(route => route.RouteKey, StringComparer.Ordinal)
            .Select(route => new CalledVisit(route, VisitSeries.Of(api.Api.ApiId, stage, route)))
            .Where(route => route.Method is not "OPTIONS")];
        return routes is []
            ? null
            : new()
            {
                Region = region,
                ApiId = api.Api.ApiId,
                ApiName = api.Api.Name,
                StageName = stage.StageName,
                Stage = stage,
                Routes = routes,
                TakesKeys = false,
                Consumers = [],
                Log = AccessLog.Of(region, stage.AccessLogSettings, stage.AccessLogSettings?.DestinationArn, stage.AccessLogSettings?.Format),
                StreamName = AccessLog.StreamName(stage, api.Api.ApiId, stage.StageName),
                Series = VisitSeries.Of(api.Api.ApiId, stage, null),
            };
    }

    public override MadeFault Fault(FaultCause cause) => cause switch
    {
        FaultCause.NoRoute => Of(HttpFault.NotFound, "DEFAULT_4XX"),
        FaultCause.WrongKey => Of(HttpFault.Forbidden, "ACCESS_DENIED"),
        FaultCause.Throttled or FaultCause.QuotaExceeded => Of(HttpFault.TooMany, "THROTTLED"),
        _ => Of(HttpFault.Unavailable, "INTEGRATION_FAILURE") with { IsIntegrations = true },
    };

    public override IEnumerable<(Series Series, double Value)> Counted(MadeCall call) =>
        ((call.Route as CalledVisit)?.Series ?? Series).SelectMany(level => level.Values(call.Status, call.Latency, call.IntegrationLatency, call.Length));

    public override string? Value(MadeCall call, string name) => name switch
    {
        "requestId" or "extendedRequestId" => call.ShortId,
        "httpMethod" => call.Route?.Verb ?? "GET",
        "routeKey" => (call.Route as CalledVisit)?.Route.RouteKey,
        "path" => StageName is Stage.Default ? call.Path : $"/{StageName}{call.Path}",
        "protocol" => "HTTP/1.1",
        "responseLatency" => MadeCall.Text(call.Latency),
        "responseLength" or "dataProcessed" => MadeCall.Text(call.Length),
        _ => base.Value(call, name),
    };

    private static MadeFault Of(HttpFault fault, string type) => new(fault.Status, fault.Message, type);
}

internal sealed record CalledVisit(Route Route, IReadOnlyList<VisitSeries> Series) : CalledRoute
{
    /// <summary>Of <c>$default</c>, which takes whatever there is no route for, any.</summary>
    public string Method => Route.RouteKey.Split(' ', 2) is [var method, _] ? method : "ANY";

    public override bool KeyRequired => false;

    public override string Verb => Method is "ANY" ? "GET" : Method;

    public override double Weight => WeightOf(Method);

    public override string Path(int number) => Route.RouteKey.Split(' ', 2) is [_, var path] ? Filled(path, number) : $"/things/{number}";
}
