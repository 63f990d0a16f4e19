using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.ApiGatewayV2.Stages;
using Portal.Sandbox.CloudWatch;
using Portal.Sandbox.Execution;
using Portal.Sandbox.Execution.WebSockets;
using Portal.Sandbox.State;
using Route = Portal.Sandbox.ApiGatewayV2.Routes.Route;

namespace Portal.Sandbox.Traffic;

/// <summary>A stage of a WebSocket API: connections are opened, messages come over them, and they end.</summary>
internal sealed partial record CalledSocketStage : CalledStage
{
    private const string KeyInHeader = "$request.header.x-api-key";

    public required Stage Stage { get; init; }

    /// <summary>Which part of a message names its route.</summary>
    public required string Selection { get; init; }

    /// <summary>What an event of no route counts into.</summary>
    public required IReadOnlyList<SocketSeries> Series { get; init; }

    public CalledMessage? Connect { get; init; }

    public CalledMessage? Disconnect { get; init; }

    /// <summary>Null where nothing is deployed.</summary>
    public static CalledSocketStage? Of(Region region, WholeApi api, Stage stage)
    {
        if (api.Deployments.Find(stage.DeploymentId ?? "")?.Definition is not { } definition || definition.Routes.Count is 0)
        {
            return null;
        }

        var all = definition.Routes.Values.OrderBy(route => route.RouteKey, StringComparer.Ordinal).ToDictionary(route => route.RouteKey, route => new CalledMessage(route, SocketSeries.Of(api.Api.ApiId, stage, route)));
        var takesKeys = definition.Api.ApiKeySelectionExpression is (null or KeyInHeader) && all.GetValueOrDefault("$connect") is { KeyRequired: true };
        return new()
        {
            Region = region,
            ApiId = api.Api.ApiId,
            ApiName = api.Api.Name,
            StageName = stage.StageName,
            Stage = stage,
            Selection = definition.Api.RouteSelectionExpression ?? "",
            Routes = [.. all.Values.Where(route => route.Route.RouteKey is not ("$connect" or "$disconnect"))],
            Connect = all.GetValueOrDefault("$connect"),
            Disconnect = all.GetValueOrDefault("$disconnect"),
            TakesKeys = takesKeys,
            Consumers = takesKeys ? Openers(region, api.Api.ApiId, stage.StageName) : [],
            Log = AccessLog.Of(region, stage.AccessLogSettings, stage.AccessLogSettings?.DestinationArn, stage.AccessLogSettings?.Format),
            StreamName = AccessLog.StreamName(stage, api.Api.ApiId, stage.StageName),
            Series = SocketSeries.Of(api.Api.ApiId, stage, null),
        };
    }

    public override ICallMaker Maker(TrafficOrder order, Incident? incident, DateTimeOffset end) => new SocketMaker(this, order, incident, end);

    /// <summary>One that names the route, where the API's expression is a member of the message; else one that names none.</summary>
    public string MessageTo(CalledMessage route) => Member().Match(Selection) is { Success: true } member
        ? member.Groups["path"].Value.Split('.').Reverse().Aggregate((JsonNode)route.Route.RouteKey, (value, name) => new JsonObject { [name] = value }).ToJsonString()
        : "{}";

    [GeneratedRegex(@"\A\$\{?request\.body\.(?<path>\w+(\.\w+)*)\}?\z")]
    private static partial Regex Member();

    public override MadeFault Fault(FaultCause cause) => cause switch
    {
        FaultCause.NoRoute => new(403, "Forbidden", "ACCESS_DENIED"),
        FaultCause.WrongKey => new(403, "Forbidden", "INVALID_API_KEY"),
        FaultCause.Throttled => new(429, "Too Many Requests", "THROTTLED"),
        FaultCause.QuotaExceeded => new(429, "Limit Exceeded", "QUOTA_EXCEEDED"),
        _ => new(500, "Internal server error", "INTEGRATION_TIMEOUT") { IsIntegrations = true },
    };

    public override IEnumerable<(Series Series, double Value)> Counted(MadeCall call) => ((call.Route as CalledMessage)?.Series ?? Series).SelectMany(level =>
        level.Values(call.Event!, call.IsClientError && call.IntegrationStatus is null, executionError: false, call.IntegrationStatus, call.IntegrationLatency));

    public override string? Value(MadeCall call, string name) => name switch
    {
        "requestId" or "extendedRequestId" => call.ShortId,
        "messageId" => call.Event is "MESSAGE" ? call.ShortId : null,
        "connectionId" => call.Connection?.Id,
        "connectedAt" => MadeCall.Text(call.Connection?.At.ToUnixTimeMilliseconds()),
        "eventType" => call.Event,
        "messageDirection" => "IN",
        "routeKey" => (call.Route as CalledMessage)?.Route.RouteKey ?? "$default",
        _ => base.Value(call, name),
    };
}

internal sealed record CalledMessage(Route Route, IReadOnlyList<SocketSeries> Series) : CalledRoute
{
    public bool Calls => Route.Target is not null;

    public override bool KeyRequired => Route.ApiKeyRequired;

    public override string? Verb => null;

    public override double Weight => Route.RouteKey is Route.Default ? 0.5 : 3;

    /// <summary>Where connections are opened.</summary>
    public override string Path(int number) => "";
}
