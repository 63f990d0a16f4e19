// Written by aws/write.py.
using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.APIGateway.Model;

public class AmazonAPIGatewayRequest : AmazonWebServiceRequest;

public class CreateApiKeyRequest : AmazonAPIGatewayRequest
{
    public string CustomerId { get; set; }
    public string Description { get; set; }
    public bool? Enabled { get; set; }
    public bool? GenerateDistinctId { get; set; }
    public string Name { get; set; }
    public List<StageKey> StageKeys { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public string Value { get; set; }
}

public class CreateBasePathMappingRequest : AmazonAPIGatewayRequest
{
    public string BasePath { get; set; }
    [InPath("domain_name")] public string DomainName { get; set; }
    [InQuery("domainNameId")] public string DomainNameId { get; set; }
    public string RestApiId { get; set; }
    public string Stage { get; set; }
}

public class CreateDeploymentRequest : AmazonAPIGatewayRequest
{
    public bool? CacheClusterEnabled { get; set; }
    public CacheClusterSize CacheClusterSize { get; set; }
    public DeploymentCanarySettings CanarySettings { get; set; }
    public string Description { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
    public string StageDescription { get; set; }
    public string StageName { get; set; }
    public bool? TracingEnabled { get; set; }
    public Dictionary<string, string> Variables { get; set; }
}

public class CreateDocumentationPartRequest : AmazonAPIGatewayRequest
{
    public DocumentationPartLocation Location { get; set; }
    public string Properties { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class CreateDocumentationVersionRequest : AmazonAPIGatewayRequest
{
    public string Description { get; set; }
    public string DocumentationVersion { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
    public string StageName { get; set; }
}

public class CreateDomainNameAccessAssociationRequest : AmazonAPIGatewayRequest
{
    public string AccessAssociationSource { get; set; }
    public AccessAssociationSourceType AccessAssociationSourceType { get; set; }
    public string DomainNameArn { get; set; }
    public Dictionary<string, string> Tags { get; set; }
}

public class CreateDomainNameRequest : AmazonAPIGatewayRequest
{
    public string CertificateArn { get; set; }
    public string CertificateBody { get; set; }
    public string CertificateChain { get; set; }
    public string CertificateName { get; set; }
    public string CertificatePrivateKey { get; set; }
    public string DomainName { get; set; }
    public EndpointAccessMode EndpointAccessMode { get; set; }
    public EndpointConfiguration EndpointConfiguration { get; set; }
    public MutualTlsAuthenticationInput MutualTlsAuthentication { get; set; }
    public string OwnershipVerificationCertificateArn { get; set; }
    public string Policy { get; set; }
    public string RegionalCertificateArn { get; set; }
    public string RegionalCertificateName { get; set; }
    public RoutingMode RoutingMode { get; set; }
    public SecurityPolicy SecurityPolicy { get; set; }
    public Dictionary<string, string> Tags { get; set; }
}

public class CreateRestApiRequest : AmazonAPIGatewayRequest
{
    public ApiKeySourceType ApiKeySource { get; set; }
    public List<string> BinaryMediaTypes { get; set; }
    public string CloneFrom { get; set; }
    public string Description { get; set; }
    public bool? DisableExecuteApiEndpoint { get; set; }
    public EndpointAccessMode EndpointAccessMode { get; set; }
    public EndpointConfiguration EndpointConfiguration { get; set; }
    public int? MinimumCompressionSize { get; set; }
    public string Name { get; set; }
    public string Policy { get; set; }
    public SecurityPolicy SecurityPolicy { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public string Version { get; set; }
}

public class CreateStageRequest : AmazonAPIGatewayRequest
{
    public bool? CacheClusterEnabled { get; set; }
    public CacheClusterSize CacheClusterSize { get; set; }
    public CanarySettings CanarySettings { get; set; }
    public string DeploymentId { get; set; }
    public string Description { get; set; }
    public string DocumentationVersion { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
    public string StageName { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public bool? TracingEnabled { get; set; }
    public Dictionary<string, string> Variables { get; set; }
}

public class CreateUsagePlanKeyRequest : AmazonAPIGatewayRequest
{
    public string KeyId { get; set; }
    public string KeyType { get; set; }
    [InPath("usageplanId")] public string UsagePlanId { get; set; }
}

public class CreateUsagePlanRequest : AmazonAPIGatewayRequest
{
    public List<ApiStage> ApiStages { get; set; }
    public string Description { get; set; }
    public string Name { get; set; }
    public QuotaSettings Quota { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public ThrottleSettings Throttle { get; set; }
}

public class CreateVpcLinkRequest : AmazonAPIGatewayRequest
{
    public string Description { get; set; }
    public string Name { get; set; }
    public Dictionary<string, string> Tags { get; set; }
    public List<string> TargetArns { get; set; }
}

public class DeleteApiKeyRequest : AmazonAPIGatewayRequest
{
    [InPath("api_Key")] public string ApiKey { get; set; }
}

public class DeleteBasePathMappingRequest : AmazonAPIGatewayRequest
{
    [InPath("base_path")] public string BasePath { get; set; }
    [InPath("domain_name")] public string DomainName { get; set; }
    [InQuery("domainNameId")] public string DomainNameId { get; set; }
}

public class DeleteClientCertificateRequest : AmazonAPIGatewayRequest
{
    [InPath("clientcertificate_id")] public string ClientCertificateId { get; set; }
}

public class DeleteDeploymentRequest : AmazonAPIGatewayRequest
{
    [InPath("deployment_id")] public string DeploymentId { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class DeleteDocumentationPartRequest : AmazonAPIGatewayRequest
{
    [InPath("part_id")] public string DocumentationPartId { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class DeleteDocumentationVersionRequest : AmazonAPIGatewayRequest
{
    [InPath("doc_version")] public string DocumentationVersion { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class DeleteDomainNameAccessAssociationRequest : AmazonAPIGatewayRequest
{
    [InPath("domain_name_access_association_arn")] public string DomainNameAccessAssociationArn { get; set; }
}

public class DeleteDomainNameRequest : AmazonAPIGatewayRequest
{
    [InPath("domain_name")] public string DomainName { get; set; }
    [InQuery("domainNameId")] public string DomainNameId { get; set; }
}

public class DeleteRestApiRequest : AmazonAPIGatewayRequest
{
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class DeleteStageRequest : AmazonAPIGatewayRequest
{
    [InPath("restapi_id")] public string RestApiId { get; set; }
    [InPath("stage_name")] public string StageName { get; set; }
}

public class DeleteUsagePlanKeyRequest : AmazonAPIGatewayRequest
{
    [InPath("keyId")] public string KeyId { get; set; }
    [InPath("usageplanId")] public string UsagePlanId { get; set; }
}

public class DeleteUsagePlanRequest : AmazonAPIGatewayRequest
{
    [InPath("usageplanId")] public string UsagePlanId { get; set; }
}

public class DeleteVpcLinkRequest : AmazonAPIGatewayRequest
{
    [InPath("vpclink_id")] public string VpcLinkId { get; set; }
}

public class GenerateClientCertificateRequest : AmazonAPIGatewayRequest
{
    public string Description { get; set; }
    public Dictionary<string, string> Tags { get; set; }
}

public class GetAccountRequest : AmazonAPIGatewayRequest
{
}

public class GetApiKeyRequest : AmazonAPIGatewayRequest
{
    [InPath("api_Key")] public string ApiKey { get; set; }
    [InQuery("includeValue")] public bool? IncludeValue { get; set; }
}

public class GetApiKeysRequest : AmazonAPIGatewayRequest
{
    [InQuery("customerId")] public string CustomerId { get; set; }
    [InQuery("includeValues")] public bool? IncludeValues { get; set; }
    [InQuery("limit")] public int? Limit { get; set; }
    [InQuery("name")] public string NameQuery { get; set; }
    [InQuery("position")] public string Position { get; set; }
}

public class GetAuthorizersRequest : AmazonAPIGatewayRequest
{
    [InQuery("limit")] public int? Limit { get; set; }
    [InQuery("position")] public string Position { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class GetBasePathMappingsRequest : AmazonAPIGatewayRequest
{
    [InPath("domain_name")] public string DomainName { get; set; }
    [InQuery("domainNameId")] public string DomainNameId { get; set; }
    [InQuery("limit")] public int? Limit { get; set; }
    [InQuery("position")] public string Position { get; set; }
}

public class GetClientCertificateRequest : AmazonAPIGatewayRequest
{
    [InPath("clientcertificate_id")] public string ClientCertificateId { get; set; }
}

public class GetClientCertificatesRequest : AmazonAPIGatewayRequest
{
    [InQuery("limit")] public int? Limit { get; set; }
    [InQuery("position")] public string Position { get; set; }
}

public class GetDeploymentRequest : AmazonAPIGatewayRequest
{
    [InPath("deployment_id")] public string DeploymentId { get; set; }
    [InQuery("embed")] public List<string> Embed { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class GetDeploymentsRequest : AmazonAPIGatewayRequest
{
    [InQuery("limit")] public int? Limit { get; set; }
    [InQuery("position")] public string Position { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class GetDocumentationPartsRequest : AmazonAPIGatewayRequest
{
    [InQuery("limit")] public int? Limit { get; set; }
    [InQuery("locationStatus")] public LocationStatusType LocationStatus { get; set; }
    [InQuery("name")] public string NameQuery { get; set; }
    [InQuery("path")] public string Path { get; set; }
    [InQuery("position")] public string Position { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
    [InQuery("type")] public DocumentationPartType Type { get; set; }
}

public class GetDocumentationVersionsRequest : AmazonAPIGatewayRequest
{
    [InQuery("limit")] public int? Limit { get; set; }
    [InQuery("position")] public string Position { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class GetDomainNameAccessAssociationsRequest : AmazonAPIGatewayRequest
{
    [InQuery("limit")] public int? Limit { get; set; }
    [InQuery("position")] public string Position { get; set; }
    [InQuery("resourceOwner")] public ResourceOwner ResourceOwner { get; set; }
}

public class GetDomainNameRequest : AmazonAPIGatewayRequest
{
    [InPath("domain_name")] public string DomainName { get; set; }
    [InQuery("domainNameId")] public string DomainNameId { get; set; }
}

public class GetDomainNamesRequest : AmazonAPIGatewayRequest
{
    [InQuery("limit")] public int? Limit { get; set; }
    [InQuery("position")] public string Position { get; set; }
    [InQuery("resourceOwner")] public ResourceOwner ResourceOwner { get; set; }
}

public class GetExportRequest : AmazonAPIGatewayRequest
{
    [InHeader("Accept")] public string Accepts { get; set; }
    [InPath("export_type")] public string ExportType { get; set; }
    [InQuery] public Dictionary<string, string> Parameters { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
    [InPath("stage_name")] public string StageName { get; set; }
}

public class GetGatewayResponsesRequest : AmazonAPIGatewayRequest
{
    [InQuery("limit")] public int? Limit { get; set; }
    [InQuery("position")] public string Position { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class GetModelsRequest : AmazonAPIGatewayRequest
{
    [InQuery("limit")] public int? Limit { get; set; }
    [InQuery("position")] public string Position { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class GetRequestValidatorsRequest : AmazonAPIGatewayRequest
{
    [InQuery("limit")] public int? Limit { get; set; }
    [InQuery("position")] public string Position { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class GetResourceRequest : AmazonAPIGatewayRequest
{
    [InQuery("embed")] public List<string> Embed { get; set; }
    [InPath("resource_id")] public string ResourceId { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class GetResourcesRequest : AmazonAPIGatewayRequest
{
    [InQuery("embed")] public List<string> Embed { get; set; }
    [InQuery("limit")] public int? Limit { get; set; }
    [InQuery("position")] public string Position { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class GetRestApiRequest : AmazonAPIGatewayRequest
{
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class GetRestApisRequest : AmazonAPIGatewayRequest
{
    [InQuery("limit")] public int? Limit { get; set; }
    [InQuery("position")] public string Position { get; set; }
}

public class GetStageRequest : AmazonAPIGatewayRequest
{
    [InPath("restapi_id")] public string RestApiId { get; set; }
    [InPath("stage_name")] public string StageName { get; set; }
}

public class GetStagesRequest : AmazonAPIGatewayRequest
{
    [InQuery("deploymentId")] public string DeploymentId { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class GetTagsRequest : AmazonAPIGatewayRequest
{
    [InQuery("limit")] public int? Limit { get; set; }
    [InQuery("position")] public string Position { get; set; }
    [InPath("resource_arn")] public string ResourceArn { get; set; }
}

public class GetUsagePlanKeysRequest : AmazonAPIGatewayRequest
{
    [InQuery("limit")] public int? Limit { get; set; }
    [InQuery("name")] public string NameQuery { get; set; }
    [InQuery("position")] public string Position { get; set; }
    [InPath("usageplanId")] public string UsagePlanId { get; set; }
}

public class GetUsagePlanRequest : AmazonAPIGatewayRequest
{
    [InPath("usageplanId")] public string UsagePlanId { get; set; }
}

public class GetUsagePlansRequest : AmazonAPIGatewayRequest
{
    [InQuery("keyId")] public string KeyId { get; set; }
    [InQuery("limit")] public int? Limit { get; set; }
    [InQuery("position")] public string Position { get; set; }
}

public class GetUsageRequest : AmazonAPIGatewayRequest
{
    [InQuery("endDate")] public string EndDate { get; set; }
    [InQuery("keyId")] public string KeyId { get; set; }
    [InQuery("limit")] public int? Limit { get; set; }
    [InQuery("position")] public string Position { get; set; }
    [InQuery("startDate")] public string StartDate { get; set; }
    [InPath("usageplanId")] public string UsagePlanId { get; set; }
}

public class GetVpcLinksRequest : AmazonAPIGatewayRequest
{
    [InQuery("limit")] public int? Limit { get; set; }
    [InQuery("position")] public string Position { get; set; }
}

public class ImportRestApiRequest : AmazonAPIGatewayRequest
{
    [AsBody] public MemoryStream Body { get; set; }
    [InQuery("failonwarnings")] public bool? FailOnWarnings { get; set; }
    [InQuery] public Dictionary<string, string> Parameters { get; set; }
}

public class PutRestApiRequest : AmazonAPIGatewayRequest
{
    [AsBody] public MemoryStream Body { get; set; }
    [InQuery("failonwarnings")] public bool? FailOnWarnings { get; set; }
    [InQuery("mode")] public PutMode Mode { get; set; }
    [InQuery] public Dictionary<string, string> Parameters { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class TagResourceRequest : AmazonAPIGatewayRequest
{
    [InPath("resource_arn")] public string ResourceArn { get; set; }
    public Dictionary<string, string> Tags { get; set; }
}

public class TestInvokeMethodRequest : AmazonAPIGatewayRequest
{
    public string Body { get; set; }
    public string ClientCertificateId { get; set; }
    public Dictionary<string, string> Headers { get; set; }
    [InPath("http_method")] public string HttpMethod { get; set; }
    public Dictionary<string, List<string>> MultiValueHeaders { get; set; }
    public string PathWithQueryString { get; set; }
    [InPath("resource_id")] public string ResourceId { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
    public Dictionary<string, string> StageVariables { get; set; }
}

public class UntagResourceRequest : AmazonAPIGatewayRequest
{
    [InPath("resource_arn")] public string ResourceArn { get; set; }
    [InQuery("tagKeys")] public List<string> TagKeys { get; set; }
}

public class UpdateAccountRequest : AmazonAPIGatewayRequest
{
    public List<PatchOperation> PatchOperations { get; set; }
}

public class UpdateApiKeyRequest : AmazonAPIGatewayRequest
{
    [InPath("api_Key")] public string ApiKey { get; set; }
    public List<PatchOperation> PatchOperations { get; set; }
}

public class UpdateBasePathMappingRequest : AmazonAPIGatewayRequest
{
    [InPath("base_path")] public string BasePath { get; set; }
    [InPath("domain_name")] public string DomainName { get; set; }
    [InQuery("domainNameId")] public string DomainNameId { get; set; }
    public List<PatchOperation> PatchOperations { get; set; }
}

public class UpdateClientCertificateRequest : AmazonAPIGatewayRequest
{
    [InPath("clientcertificate_id")] public string ClientCertificateId { get; set; }
    public List<PatchOperation> PatchOperations { get; set; }
}

public class UpdateDeploymentRequest : AmazonAPIGatewayRequest
{
    [InPath("deployment_id")] public string DeploymentId { get; set; }
    public List<PatchOperation> PatchOperations { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class UpdateDocumentationPartRequest : AmazonAPIGatewayRequest
{
    [InPath("part_id")] public string DocumentationPartId { get; set; }
    public List<PatchOperation> PatchOperations { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class UpdateDocumentationVersionRequest : AmazonAPIGatewayRequest
{
    [InPath("doc_version")] public string DocumentationVersion { get; set; }
    public List<PatchOperation> PatchOperations { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class UpdateDomainNameRequest : AmazonAPIGatewayRequest
{
    [InPath("domain_name")] public string DomainName { get; set; }
    [InQuery("domainNameId")] public string DomainNameId { get; set; }
    public List<PatchOperation> PatchOperations { get; set; }
}

public class UpdateRestApiRequest : AmazonAPIGatewayRequest
{
    public List<PatchOperation> PatchOperations { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
}

public class UpdateStageRequest : AmazonAPIGatewayRequest
{
    public List<PatchOperation> PatchOperations { get; set; }
    [InPath("restapi_id")] public string RestApiId { get; set; }
    [InPath("stage_name")] public string StageName { get; set; }
}

public class UpdateUsagePlanRequest : AmazonAPIGatewayRequest
{
    public List<PatchOperation> PatchOperations { get; set; }
    [InPath("usageplanId")] public string UsagePlanId { get; set; }
}

public class UpdateUsageRequest : AmazonAPIGatewayRequest
{
    [InPath("keyId")] public string KeyId { get; set; }
    public List<PatchOperation> PatchOperations { get; set; }
    [InPath("usageplanId")] public string UsagePlanId { get; set; }
}

public class UpdateVpcLinkRequest : AmazonAPIGatewayRequest
{
    public List<PatchOperation> PatchOperations { get; set; }
    [InPath("vpclink_id")] public string VpcLinkId { get; set; }
}
