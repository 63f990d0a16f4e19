using System.Text.Json.Serialization;
using Portal.Sandbox.ApiGatewayV2.Authorizers;
using Portal.Sandbox.ApiGatewayV2.Deployments;
using Portal.Sandbox.ApiGatewayV2.Integrations;
using Portal.Sandbox.ApiGatewayV2.Models;
using Portal.Sandbox.ApiGatewayV2.Responses;
using Portal.Sandbox.ApiGatewayV2.Stages;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;
using Route = Portal.Sandbox.ApiGatewayV2.Routes.Route;

namespace Portal.Sandbox.ApiGatewayV2.Apis;

/// <summary>All that is held of one HTTP or WebSocket API: its working definition, its deployments and its stages. Replaced whole by every change.</summary>
internal sealed record WholeApi
{
    public required Definition Definition { get; init; }

    public Map<Deployment> Deployments { get; init; } = Map<Deployment>.Empty;

    public Map<Stage> Stages { get; init; } = Map<Stage>.Empty;

    [JsonIgnore]
    public Api Api => Definition.Api;

    /// <summary>The one that a call is about.</summary>
    public static WholeApi Of(Call call) => call.Region.ApisV2.Find(call["apiId"]) ?? throw call.Region.NoSuchApi(call["apiId"]);

    /// <summary>Keeps another definition; stages that deploy by themselves get it at once.</summary>
    public void Change(Call call, Definition definition) => Keep(call, AutoDeploy.Apply(this with { Definition = definition }, call.Now));

    public static void Keep(Call call, WholeApi api) => call.Region.ApisV2.Put(api.Api.ApiId, api);
}

/// <summary>What a deployment freezes.</summary>
internal sealed record Definition
{
    public required Api Api { get; init; }

    public Map<Route> Routes { get; init; } = Map<Route>.Empty;

    public Map<Integration> Integrations { get; init; } = Map<Integration>.Empty;

    public Map<Authorizer> Authorizers { get; init; } = Map<Authorizer>.Empty;

    public Map<Model> Models { get; init; } = Map<Model>.Empty;

    /// <summary>By the id of their route.</summary>
    public Map<Map<RouteResponse>> RouteResponses { get; init; } = Map<Map<RouteResponse>>.Empty;

    /// <summary>By the id of their integration.</summary>
    public Map<Map<IntegrationResponse>> IntegrationResponses { get; init; } = Map<Map<IntegrationResponse>>.Empty;

    [JsonIgnore]
    public bool IsHttp => Api.ProtocolType is Api.Http;
}
