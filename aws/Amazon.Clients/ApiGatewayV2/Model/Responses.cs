// Written by aws/write.py.
using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.ApiGatewayV2.Model;

public class CreateApiMappingResponse : AmazonWebServiceResponse
{
    public string ApiId { get; set; }
    public string ApiMappingId { get; set; }
    public string ApiMappingKey { get; set; }
    public string Stage { get; set; }
}

public class CreateApiResponse : AmazonWebServiceResponse
{
    public string ApiEndpoint { get; set; }
    public bool? ApiGatewayManaged { get; set; }
    public string ApiId { get; set; }
    public string ApiKeySelectionExpression { get; set; }
    public Cors CorsConfiguration { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public bool? DisableExecuteApiEndpoint { get; set; }
    public bool? DisableSchemaValidation { get; set; }
    public List<string> ImportInfo { get; set; }
    public IpAddressType IpAddressType { get; set; }
    public string Name { get; set; }
    public ProtocolType ProtocolType { get; set; }
    public string RouteSelectionExpression { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public string Version { get; set; }
    public List<string> Warnings { get; set; }
}

public class CreateAuthorizerResponse : AmazonWebServiceResponse
{
    public string AuthorizerCredentialsArn { get; set; }
    public string AuthorizerId { get; set; }
    public string AuthorizerPayloadFormatVersion { get; set; }
    public int? AuthorizerResultTtlInSeconds { get; set; }
    public AuthorizerType AuthorizerType { get; set; }
    public string AuthorizerUri { get; set; }
    public bool? EnableSimpleResponses { get; set; }
    public List<string> IdentitySource { get; set; }
    public string IdentityValidationExpression { get; set; }
    public JWTConfiguration JwtConfiguration { get; set; }
    public string Name { get; set; }
}

public class CreateDeploymentResponse : AmazonWebServiceResponse
{
    public bool? AutoDeployed { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string DeploymentId { get; set; }
    public DeploymentStatus DeploymentStatus { get; set; }
    public string DeploymentStatusMessage { get; set; }
    public string Description { get; set; }
}

public class CreateIntegrationResponse : AmazonWebServiceResponse
{
    public bool? ApiGatewayManaged { get; set; }
    public string ConnectionId { get; set; }
    public ConnectionType ConnectionType { get; set; }
    public ContentHandlingStrategy ContentHandlingStrategy { get; set; }
    public string CredentialsArn { get; set; }
    public string Description { get; set; }
    public string IntegrationId { get; set; }
    public string IntegrationMethod { get; set; }
    public string IntegrationResponseSelectionExpression { get; set; }
    public string IntegrationSubtype { get; set; }
    public IntegrationType IntegrationType { get; set; }
    public string IntegrationUri { get; set; }
    public PassthroughBehavior PassthroughBehavior { get; set; }
    public string PayloadFormatVersion { get; set; }
    public Dictionary<string, string> RequestParameters { get; set; }
    public Dictionary<string, string> RequestTemplates { get; set; }
    public Dictionary<string, Dictionary<string, string>> ResponseParameters { get; set; }
    public string TemplateSelectionExpression { get; set; }
    public int? TimeoutInMillis { get; set; }
    public TlsConfig TlsConfig { get; set; }
}

public class CreateIntegrationResponseResponse : AmazonWebServiceResponse
{
    public ContentHandlingStrategy ContentHandlingStrategy { get; set; }
    public string IntegrationResponseId { get; set; }
    public string IntegrationResponseKey { get; set; }
    public Dictionary<string, string> ResponseParameters { get; set; }
    public Dictionary<string, string> ResponseTemplates { get; set; }
    public string TemplateSelectionExpression { get; set; }
}

public class CreateModelResponse : AmazonWebServiceResponse
{
    public string ContentType { get; set; }
    public string Description { get; set; }
    public string ModelId { get; set; }
    public string Name { get; set; }
    public string Schema { get; set; }
}

public class CreateRouteResponse : AmazonWebServiceResponse
{
    public bool? ApiGatewayManaged { get; set; }
    public bool? ApiKeyRequired { get; set; }
    public List<string> AuthorizationScopes { get; set; }
    public AuthorizationType AuthorizationType { get; set; }
    public string AuthorizerId { get; set; }
    public string ModelSelectionExpression { get; set; }
    public string OperationName { get; set; }
    public Dictionary<string, string> RequestModels { get; set; }
    public Dictionary<string, ParameterConstraints> RequestParameters { get; set; }
    public string RouteId { get; set; }
    public string RouteKey { get; set; }
    public string RouteResponseSelectionExpression { get; set; }
    public string Target { get; set; }
}

public class CreateRouteResponseResponse : AmazonWebServiceResponse
{
    public string ModelSelectionExpression { get; set; }
    public Dictionary<string, string> ResponseModels { get; set; }
    public Dictionary<string, ParameterConstraints> ResponseParameters { get; set; }
    public string RouteResponseId { get; set; }
    public string RouteResponseKey { get; set; }
}

public class CreateRoutingRuleResponse : AmazonWebServiceResponse
{
    public List<RoutingRuleAction> Actions { get; set; }
    public List<RoutingRuleCondition> Conditions { get; set; }
    public int? Priority { get; set; }
    public string RoutingRuleArn { get; set; }
    public string RoutingRuleId { get; set; }
}

public class CreateStageResponse : AmazonWebServiceResponse
{
    public AccessLogSettings AccessLogSettings { get; set; }
    public bool? ApiGatewayManaged { get; set; }
    public bool? AutoDeploy { get; set; }
    public string ClientCertificateId { get; set; }
    public DateTime? CreatedDate { get; set; }
    public RouteSettings DefaultRouteSettings { get; set; }
    public string DeploymentId { get; set; }
    public string Description { get; set; }
    public string LastDeploymentStatusMessage { get; set; }
    public DateTime? LastUpdatedDate { get; set; }
    public Dictionary<string, RouteSettings> RouteSettings { get; set; }
    public string StageName { get; set; }
    public Dictionary<string, string> StageVariables { get; set; }
    public Dictionary<string, string> Tags { get; set; }
}

public class CreateVpcLinkResponse : AmazonWebServiceResponse
{
    public DateTime? CreatedDate { get; set; }
    public string Name { get; set; }
    public List<string> SecurityGroupIds { get; set; }
    public List<string> SubnetIds { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public string VpcLinkId { get; set; }
    public VpcLinkStatus VpcLinkStatus { get; set; }
    public string VpcLinkStatusMessage { get; set; }
    public VpcLinkVersion VpcLinkVersion { get; set; }
}

public class DeleteAccessLogSettingsResponse : AmazonWebServiceResponse
{
}

public class DeleteApiMappingResponse : AmazonWebServiceResponse
{
}

public class DeleteApiResponse : AmazonWebServiceResponse
{
}

public class DeleteAuthorizerResponse : AmazonWebServiceResponse
{
}

public class DeleteCorsConfigurationResponse : AmazonWebServiceResponse
{
}

public class DeleteDeploymentResponse : AmazonWebServiceResponse
{
}

public class DeleteIntegrationResponse : AmazonWebServiceResponse
{
}

public class DeleteIntegrationResponseResponse : AmazonWebServiceResponse
{
}

public class DeleteModelResponse : AmazonWebServiceResponse
{
}

public class DeleteRouteRequestParameterResponse : AmazonWebServiceResponse
{
}

public class DeleteRouteResponse : AmazonWebServiceResponse
{
}

public class DeleteRouteResponseResponse : AmazonWebServiceResponse
{
}

public class DeleteRouteSettingsResponse : AmazonWebServiceResponse
{
}

public class DeleteRoutingRuleResponse : AmazonWebServiceResponse
{
}

public class DeleteStageResponse : AmazonWebServiceResponse
{
}

public class DeleteVpcLinkResponse : AmazonWebServiceResponse
{
}

public class ExportApiResponse : AmazonWebServiceResponse
{
    [AsBody] public MemoryStream Body { get; set; }
}

public class GetApiMappingsResponse : AmazonWebServiceResponse
{
    public List<ApiMapping> Items { get; set; }
    public string NextToken { get; set; }
}

public class GetApiResponse : AmazonWebServiceResponse
{
    public string ApiEndpoint { get; set; }
    public bool? ApiGatewayManaged { get; set; }
    public string ApiId { get; set; }
    public string ApiKeySelectionExpression { get; set; }
    public Cors CorsConfiguration { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public bool? DisableExecuteApiEndpoint { get; set; }
    public bool? DisableSchemaValidation { get; set; }
    public List<string> ImportInfo { get; set; }
    public IpAddressType IpAddressType { get; set; }
    public string Name { get; set; }
    public ProtocolType ProtocolType { get; set; }
    public string RouteSelectionExpression { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public string Version { get; set; }
    public List<string> Warnings { get; set; }
}

public class GetApisResponse : AmazonWebServiceResponse
{
    public List<Api> Items { get; set; }
    public string NextToken { get; set; }
}

public class GetAuthorizersResponse : AmazonWebServiceResponse
{
    public List<Authorizer> Items { get; set; }
    public string NextToken { get; set; }
}

public class GetDeploymentsResponse : AmazonWebServiceResponse
{
    public List<Deployment> Items { get; set; }
    public string NextToken { get; set; }
}

public class GetIntegrationResponsesResponse : AmazonWebServiceResponse
{
    public List<IntegrationResponse> Items { get; set; }
    public string NextToken { get; set; }
}

public class GetIntegrationsResponse : AmazonWebServiceResponse
{
    public List<Integration> Items { get; set; }
    public string NextToken { get; set; }
}

public class GetModelsResponse : AmazonWebServiceResponse
{
    public List<Model> Items { get; set; }
    public string NextToken { get; set; }
}

public class GetRouteResponsesResponse : AmazonWebServiceResponse
{
    public List<RouteResponse> Items { get; set; }
    public string NextToken { get; set; }
}

public class GetRoutesResponse : AmazonWebServiceResponse
{
    public List<Route> Items { get; set; }
    public string NextToken { get; set; }
}

public class GetStagesResponse : AmazonWebServiceResponse
{
    public List<Stage> Items { get; set; }
    public string NextToken { get; set; }
}

public class GetTagsResponse : AmazonWebServiceResponse
{
    public Dictionary<string, string> Tags { get; set; }
}

public class GetVpcLinksResponse : AmazonWebServiceResponse
{
    public List<VpcLink> Items { get; set; }
    public string NextToken { get; set; }
}

public class ListRoutingRulesResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }
    public List<RoutingRule> RoutingRules { get; set; }
}

public class PutRoutingRuleResponse : AmazonWebServiceResponse
{
    public List<RoutingRuleAction> Actions { get; set; }
    public List<RoutingRuleCondition> Conditions { get; set; }
    public int? Priority { get; set; }
    public string RoutingRuleArn { get; set; }
    public string RoutingRuleId { get; set; }
}

public class ReimportApiResponse : AmazonWebServiceResponse
{
    public string ApiEndpoint { get; set; }
    public bool? ApiGatewayManaged { get; set; }
    public string ApiId { get; set; }
    public string ApiKeySelectionExpression { get; set; }
    public Cors CorsConfiguration { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public bool? DisableExecuteApiEndpoint { get; set; }
    public bool? DisableSchemaValidation { get; set; }
    public List<string> ImportInfo { get; set; }
    public IpAddressType IpAddressType { get; set; }
    public string Name { get; set; }
    public ProtocolType ProtocolType { get; set; }
    public string RouteSelectionExpression { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public string Version { get; set; }
    public List<string> Warnings { get; set; }
}

public class TagResourceResponse : AmazonWebServiceResponse
{
}

public class UntagResourceResponse : AmazonWebServiceResponse
{
}

public class UpdateApiMappingResponse : AmazonWebServiceResponse
{
    public string ApiId { get; set; }
    public string ApiMappingId { get; set; }
    public string ApiMappingKey { get; set; }
    public string Stage { get; set; }
}

public class UpdateApiResponse : AmazonWebServiceResponse
{
    public string ApiEndpoint { get; set; }
    public bool? ApiGatewayManaged { get; set; }
    public string ApiId { get; set; }
    public string ApiKeySelectionExpression { get; set; }
    public Cors CorsConfiguration { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public bool? DisableExecuteApiEndpoint { get; set; }
    public bool? DisableSchemaValidation { get; set; }
    public List<string> ImportInfo { get; set; }
    public IpAddressType IpAddressType { get; set; }
    public string Name { get; set; }
    public ProtocolType ProtocolType { get; set; }
    public string RouteSelectionExpression { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public string Version { get; set; }
    public List<string> Warnings { get; set; }
}

public class UpdateAuthorizerResponse : AmazonWebServiceResponse
{
    public string AuthorizerCredentialsArn { get; set; }
    public string AuthorizerId { get; set; }
    public string AuthorizerPayloadFormatVersion { get; set; }
    public int? AuthorizerResultTtlInSeconds { get; set; }
    public AuthorizerType AuthorizerType { get; set; }
    public string AuthorizerUri { get; set; }
    public bool? EnableSimpleResponses { get; set; }
    public List<string> IdentitySource { get; set; }
    public string IdentityValidationExpression { get; set; }
    public JWTConfiguration JwtConfiguration { get; set; }
    public string Name { get; set; }
}

public class UpdateIntegrationResponse : AmazonWebServiceResponse
{
    public bool? ApiGatewayManaged { get; set; }
    public string ConnectionId { get; set; }
    public ConnectionType ConnectionType { get; set; }
    public ContentHandlingStrategy ContentHandlingStrategy { get; set; }
    public string CredentialsArn { get; set; }
    public string Description { get; set; }
    public string IntegrationId { get; set; }
    public string IntegrationMethod { get; set; }
    public string IntegrationResponseSelectionExpression { get; set; }
    public string IntegrationSubtype { get; set; }
    public IntegrationType IntegrationType { get; set; }
    public string IntegrationUri { get; set; }
    public PassthroughBehavior PassthroughBehavior { get; set; }
    public string PayloadFormatVersion { get; set; }
    public Dictionary<string, string> RequestParameters { get; set; }
    public Dictionary<string, string> RequestTemplates { get; set; }
    public Dictionary<string, Dictionary<string, string>> ResponseParameters { get; set; }
    public string TemplateSelectionExpression { get; set; }
    public int? TimeoutInMillis { get; set; }
    public TlsConfig TlsConfig { get; set; }
}

public class UpdateIntegrationResponseResponse : AmazonWebServiceResponse
{
    public ContentHandlingStrategy ContentHandlingStrategy { get; set; }
    public string IntegrationResponseId { get; set; }
    public string IntegrationResponseKey { get; set; }
    public Dictionary<string, string> ResponseParameters { get; set; }
    public Dictionary<string, string> ResponseTemplates { get; set; }
    public string TemplateSelectionExpression { get; set; }
}

public class UpdateModelResponse : AmazonWebServiceResponse
{
    public string ContentType { get; set; }
    public string Description { get; set; }
    public string ModelId { get; set; }
    public string Name { get; set; }
    public string Schema { get; set; }
}

public class UpdateRouteResponse : AmazonWebServiceResponse
{
    public bool? ApiGatewayManaged { get; set; }
    public bool? ApiKeyRequired { get; set; }
    public List<string> AuthorizationScopes { get; set; }
    public AuthorizationType AuthorizationType { get; set; }
    public string AuthorizerId { get; set; }
    public string ModelSelectionExpression { get; set; }
    public string OperationName { get; set; }
    public Dictionary<string, string> RequestModels { get; set; }
    public Dictionary<string, ParameterConstraints> RequestParameters { get; set; }
    public string RouteId { get; set; }
    public string RouteKey { get; set; }
    public string RouteResponseSelectionExpression { get; set; }
    public string Target { get; set; }
}

public class UpdateRouteResponseResponse : AmazonWebServiceResponse
{
    public string ModelSelectionExpression { get; set; }
    public Dictionary<string, string> ResponseModels { get; set; }
    public Dictionary<string, ParameterConstraints> ResponseParameters { get; set; }
    public string RouteResponseId { get; set; }
    public string RouteResponseKey { get; set; }
}

public class UpdateStageResponse : AmazonWebServiceResponse
{
    public AccessLogSettings AccessLogSettings { get; set; }
    public bool? ApiGatewayManaged { get; set; }
    public bool? AutoDeploy { get; set; }
    public string ClientCertificateId { get; set; }
    public DateTime? CreatedDate { get; set; }
    public RouteSettings DefaultRouteSettings { get; set; }
    public string DeploymentId { get; set; }
    public string Description { get; set; }
    public string LastDeploymentStatusMessage { get; set; }
    public DateTime? LastUpdatedDate { get; set; }
    public Dictionary<string, RouteSettings> RouteSettings { get; set; }
    public string StageName { get; set; }
    public Dictionary<string, string> StageVariables { get; set; }
    public Dictionary<string, string> Tags { get; set; }
}

public class UpdateVpcLinkResponse : AmazonWebServiceResponse
{
    public DateTime? CreatedDate { get; set; }
    public string Name { get; set; }
    public List<string> SecurityGroupIds { get; set; }
    public List<string> SubnetIds { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public string VpcLinkId { get; set; }
    public VpcLinkStatus VpcLinkStatus { get; set; }
    public string VpcLinkStatusMessage { get; set; }
    public VpcLinkVersion VpcLinkVersion { get; set; }
}
