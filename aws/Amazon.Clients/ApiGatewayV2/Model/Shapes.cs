// Written by aws/write.py.
namespace Amazon.ApiGatewayV2.Model;

public class AccessLogSettings
{
    public string DestinationArn { get; set; }
    public string Format { get; set; }
}

public class Api
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

public class ApiMapping
{
    public string ApiId { get; set; }
    public string ApiMappingId { get; set; }
    public string ApiMappingKey { get; set; }
    public string Stage { get; set; }
}

public class Authorizer
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

public class Cors
{
    public bool? AllowCredentials { get; set; }
    public List<string> AllowHeaders { get; set; }
    public List<string> AllowMethods { get; set; }
    public List<string> AllowOrigins { get; set; }
    public List<string> ExposeHeaders { get; set; }
    public int? MaxAge { get; set; }
}

public class Deployment
{
    public bool? AutoDeployed { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string DeploymentId { get; set; }
    public DeploymentStatus DeploymentStatus { get; set; }
    public string DeploymentStatusMessage { get; set; }
    public string Description { get; set; }
}

public class Integration
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

public class IntegrationResponse
{
    public ContentHandlingStrategy ContentHandlingStrategy { get; set; }
    public string IntegrationResponseId { get; set; }
    public string IntegrationResponseKey { get; set; }
    public Dictionary<string, string> ResponseParameters { get; set; }
    public Dictionary<string, string> ResponseTemplates { get; set; }
    public string TemplateSelectionExpression { get; set; }
}

public class JWTConfiguration
{
    public List<string> Audience { get; set; }
    public string Issuer { get; set; }
}

public class Model
{
    public string ContentType { get; set; }
    public string Description { get; set; }
    public string ModelId { get; set; }
    public string Name { get; set; }
    public string Schema { get; set; }
}

public class ParameterConstraints
{
    public bool? Required { get; set; }
}

public class Route
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

public class RouteResponse
{
    public string ModelSelectionExpression { get; set; }
    public Dictionary<string, string> ResponseModels { get; set; }
    public Dictionary<string, ParameterConstraints> ResponseParameters { get; set; }
    public string RouteResponseId { get; set; }
    public string RouteResponseKey { get; set; }
}

public class RouteSettings
{
    public bool? DataTraceEnabled { get; set; }
    public bool? DetailedMetricsEnabled { get; set; }
    public LoggingLevel LoggingLevel { get; set; }
    public int? ThrottlingBurstLimit { get; set; }
    public double? ThrottlingRateLimit { get; set; }
}

public class RoutingRule
{
    public List<RoutingRuleAction> Actions { get; set; }
    public List<RoutingRuleCondition> Conditions { get; set; }
    public int? Priority { get; set; }
    public string RoutingRuleArn { get; set; }
    public string RoutingRuleId { get; set; }
}

public class RoutingRuleAction
{
    public RoutingRuleActionInvokeApi InvokeApi { get; set; }
}

public class RoutingRuleActionInvokeApi
{
    public string ApiId { get; set; }
    public string Stage { get; set; }
    public bool? StripBasePath { get; set; }
}

public class RoutingRuleCondition
{
    public RoutingRuleMatchBasePaths MatchBasePaths { get; set; }
    public RoutingRuleMatchHeaders MatchHeaders { get; set; }
}

public class RoutingRuleMatchBasePaths
{
    public List<string> AnyOf { get; set; }
}

public class RoutingRuleMatchHeaderValue
{
    public string Header { get; set; }
    public string ValueGlob { get; set; }
}

public class RoutingRuleMatchHeaders
{
    public List<RoutingRuleMatchHeaderValue> AnyOf { get; set; }
}

public class Stage
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

public class TlsConfig
{
    public string ServerNameToVerify { get; set; }
}

public class TlsConfigInput
{
    public string ServerNameToVerify { get; set; }
}

public class VpcLink
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
