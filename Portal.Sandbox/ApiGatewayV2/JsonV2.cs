using System.Text.Json.Serialization;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.ApiGatewayV2.Authorizers;
using Portal.Sandbox.ApiGatewayV2.Deployments;
using Portal.Sandbox.ApiGatewayV2.DomainNames;
using Portal.Sandbox.ApiGatewayV2.Integrations;
using Portal.Sandbox.ApiGatewayV2.Models;
using Portal.Sandbox.ApiGatewayV2.Responses;
using Portal.Sandbox.ApiGatewayV2.Routes;
using Portal.Sandbox.ApiGatewayV2.Stages;
using Portal.Sandbox.ApiGatewayV2.Tags;
using Portal.Sandbox.ApiGatewayV2.VpcLinks;
using Portal.Sandbox.State;
using Route = Portal.Sandbox.ApiGatewayV2.Routes.Route;

namespace Portal.Sandbox.ApiGatewayV2;

/// <summary>The shapes of API Gateway v2: camel case, absent rather than null, times in words.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(Iso8601)])]
[JsonSerializable(typeof(WholeApi))]
[JsonSerializable(typeof(PageV2<Api>))]
[JsonSerializable(typeof(PageV2<Route>))]
[JsonSerializable(typeof(PageV2<Integration>))]
[JsonSerializable(typeof(PageV2<Authorizer>))]
[JsonSerializable(typeof(PageV2<Deployment>))]
[JsonSerializable(typeof(PageV2<Stage>))]
[JsonSerializable(typeof(Map<Route>))]
[JsonSerializable(typeof(Map<Integration>))]
[JsonSerializable(typeof(Map<Authorizer>))]
[JsonSerializable(typeof(Map<Deployment>))]
[JsonSerializable(typeof(Map<Stage>))]
[JsonSerializable(typeof(Map<RouteSettings>))]
[JsonSerializable(typeof(RouteSettings))]
[JsonSerializable(typeof(Map<RequestParameter>))]
[JsonSerializable(typeof(RequestParameter))]
[JsonSerializable(typeof(Map<string>))]
[JsonSerializable(typeof(Map<Map<string>>))]
[JsonSerializable(typeof(PageV2<Model>))]
[JsonSerializable(typeof(ModelTemplateText))]
[JsonSerializable(typeof(PageV2<RouteResponse>))]
[JsonSerializable(typeof(PageV2<IntegrationResponse>))]
[JsonSerializable(typeof(PageV2<DomainName>))]
[JsonSerializable(typeof(PageV2<ApiMapping>))]
[JsonSerializable(typeof(PageV2<VpcLink>))]
[JsonSerializable(typeof(TagList))]
[JsonSerializable(typeof(WholeDomain))]
[JsonSerializable(typeof(Map<Model>))]
[JsonSerializable(typeof(Map<Map<RouteResponse>>))]
[JsonSerializable(typeof(Map<RouteResponse>))]
[JsonSerializable(typeof(Map<Map<IntegrationResponse>>))]
[JsonSerializable(typeof(Map<IntegrationResponse>))]
[JsonSerializable(typeof(Map<ApiMapping>))]
[JsonSerializable(typeof(Map<RoutingRule>))]
[JsonSerializable(typeof(RoutingRules))]
internal sealed partial class JsonV2 : JsonSerializerContext;
