// Written by aws/write.py.
using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.ApiGatewayV2.Model;

public class AmazonApiGatewayV2Request : AmazonWebServiceRequest;

public class CreateApiMappingRequest : AmazonApiGatewayV2Request
{
    public string ApiId { get; set; }
    public string ApiMappingKey { get; set; }
    [InPath("domainName")] public string DomainName { get; set; }
    public string Stage { get; set; }
}

public class CreateApiRequest : AmazonApiGatewayV2Request
{
    public string ApiKeySelectionExpression { get; set; }
    public Cors CorsConfiguration { get; set; }
    public string CredentialsArn { get; set; }
    public string Description { get; set; }
    public bool? DisableExecuteApiEndpoint { get; set; }
    public bool? DisableSchemaValidation { get; set; }
    public IpAddressType IpAddressType { get; set; }
    public string Name { get; set; }
    public ProtocolType ProtocolType { get; set; }
    public string RouteKey { get; set; }
    public string RouteSelectionExpression { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public string Target { get; set; }
    public string Version { get; set; }
}

public class CreateAuthorizerRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    public string AuthorizerCredentialsArn { get; set; }
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

public class CreateDeploymentRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    public string Description { get; set; }
    public string StageName { get; set; }
}

public class CreateIntegrationRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    public string ConnectionId { get; set; }
    public ConnectionType ConnectionType { get; set; }
    public ContentHandlingStrategy ContentHandlingStrategy { get; set; }
    public string CredentialsArn { get; set; }
    public string Description { get; set; }
    public string IntegrationMethod { get; set; }
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
    public TlsConfigInput TlsConfig { get; set; }
}

public class CreateIntegrationResponseRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    public ContentHandlingStrategy ContentHandlingStrategy { get; set; }
    [InPath("integrationId")] public string IntegrationId { get; set; }
    public string IntegrationResponseKey { get; set; }
    public Dictionary<string, string> ResponseParameters { get; set; }
    public Dictionary<string, string> ResponseTemplates { get; set; }
    public string TemplateSelectionExpression { get; set; }
}

public class CreateModelRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    public string ContentType { get; set; }
    public string Description { get; set; }
    public string Name { get; set; }
    public string Schema { get; set; }
}

public class CreateRouteRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    public bool? ApiKeyRequired { get; set; }
    public List<string> AuthorizationScopes { get; set; }
    public AuthorizationType AuthorizationType { get; set; }
    public string AuthorizerId { get; set; }
    public string ModelSelectionExpression { get; set; }
    public string OperationName { get; set; }
    public Dictionary<string, string> RequestModels { get; set; }
    public Dictionary<string, ParameterConstraints> RequestParameters { get; set; }
    public string RouteKey { get; set; }
    public string RouteResponseSelectionExpression { get; set; }
    public string Target { get; set; }
}

public class CreateRouteResponseRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    public string ModelSelectionExpression { get; set; }
    public Dictionary<string, string> ResponseModels { get; set; }
    public Dictionary<string, ParameterConstraints> ResponseParameters { get; set; }
    [InPath("routeId")] public string RouteId { get; set; }
    public string RouteResponseKey { get; set; }
}

public class CreateRoutingRuleRequest : AmazonApiGatewayV2Request
{
    public List<RoutingRuleAction> Actions { get; set; }
    public List<RoutingRuleCondition> Conditions { get; set; }
    [InPath("domainName")] public string DomainName { get; set; }
    [InQuery("domainNameId")] public string DomainNameId { get; set; }
    public int? Priority { get; set; }
}

public class CreateStageRequest : AmazonApiGatewayV2Request
{
    public AccessLogSettings AccessLogSettings { get; set; }
    [InPath("apiId")] public string ApiId { get; set; }
    public bool? AutoDeploy { get; set; }
    public string ClientCertificateId { get; set; }
    public RouteSettings DefaultRouteSettings { get; set; }
    public string DeploymentId { get; set; }
    public string Description { get; set; }
    public Dictionary<string, RouteSettings> RouteSettings { get; set; }
    public string StageName { get; set; }
    public Dictionary<string, string> StageVariables { get; set; }
    public Dictionary<string, string> Tags { get; set; }
}

public class CreateVpcLinkRequest : AmazonApiGatewayV2Request
{
    public string Name { get; set; }
    public List<string> SecurityGroupIds { get; set; }
    public List<string> SubnetIds { get; set; }
    public Dictionary<string, string> Tags { get; set; }
}

public class DeleteAccessLogSettingsRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InPath("stageName")] public string StageName { get; set; }
}

public class DeleteApiMappingRequest : AmazonApiGatewayV2Request
{
    [InPath("apiMappingId")] public string ApiMappingId { get; set; }
    [InPath("domainName")] public string DomainName { get; set; }
}

public class DeleteApiRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
}

public class DeleteAuthorizerRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InPath("authorizerId")] public string AuthorizerId { get; set; }
}

public class DeleteCorsConfigurationRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
}

public class DeleteDeploymentRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InPath("deploymentId")] public string DeploymentId { get; set; }
}

public class DeleteIntegrationRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InPath("integrationId")] public string IntegrationId { get; set; }
}

public class DeleteIntegrationResponseRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InPath("integrationId")] public string IntegrationId { get; set; }
    [InPath("integrationResponseId")] public string IntegrationResponseId { get; set; }
}

public class DeleteModelRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InPath("modelId")] public string ModelId { get; set; }
}

public class DeleteRouteRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InPath("routeId")] public string RouteId { get; set; }
}

public class DeleteRouteRequestParameterRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InPath("requestParameterKey")] public string RequestParameterKey { get; set; }
    [InPath("routeId")] public string RouteId { get; set; }
}

public class DeleteRouteResponseRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InPath("routeId")] public string RouteId { get; set; }
    [InPath("routeResponseId")] public string RouteResponseId { get; set; }
}

public class DeleteRouteSettingsRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InPath("routeKey")] public string RouteKey { get; set; }
    [InPath("stageName")] public string StageName { get; set; }
}

public class DeleteRoutingRuleRequest : AmazonApiGatewayV2Request
{
    [InPath("domainName")] public string DomainName { get; set; }
    [InQuery("domainNameId")] public string DomainNameId { get; set; }
    [InPath("routingRuleId")] public string RoutingRuleId { get; set; }
}

public class DeleteStageRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InPath("stageName")] public string StageName { get; set; }
}

public class DeleteVpcLinkRequest : AmazonApiGatewayV2Request
{
    [InPath("vpcLinkId")] public string VpcLinkId { get; set; }
}

public class ExportApiRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InQuery("exportVersion")] public string ExportVersion { get; set; }
    [InQuery("includeExtensions")] public bool? IncludeExtensions { get; set; }
    [InQuery("outputType")] public string OutputType { get; set; }
    [InPath("specification")] public string Specification { get; set; }
    [InQuery("stageName")] public string StageName { get; set; }
}

public class GetApiMappingsRequest : AmazonApiGatewayV2Request
{
    [InPath("domainName")] public string DomainName { get; set; }
    [InQuery("maxResults")] public string MaxResults { get; set; }
    [InQuery("nextToken")] public string NextToken { get; set; }
}

public class GetApiRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
}

public class GetApisRequest : AmazonApiGatewayV2Request
{
    [InQuery("maxResults")] public string MaxResults { get; set; }
    [InQuery("nextToken")] public string NextToken { get; set; }
}

public class GetAuthorizersRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InQuery("maxResults")] public string MaxResults { get; set; }
    [InQuery("nextToken")] public string NextToken { get; set; }
}

public class GetDeploymentsRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InQuery("maxResults")] public string MaxResults { get; set; }
    [InQuery("nextToken")] public string NextToken { get; set; }
}

public class GetIntegrationResponsesRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InPath("integrationId")] public string IntegrationId { get; set; }
    [InQuery("maxResults")] public string MaxResults { get; set; }
    [InQuery("nextToken")] public string NextToken { get; set; }
}

public class GetIntegrationsRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InQuery("maxResults")] public string MaxResults { get; set; }
    [InQuery("nextToken")] public string NextToken { get; set; }
}

public class GetModelsRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InQuery("maxResults")] public string MaxResults { get; set; }
    [InQuery("nextToken")] public string NextToken { get; set; }
}

public class GetRouteResponsesRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InQuery("maxResults")] public string MaxResults { get; set; }
    [InQuery("nextToken")] public string NextToken { get; set; }
    [InPath("routeId")] public string RouteId { get; set; }
}

public class GetRoutesRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InQuery("maxResults")] public string MaxResults { get; set; }
    [InQuery("nextToken")] public string NextToken { get; set; }
}

public class GetStagesRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InQuery("maxResults")] public string MaxResults { get; set; }
    [InQuery("nextToken")] public string NextToken { get; set; }
}

public class GetTagsRequest : AmazonApiGatewayV2Request
{
    [InPath("resource-arn")] public string ResourceArn { get; set; }
}

public class GetVpcLinksRequest : AmazonApiGatewayV2Request
{
    [InQuery("maxResults")] public string MaxResults { get; set; }
    [InQuery("nextToken")] public string NextToken { get; set; }
}

public class ListRoutingRulesRequest : AmazonApiGatewayV2Request
{
    [InPath("domainName")] public string DomainName { get; set; }
    [InQuery("domainNameId")] public string DomainNameId { get; set; }
    [InQuery("maxResults")] public int? MaxResults { get; set; }
    [InQuery("nextToken")] public string NextToken { get; set; }
}

public class PutRoutingRuleRequest : AmazonApiGatewayV2Request
{
    public List<RoutingRuleAction> Actions { get; set; }
    public List<RoutingRuleCondition> Conditions { get; set; }
    [InPath("domainName")] public string DomainName { get; set; }
    [InQuery("domainNameId")] public string DomainNameId { get; set; }
    public int? Priority { get; set; }
    [InPath("routingRuleId")] public string RoutingRuleId { get; set; }
}

public class ReimportApiRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    [InQuery("basepath")] public string Basepath { get; set; }
    public string Body { get; set; }
    [InQuery("failOnWarnings")] public bool? FailOnWarnings { get; set; }
}

public class TagResourceRequest : AmazonApiGatewayV2Request
{
    [InPath("resource-arn")] public string ResourceArn { get; set; }
    public Dictionary<string, string> Tags { get; set; }
}

public class UntagResourceRequest : AmazonApiGatewayV2Request
{
    [InPath("resource-arn")] public string ResourceArn { get; set; }
    [InQuery("tagKeys")] public List<string> TagKeys { get; set; }
}

public class UpdateApiMappingRequest : AmazonApiGatewayV2Request
{
    public string ApiId { get; set; }
    [InPath("apiMappingId")] public string ApiMappingId { get; set; }
    public string ApiMappingKey { get; set; }
    [InPath("domainName")] public string DomainName { get; set; }
    public string Stage { get; set; }
}

public class UpdateApiRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    public string ApiKeySelectionExpression { get; set; }
    public Cors CorsConfiguration { get; set; }
    public string CredentialsArn { get; set; }
    public string Description { get; set; }
    public bool? DisableExecuteApiEndpoint { get; set; }
    public bool? DisableSchemaValidation { get; set; }
    public IpAddressType IpAddressType { get; set; }
    public string Name { get; set; }
    public string RouteKey { get; set; }
    public string RouteSelectionExpression { get; set; }
    public string Target { get; set; }
    public string Version { get; set; }
}

public class UpdateAuthorizerRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    public string AuthorizerCredentialsArn { get; set; }
    [InPath("authorizerId")] public string AuthorizerId { get; set; }
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

public class UpdateIntegrationRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    public string ConnectionId { get; set; }
    public ConnectionType ConnectionType { get; set; }
    public ContentHandlingStrategy ContentHandlingStrategy { get; set; }
    public string CredentialsArn { get; set; }
    public string Description { get; set; }
    [InPath("integrationId")] public string IntegrationId { get; set; }
    public string IntegrationMethod { get; set; }
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
    public TlsConfigInput TlsConfig { get; set; }
}

public class UpdateIntegrationResponseRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    public ContentHandlingStrategy ContentHandlingStrategy { get; set; }
    [InPath("integrationId")] public string IntegrationId { get; set; }
    [InPath("integrationResponseId")] public string IntegrationResponseId { get; set; }
    public string IntegrationResponseKey { get; set; }
    public Dictionary<string, string> ResponseParameters { get; set; }
    public Dictionary<string, string> ResponseTemplates { get; set; }
    public string TemplateSelectionExpression { get; set; }
}

public class UpdateModelRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    public string ContentType { get; set; }
    public string Description { get; set; }
    [InPath("modelId")] public string ModelId { get; set; }
    public string Name { get; set; }
    public string Schema { get; set; }
}

public class UpdateRouteRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    public bool? ApiKeyRequired { get; set; }
    public List<string> AuthorizationScopes { get; set; }
    public AuthorizationType AuthorizationType { get; set; }
    public string AuthorizerId { get; set; }
    public string ModelSelectionExpression { get; set; }
    public string OperationName { get; set; }
    public Dictionary<string, string> RequestModels { get; set; }
    public Dictionary<string, ParameterConstraints> RequestParameters { get; set; }
    [InPath("routeId")] public string RouteId { get; set; }
    public string RouteKey { get; set; }
    public string RouteResponseSelectionExpression { get; set; }
    public string Target { get; set; }
}

public class UpdateRouteResponseRequest : AmazonApiGatewayV2Request
{
    [InPath("apiId")] public string ApiId { get; set; }
    public string ModelSelectionExpression { get; set; }
    public Dictionary<string, string> ResponseModels { get; set; }
    public Dictionary<string, ParameterConstraints> ResponseParameters { get; set; }
    [InPath("routeId")] public string RouteId { get; set; }
    [InPath("routeResponseId")] public string RouteResponseId { get; set; }
    public string RouteResponseKey { get; set; }
}

public class UpdateStageRequest : AmazonApiGatewayV2Request
{
    public AccessLogSettings AccessLogSettings { get; set; }
    [InPath("apiId")] public string ApiId { get; set; }
    public bool? AutoDeploy { get; set; }
    public string ClientCertificateId { get; set; }
    public RouteSettings DefaultRouteSettings { get; set; }
    public string DeploymentId { get; set; }
    public string Description { get; set; }
    public Dictionary<string, RouteSettings> RouteSettings { get; set; }
    [InPath("stageName")] public string StageName { get; set; }
    public Dictionary<string, string> StageVariables { get; set; }
}

public class UpdateVpcLinkRequest : AmazonApiGatewayV2Request
{
    public string Name { get; set; }
    [InPath("vpcLinkId")] public string VpcLinkId { get; set; }
}
