// Written by aws/write.py.
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.APIGateway.Model;

public class CreateApiKeyResponse : AmazonWebServiceResponse
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

public class CreateBasePathMappingResponse : AmazonWebServiceResponse
{
    public string BasePath { get; set; }
    public string RestApiId { get; set; }
    public string Stage { get; set; }
}

public class CreateDeploymentResponse : AmazonWebServiceResponse
{
    public Dictionary<string, Dictionary<string, MethodSnapshot>> ApiSummary { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public string Id { get; set; }
}

public class CreateDocumentationPartResponse : AmazonWebServiceResponse
{
    public string Id { get; set; }
    public DocumentationPartLocation Location { get; set; }
    public string Properties { get; set; }
}

public class CreateDocumentationVersionResponse : AmazonWebServiceResponse
{
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public string Version { get; set; }
}

public class CreateDomainNameAccessAssociationResponse : AmazonWebServiceResponse
{
    public string AccessAssociationSource { get; set; }
    public AccessAssociationSourceType AccessAssociationSourceType { get; set; }
    public string DomainNameAccessAssociationArn { get; set; }
    public string DomainNameArn { get; set; }
    public Dictionary<string, string> Tags { get; set; }
}

public class CreateDomainNameResponse : AmazonWebServiceResponse
{
    public string CertificateArn { get; set; }
    public string CertificateName { get; set; }
    public DateTime? CertificateUploadDate { get; set; }
    public string DistributionDomainName { get; set; }
    public string DistributionHostedZoneId { get; set; }
    public string DomainName { get; set; }
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

public class CreateRestApiResponse : AmazonWebServiceResponse
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

public class CreateStageResponse : AmazonWebServiceResponse
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

public class CreateUsagePlanKeyResponse : AmazonWebServiceResponse
{
    public string Id { get; set; }
    public string Name { get; set; }
    public string Type { get; set; }
    public string Value { get; set; }
}

public class CreateUsagePlanResponse : AmazonWebServiceResponse
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

public class CreateVpcLinkResponse : AmazonWebServiceResponse
{
    public string Description { get; set; }
    public string Id { get; set; }
    public string Name { get; set; }
    public VpcLinkStatus Status { get; set; }
    public string StatusMessage { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public List<string> TargetArns { get; set; }
}

public class DeleteApiKeyResponse : AmazonWebServiceResponse
{
}

public class DeleteBasePathMappingResponse : AmazonWebServiceResponse
{
}

public class DeleteClientCertificateResponse : AmazonWebServiceResponse
{
}

public class DeleteDeploymentResponse : AmazonWebServiceResponse
{
}

public class DeleteDocumentationPartResponse : AmazonWebServiceResponse
{
}

public class DeleteDocumentationVersionResponse : AmazonWebServiceResponse
{
}

public class DeleteDomainNameAccessAssociationResponse : AmazonWebServiceResponse
{
}

public class DeleteDomainNameResponse : AmazonWebServiceResponse
{
}

public class DeleteRestApiResponse : AmazonWebServiceResponse
{
}

public class DeleteStageResponse : AmazonWebServiceResponse
{
}

public class DeleteUsagePlanKeyResponse : AmazonWebServiceResponse
{
}

public class DeleteUsagePlanResponse : AmazonWebServiceResponse
{
}

public class DeleteVpcLinkResponse : AmazonWebServiceResponse
{
}

public class GenerateClientCertificateResponse : AmazonWebServiceResponse
{
    public string ClientCertificateId { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public DateTime? ExpirationDate { get; set; }
    public string PemEncodedCertificate { get; set; }
    public Dictionary<string, string> Tags { get; set; }
}

public class GetAccountResponse : AmazonWebServiceResponse
{
    public string ApiKeyVersion { get; set; }
    public string CloudwatchRoleArn { get; set; }
    public List<string> Features { get; set; }
    public ThrottleSettings ThrottleSettings { get; set; }
}

public class GetApiKeyResponse : AmazonWebServiceResponse
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

public class GetApiKeysResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("item")] public List<ApiKey> Items { get; set; }
    public string Position { get; set; }
    public List<string> Warnings { get; set; }
}

public class GetAuthorizersResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("item")] public List<Authorizer> Items { get; set; }
    public string Position { get; set; }
}

public class GetBasePathMappingsResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("item")] public List<BasePathMapping> Items { get; set; }
    public string Position { get; set; }
}

public class GetClientCertificateResponse : AmazonWebServiceResponse
{
    public string ClientCertificateId { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public DateTime? ExpirationDate { get; set; }
    public string PemEncodedCertificate { get; set; }
    public Dictionary<string, string> Tags { get; set; }
}

public class GetClientCertificatesResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("item")] public List<ClientCertificate> Items { get; set; }
    public string Position { get; set; }
}

public class GetDeploymentResponse : AmazonWebServiceResponse
{
    public Dictionary<string, Dictionary<string, MethodSnapshot>> ApiSummary { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public string Id { get; set; }
}

public class GetDeploymentsResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("item")] public List<Deployment> Items { get; set; }
    public string Position { get; set; }
}

public class GetDocumentationPartsResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("item")] public List<DocumentationPart> Items { get; set; }
    public string Position { get; set; }
}

public class GetDocumentationVersionsResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("item")] public List<DocumentationVersion> Items { get; set; }
    public string Position { get; set; }
}

public class GetDomainNameAccessAssociationsResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("item")] public List<DomainNameAccessAssociation> Items { get; set; }
    public string Position { get; set; }
}

public class GetDomainNameResponse : AmazonWebServiceResponse
{
    public string CertificateArn { get; set; }
    public string CertificateName { get; set; }
    public DateTime? CertificateUploadDate { get; set; }
    public string DistributionDomainName { get; set; }
    public string DistributionHostedZoneId { get; set; }
    public string DomainName { get; set; }
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

public class GetDomainNamesResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("item")] public List<DomainName> Items { get; set; }
    public string Position { get; set; }
}

public class GetExportResponse : AmazonWebServiceResponse
{
    [AsBody] public MemoryStream Body { get; set; }
    [InHeader("Content-Disposition")] public string ContentDisposition { get; set; }
    [InHeader("Content-Type")] public string ContentType { get; set; }
}

public class GetGatewayResponsesResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("item")] public List<GatewayResponse> Items { get; set; }
    public string Position { get; set; }
}

public class GetModelsResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("item")] public List<Model> Items { get; set; }
    public string Position { get; set; }
}

public class GetRequestValidatorsResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("item")] public List<RequestValidator> Items { get; set; }
    public string Position { get; set; }
}

public class GetResourceResponse : AmazonWebServiceResponse
{
    public string Id { get; set; }
    public string ParentId { get; set; }
    public string Path { get; set; }
    public string PathPart { get; set; }
    public Dictionary<string, Method> ResourceMethods { get; set; }
}

public class GetResourcesResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("item")] public List<Resource> Items { get; set; }
    public string Position { get; set; }
}

public class GetRestApiResponse : AmazonWebServiceResponse
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

public class GetRestApisResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("item")] public List<RestApi> Items { get; set; }
    public string Position { get; set; }
}

public class GetStageResponse : AmazonWebServiceResponse
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

public class GetStagesResponse : AmazonWebServiceResponse
{
    public List<Stage> Item { get; set; }
}

public class GetTagsResponse : AmazonWebServiceResponse
{
    public Dictionary<string, string> Tags { get; set; }
}

public class GetUsagePlanKeysResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("item")] public List<UsagePlanKey> Items { get; set; }
    public string Position { get; set; }
}

public class GetUsagePlanResponse : AmazonWebServiceResponse
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

public class GetUsagePlansResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("item")] public List<UsagePlan> Items { get; set; }
    public string Position { get; set; }
}

public class GetUsageResponse : AmazonWebServiceResponse
{
    public string EndDate { get; set; }
    [JsonPropertyName("values")] public Dictionary<string, List<List<long>>> Items { get; set; }
    public string Position { get; set; }
    public string StartDate { get; set; }
    public string UsagePlanId { get; set; }
}

public class GetVpcLinksResponse : AmazonWebServiceResponse
{
    [JsonPropertyName("item")] public List<VpcLink> Items { get; set; }
    public string Position { get; set; }
}

public class ImportRestApiResponse : AmazonWebServiceResponse
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

public class PutRestApiResponse : AmazonWebServiceResponse
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

public class TagResourceResponse : AmazonWebServiceResponse
{
}

public class TestInvokeMethodResponse : AmazonWebServiceResponse
{
    public string Body { get; set; }
    public Dictionary<string, string> Headers { get; set; }
    public long? Latency { get; set; }
    public string Log { get; set; }
    public Dictionary<string, List<string>> MultiValueHeaders { get; set; }
    public int? Status { get; set; }
}

public class UntagResourceResponse : AmazonWebServiceResponse
{
}

public class UpdateAccountResponse : AmazonWebServiceResponse
{
    public string ApiKeyVersion { get; set; }
    public string CloudwatchRoleArn { get; set; }
    public List<string> Features { get; set; }
    public ThrottleSettings ThrottleSettings { get; set; }
}

public class UpdateApiKeyResponse : AmazonWebServiceResponse
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

public class UpdateBasePathMappingResponse : AmazonWebServiceResponse
{
    public string BasePath { get; set; }
    public string RestApiId { get; set; }
    public string Stage { get; set; }
}

public class UpdateClientCertificateResponse : AmazonWebServiceResponse
{
    public string ClientCertificateId { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public DateTime? ExpirationDate { get; set; }
    public string PemEncodedCertificate { get; set; }
    public Dictionary<string, string> Tags { get; set; }
}

public class UpdateDeploymentResponse : AmazonWebServiceResponse
{
    public Dictionary<string, Dictionary<string, MethodSnapshot>> ApiSummary { get; set; }
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public string Id { get; set; }
}

public class UpdateDocumentationPartResponse : AmazonWebServiceResponse
{
    public string Id { get; set; }
    public DocumentationPartLocation Location { get; set; }
    public string Properties { get; set; }
}

public class UpdateDocumentationVersionResponse : AmazonWebServiceResponse
{
    public DateTime? CreatedDate { get; set; }
    public string Description { get; set; }
    public string Version { get; set; }
}

public class UpdateDomainNameResponse : AmazonWebServiceResponse
{
    public string CertificateArn { get; set; }
    public string CertificateName { get; set; }
    public DateTime? CertificateUploadDate { get; set; }
    public string DistributionDomainName { get; set; }
    public string DistributionHostedZoneId { get; set; }
    public string DomainName { get; set; }
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

public class UpdateRestApiResponse : AmazonWebServiceResponse
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

public class UpdateStageResponse : AmazonWebServiceResponse
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

public class UpdateUsagePlanResponse : AmazonWebServiceResponse
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

public class UpdateUsageResponse : AmazonWebServiceResponse
{
    public string EndDate { get; set; }
    [JsonPropertyName("values")] public Dictionary<string, List<List<long>>> Items { get; set; }
    public string Position { get; set; }
    public string StartDate { get; set; }
    public string UsagePlanId { get; set; }
}

public class UpdateVpcLinkResponse : AmazonWebServiceResponse
{
    public string Description { get; set; }
    public string Id { get; set; }
    public string Name { get; set; }
    public VpcLinkStatus Status { get; set; }
    public string StatusMessage { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public List<string> TargetArns { get; set; }
}
