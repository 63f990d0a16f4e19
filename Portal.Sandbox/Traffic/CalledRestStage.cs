using Portal.Sandbox.ApiGateway.Deployments;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.ApiGateway.Resources;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.CloudWatch;
using Portal.Sandbox.Execution;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Traffic;

/// <summary>A stage of a REST API.</summary>
internal sealed record CalledRestStage : CalledStage
{
    public required ApiEntry Entry { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>What a call of no route counts into.</summary>
    public required IReadOnlyList<CallSeries> Series { get; init; }

    public override double CanaryPercent => Stage.CanarySettings?.PercentTraffic ?? 0;

    /// <summary>Null where nothing can be called.</summary>
    public static CalledRestStage? Of(Region region, ApiEntry entry, Stage stage)
    {
        if (entry.Deployments.Find(stage.DeploymentId) is not Deployment { Snapshot: var snapshot })
        {
            return null;
        }

        CalledMethod[] routes = [.. snapshot.Definition.Resources.Values
            .OrderBy(resource => resource.Path, StringComparer.Ordinal)
            .SelectMany(resource => (resource.ResourceMethods ?? Map<Method>.Empty).Values.Select(method => new CalledMethod(resource, method, CallSeries.Of(entry, stage, resource, method))))
            .Where(route => route.Method.HttpMethod is not "OPTIONS")];
        var takesKeys = snapshot.Api.ApiKeySource is RestApi.KeyInHeader && Array.Exists(routes, route => route.KeyRequired);
        return routes is []
            ? null
            : new()
            {
                Region = region,
                ApiId = entry.Id,
                ApiName = entry.Api.Name,
                StageName = stage.StageName,
                Entry = entry,
                Stage = stage,
                Routes = routes,
                TakesKeys = takesKeys,
                Consumers = takesKeys ? Openers(region, entry.Id, stage.StageName) : [],
                Log = AccessLog.Of(region, stage),
                StreamName = AccessLog.StreamName(entry.Id, stage),
                Series = CallSeries.Of(entry, stage, null, null),
            };
    }

    public override MadeFault Fault(FaultCause cause) => cause switch
    {
        FaultCause.NoRoute => Of(403, GatewayFault.NoSuchRoute),
        FaultCause.WrongKey => Of(403, GatewayFault.InvalidApiKey),
        FaultCause.Throttled => Of(429, GatewayFault.Throttled),
        FaultCause.QuotaExceeded => Of(429, GatewayFault.QuotaExceeded),
        _ => Of(504, GatewayFault.Timeout) with { IsIntegrations = true },
    };

    public override IEnumerable<(Series Series, double Value)> Counted(MadeCall call)
    {
        foreach (var level in (call.Route as CalledMethod)?.Series ?? Series)
        {
            yield return (level.Count, 1);
            yield return (level.ClientError, call.IsClientError ? 1 : 0);
            yield return (level.ServerError, call.IsServerError ? 1 : 0);
            yield return (level.Latency, call.Latency);
            if (call.IntegrationLatency is { } latency)
            {
                yield return (level.IntegrationLatency, latency);
            }
        }
    }

    public override string? Value(MadeCall call, string name) => name switch
    {
        "requestId" => new Guid(call.RequestId.AsSpan(0, 16)).ToString(),
        "extendedRequestId" => $"{Convert.ToBase64String(call.RequestId, 6, 10).TrimEnd('=')}=",
        "deploymentId" => call.IsCanary ? Stage.CanarySettings!.DeploymentId : Stage.DeploymentId,
        "isCanaryRequest" => call.IsCanary ? "true" : "false",
        "httpMethod" => call.Route?.Verb ?? "GET",
        "resourceId" => (call.Route as CalledMethod)?.Resource.Id,
        "resourcePath" => (call.Route as CalledMethod)?.Resource.Path,
        "path" => $"/{StageName}{call.Path}",
        "protocol" => "HTTP/1.1",
        "endpointType" => Entry.Api.EndpointConfiguration.Types is [var type, ..] ? type : null,
        "responseLatency" => MadeCall.Text(call.Latency),
        "responseLength" => MadeCall.Text(call.Length),
        _ => base.Value(call, name),
    };

    private static MadeFault Of(int status, GatewayFault fault) => new(status, fault.Message!, fault.Type);
}

internal sealed record CalledMethod(Resource Resource, Method Method, IReadOnlyList<CallSeries> Series) : CalledRoute
{
    public override bool KeyRequired => Method.ApiKeyRequired;

    public override string Verb => Method.HttpMethod is "ANY" ? "GET" : Method.HttpMethod;

    public override double Weight => WeightOf(Method.HttpMethod);

    public override string Path(int number) => Filled(Resource.Path, number);
}
