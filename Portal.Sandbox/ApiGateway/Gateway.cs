using Portal.Sandbox.ApiGateway.Accounts;
using Portal.Sandbox.ApiGateway.ApiKeys;
using Portal.Sandbox.ApiGateway.Authorizers;
using Portal.Sandbox.ApiGateway.ClientCertificates;
using Portal.Sandbox.ApiGateway.Deployments;
using Portal.Sandbox.ApiGateway.Documentation;
using Portal.Sandbox.ApiGateway.DomainNames;
using Portal.Sandbox.ApiGateway.GatewayResponses;
using Portal.Sandbox.ApiGateway.Methods;
using Portal.Sandbox.ApiGateway.Models;
using Portal.Sandbox.ApiGateway.OpenApi;
using Portal.Sandbox.ApiGateway.RequestValidators;
using Portal.Sandbox.ApiGateway.Resources;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.ApiGateway.Tags;
using Portal.Sandbox.ApiGateway.UsagePlans;
using Portal.Sandbox.ApiGateway.VpcLinks;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway;

/// <summary>All that is answered for the service <c>apigateway</c> in version 1.</summary>
internal static class Gateway
{
    public const string Service = "apigateway";

    public static IEnumerable<Operation> Operations =>
    [
        .. RestApiOperations.All, .. ImportOperations.All, .. ExportOperations.All, .. ResourceOperations.All, .. MethodOperations.All, .. IntegrationOperations.All,
        .. ModelOperations.All, .. RequestValidatorOperations.All, .. AuthorizerOperations.All, .. GatewayResponseOperations.All,
        .. DeploymentOperations.All, .. StageOperations.All, .. UsagePlanOperations.All, .. UsagePlanKeyOperations.All, .. UsageOperations.All,
        .. ApiKeyOperations.All, .. TagOperations.All, .. AccountOperations.All, .. DocumentationPartOperations.All, .. DocumentationVersionOperations.All,
        .. ClientCertificateOperations.All, .. VpcLinkOperations.All, .. DomainNameOperations.All, .. BasePathMappingOperations.All, .. AccessAssociationOperations.All,
    ];
}
