using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.ApiGatewayV2.Authorizers;
using Portal.Sandbox.ApiGatewayV2.Deployments;
using Portal.Sandbox.ApiGatewayV2.DomainNames;
using Portal.Sandbox.ApiGatewayV2.Integrations;
using Portal.Sandbox.ApiGatewayV2.Models;
using Portal.Sandbox.ApiGatewayV2.OpenApi;
using Portal.Sandbox.ApiGatewayV2.Responses;
using Portal.Sandbox.ApiGatewayV2.Routes;
using Portal.Sandbox.ApiGatewayV2.Stages;
using Portal.Sandbox.ApiGatewayV2.Tags;
using Portal.Sandbox.ApiGatewayV2.VpcLinks;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2;

/// <summary>Version 2 of API Gateway: the same service by its name, told by its paths, which begin with <c>/v2</c>.</summary>
internal static class GatewayV2
{
    public static IEnumerable<Operation> Operations =>
    [
        .. ApiOperations.All, .. DocumentOperations.All, .. RouteOperations.All, .. IntegrationOperations.All, .. AuthorizerOperations.All,
        .. DeploymentOperations.All, .. StageOperations.All, .. ModelOperations.All, .. RouteResponseOperations.All, .. IntegrationResponseOperations.All,
        .. DomainNameOperations.All, .. ApiMappingOperations.All, .. RoutingRuleOperations.All, .. VpcLinkOperations.All, .. TagOperations.All,
    ];
}
