// Written by aws/write.py.
using System.Text.Json.Serialization;

namespace Amazon.APIGateway.Model;

public class AccessLogSettings
{
    public string DestinationArn { get; set; }
    public string Format { get; set; }
}

public class ApiKey
{
    public DateTime? CreatedDate { get; set; }
    public string CustomerId { get; set; }
    public string Description { get; set; }
    public bool? Enabled { get; set; }
    public string Id { get; set; }
    public DateTime? LastUpdatedDate { get; set; }
    public string Name { get; set; }
    public List<string> StageKeys { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public string Value { get; set; }
}

public class ApiStage
{
    public string ApiId { get; set; }
    public string Stage { get; set; }
    public Dictionary<string, ThrottleSettings> Throttle { get; set; }
}

public class Authorizer
{
    public string AuthType { get; set; }
    public string AuthorizerCredentials { get; set; }
    public int? AuthorizerResultTtlInSeconds { get; set; }
    public string AuthorizerUri { get; set; }
    public string Id { get; set; }
    public string IdentitySource { get; set; }
    public string IdentityValidationExpression { get; set; }
    public string Name { get; set; }
    public List<string> ProviderARNs { get; set; }
    public AuthorizerType Type { get; set; }
}

public class BasePathMapping
{
    public string BasePath { get; set; }
    public string RestApiId { get; set; }
    public string Stage { get; set; }
}

public class CanarySettings
{
    public string DeploymentId { get; set; }
    public double? PercentTraffic { get; set; }
    public Dictionary<string, string> StageVariableOverrides { get; set; }
    public bool? UseStageCache { get; set; }
}

public class ClientCertificate
{
    public string ClientCertificateId { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public DateTime? ExpirationDate { get; set; }
    public string PemEncodedCertificate { get; set; }
    public Dictionary<string, string> Tags { get; set; }
}

public class Deployment
{
    public Dictionary<string, Dictionary<string, MethodSnapshot>> ApiSummary { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public string Id { get; set; }
}

public class DeploymentCanarySettings
{
    public double? PercentTraffic { get; set; }
    public Dictionary<string, string> StageVariableOverrides { get; set; }
    public bool? UseStageCache { get; set; }
}

public class DocumentationPart
{
    public string Id { get; set; }
    public DocumentationPartLocation Location { get; set; }
    public string Properties { get; set; }
}

public class DocumentationPartLocation
{
    public string Method { get; set; }
    public string Name { get; set; }
    public string Path { get; set; }
    public string StatusCode { get; set; }
    public DocumentationPartType Type { get; set; }
}

public class DocumentationVersion
{
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public string Version { get; set; }
}

public class DomainName
{
    public string CertificateArn { get; set; }
    public string CertificateName { get; set; }
    public DateTime? CertificateUploadDate { get; set; }
    public string DistributionDomainName { get; set; }
    public string DistributionHostedZoneId { get; set; }
    [JsonPropertyName("domainName")] public string Name { get; set; }
    public string DomainNameArn { get; set; }
    public string DomainNameId { get; set; }
    public DomainNameStatus DomainNameStatus { get; set; }
    public string DomainNameStatusMessage { get; set; }
    public EndpointAccessMode EndpointAccessMode { get; set; }
    public EndpointConfiguration EndpointConfiguration { get; set; }
    public string ManagementPolicy { get; set; }
    public MutualTlsAuthentication MutualTlsAuthentication { get; set; }
    public string OwnershipVerificationCertificateArn { get; set; }
    public string Policy { get; set; }
    public string RegionalCertificateArn { get; set; }
    public string RegionalCertificateName { get; set; }
    public string RegionalDomainName { get; set; }
    public string RegionalHostedZoneId { get; set; }
    public RoutingMode RoutingMode { get; set; }
    public SecurityPolicy SecurityPolicy { get; set; }
    public Dictionary<string, string> Tags { get; set; }
}

public class DomainNameAccessAssociation
{
    public string AccessAssociationSource { get; set; }
    public AccessAssociationSourceType AccessAssociationSourceType { get; set; }
    public string DomainNameAccessAssociationArn { get; set; }
    public string DomainNameArn { get; set; }
    public Dictionary<string, string> Tags { get; set; }
}

public class EndpointConfiguration
{
    public IpAddressType IpAddressType { get; set; }
    public List<string> Types { get; set; }
    public List<string> VpcEndpointIds { get; set; }
}

public class GatewayResponse
{
    public bool? DefaultResponse { get; set; }
    public Dictionary<string, string> ResponseParameters { get; set; }
    public Dictionary<string, string> ResponseTemplates { get; set; }
    public GatewayResponseType ResponseType { get; set; }
    public string StatusCode { get; set; }
}

public class Integration
{
    public List<string> CacheKeyParameters { get; set; }
    public string CacheNamespace { get; set; }
    public string ConnectionId { get; set; }
    public ConnectionType ConnectionType { get; set; }
    public ContentHandlingStrategy ContentHandling { get; set; }
    public string Credentials { get; set; }
    public string HttpMethod { get; set; }
    public Dictionary<string, IntegrationResponse> IntegrationResponses { get; set; }
    public string IntegrationTarget { get; set; }
    public string PassthroughBehavior { get; set; }
    public Dictionary<string, string> RequestParameters { get; set; }
    public Dictionary<string, string> RequestTemplates { get; set; }
    public ResponseTransferMode ResponseTransferMode { get; set; }
    public int? TimeoutInMillis { get; set; }
    public TlsConfig TlsConfig { get; set; }
    public IntegrationType Type { get; set; }
    public string Uri { get; set; }
}

public class IntegrationResponse
{
    public ContentHandlingStrategy ContentHandling { get; set; }
    public Dictionary<string, string> ResponseParameters { get; set; }
    public Dictionary<string, string> ResponseTemplates { get; set; }
    public string SelectionPattern { get; set; }
    public string StatusCode { get; set; }
}

public class Method
{
    public bool? ApiKeyRequired { get; set; }
    public List<string> AuthorizationScopes { get; set; }
    public string AuthorizationType { get; set; }
    public string AuthorizerId { get; set; }
    public string HttpMethod { get; set; }
    public Integration MethodIntegration { get; set; }
    public Dictionary<string, MethodResponse> MethodResponses { get; set; }
    public string OperationName { get; set; }
    public Dictionary<string, string> RequestModels { get; set; }
    public Dictionary<string, bool> RequestParameters { get; set; }
    public string RequestValidatorId { get; set; }
}

public class MethodResponse
{
    public Dictionary<string, string> ResponseModels { get; set; }
    public Dictionary<string, bool> ResponseParameters { get; set; }
    public string StatusCode { get; set; }
}

public class MethodSetting
{
    public bool? CacheDataEncrypted { get; set; }
    public int? CacheTtlInSeconds { get; set; }
    public bool? CachingEnabled { get; set; }
    public bool? DataTraceEnabled { get; set; }
    public string LoggingLevel { get; set; }
    public bool? MetricsEnabled { get; set; }
    public bool? RequireAuthorizationForCacheControl { get; set; }
    public int? ThrottlingBurstLimit { get; set; }
    public double? ThrottlingRateLimit { get; set; }
    public UnauthorizedCacheControlHeaderStrategy UnauthorizedCacheControlHeaderStrategy { get; set; }
}

public class MethodSnapshot
{
    public bool? ApiKeyRequired { get; set; }
    public string AuthorizationType { get; set; }
}

public class Model
{
    public string ContentType { get; set; }
    public string Description { get; set; }
    public string Id { get; set; }
    public string Name { get; set; }
    public string Schema { get; set; }
}

public class MutualTlsAuthentication
{
    public string TruststoreUri { get; set; }
    public string TruststoreVersion { get; set; }
    public List<string> TruststoreWarnings { get; set; }
}

public class MutualTlsAuthenticationInput
{
    public string TruststoreUri { get; set; }
    public string TruststoreVersion { get; set; }
}

public class PatchOperation
{
    public string From { get; set; }
    public Op Op { get; set; }
    public string Path { get; set; }
    public string Value { get; set; }
}

public class QuotaSettings
{
    public int? Limit { get; set; }
    public int? Offset { get; set; }
    public QuotaPeriodType Period { get; set; }
}

public class RequestValidator
{
    public string Id { get; set; }
    public string Name { get; set; }
    public bool? ValidateRequestBody { get; set; }
    public bool? ValidateRequestParameters { get; set; }
}

public class Resource
{
    public string Id { get; set; }
    public string ParentId { get; set; }
    public string Path { get; set; }
    public string PathPart { get; set; }
    public Dictionary<string, Method> ResourceMethods { get; set; }
}

public class RestApi
{
    public ApiKeySourceType ApiKeySource { get; set; }
    public ApiStatus ApiStatus { get; set; }
    public string ApiStatusMessage { get; set; }
    public List<string> BinaryMediaTypes { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public bool? DisableExecuteApiEndpoint { get; set; }
    public EndpointAccessMode EndpointAccessMode { get; set; }
    public EndpointConfiguration EndpointConfiguration { get; set; }
    public string Id { get; set; }
    public int? MinimumCompressionSize { get; set; }
    public string Name { get; set; }
    public string Policy { get; set; }
    public string RootResourceId { get; set; }
    public SecurityPolicy SecurityPolicy { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public string Version { get; set; }
    public List<string> Warnings { get; set; }
}

public class Stage
{
    public AccessLogSettings AccessLogSettings { get; set; }
    public bool? CacheClusterEnabled { get; set; }
    public CacheClusterSize CacheClusterSize { get; set; }
    public CacheClusterStatus CacheClusterStatus { get; set; }
    public CanarySettings CanarySettings { get; set; }
    public string ClientCertificateId { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string DeploymentId { get; set; }
    public string Description { get; set; }
    public string DocumentationVersion { get; set; }
    public DateTime? LastUpdatedDate { get; set; }
    public Dictionary<string, MethodSetting> MethodSettings { get; set; }
    public string StageName { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public bool? TracingEnabled { get; set; }
    public Dictionary<string, string> Variables { get; set; }
    public string WebAclArn { get; set; }
}

public class StageKey
{
    public string RestApiId { get; set; }
    public string StageName { get; set; }
}

public class ThrottleSettings
{
    public int? BurstLimit { get; set; }
    public double? RateLimit { get; set; }
}

public class TlsConfig
{
    public bool? InsecureSkipVerification { get; set; }
}

public class UsagePlan
{
    public List<ApiStage> ApiStages { get; set; }
    public string Description { get; set; }
    public string Id { get; set; }
    public string Name { get; set; }
    public string ProductCode { get; set; }
    public QuotaSettings Quota { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public ThrottleSettings Throttle { get; set; }
}

public class UsagePlanKey
{
    public string Id { get; set; }
    public string Name { get; set; }
    public string Type { get; set; }
    public string Value { get; set; }
}

public class VpcLink
{
    public string Description { get; set; }
    public string Id { get; set; }
    public string Name { get; set; }
    public VpcLinkStatus Status { get; set; }
    public string StatusMessage { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public List<string> TargetArns { get; set; }
}
