// Written by aws/write.py.
using Amazon.APIGateway.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Wire;

namespace Amazon.APIGateway;

public class AmazonAPIGatewayClient : AmazonServiceClient, IAmazonAPIGateway
{
    private static readonly Protocol Wire = new("Amazon.APIGateway", WireJson.Camel, static e => new AmazonAPIGatewayException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
    {
        ["BadRequestException"] = static e => new BadRequestException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["ConflictException"] = static e => new ConflictException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["LimitExceededException"] = static e => new LimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["NotFoundException"] = static e => new NotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["ServiceUnavailableException"] = static e => new ServiceUnavailableException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["TooManyRequestsException"] = static e => new TooManyRequestsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["UnauthorizedException"] = static e => new UnauthorizedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };

    public AmazonAPIGatewayClient() : base(new AmazonAPIGatewayConfig()) { }
    public AmazonAPIGatewayClient(RegionEndpoint region) : base(new AmazonAPIGatewayConfig { RegionEndpoint = region }) { }
    public AmazonAPIGatewayClient(AmazonAPIGatewayConfig config) : base(config) { }
    public AmazonAPIGatewayClient(AWSCredentials credentials) : this(credentials, new AmazonAPIGatewayConfig()) { }
    public AmazonAPIGatewayClient(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonAPIGatewayConfig { RegionEndpoint = region }) { }
    public AmazonAPIGatewayClient(AWSCredentials credentials, AmazonAPIGatewayConfig clientConfig) : base(credentials, clientConfig) { }
    public AmazonAPIGatewayClient(string awsAccessKeyId, string awsSecretAccessKey) : this(awsAccessKeyId, awsSecretAccessKey, new AmazonAPIGatewayConfig()) { }
    public AmazonAPIGatewayClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) : this(awsAccessKeyId, awsSecretAccessKey, new AmazonAPIGatewayConfig { RegionEndpoint = region }) { }
    public AmazonAPIGatewayClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonAPIGatewayConfig clientConfig) : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }
    public AmazonAPIGatewayClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken) : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonAPIGatewayConfig()) { }
    public AmazonAPIGatewayClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region) : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonAPIGatewayConfig { RegionEndpoint = region }) { }
    public AmazonAPIGatewayClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonAPIGatewayConfig clientConfig) : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } = new Metadata("API Gateway");

    /// <summary>Never, whatever the SDK's logging is set to: an answer may hold the value of an API key.</summary>
    protected override bool SupportResponseLogging => false;

    public virtual Task<CreateApiKeyResponse> CreateApiKeyAsync(CreateApiKeyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateApiKeyResponse>(request, Wire.Call<CreateApiKeyRequest, CreateApiKeyResponse>("POST", "/apikeys"), cancellationToken);

    public virtual Task<CreateBasePathMappingResponse> CreateBasePathMappingAsync(CreateBasePathMappingRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateBasePathMappingResponse>(request, Wire.Call<CreateBasePathMappingRequest, CreateBasePathMappingResponse>("POST", "/domainnames/{domain_name}/basepathmappings"), cancellationToken);

    public virtual Task<CreateDeploymentResponse> CreateDeploymentAsync(CreateDeploymentRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateDeploymentResponse>(request, Wire.Call<CreateDeploymentRequest, CreateDeploymentResponse>("POST", "/restapis/{restapi_id}/deployments"), cancellationToken);

    public virtual Task<CreateDocumentationPartResponse> CreateDocumentationPartAsync(CreateDocumentationPartRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateDocumentationPartResponse>(request, Wire.Call<CreateDocumentationPartRequest, CreateDocumentationPartResponse>("POST", "/restapis/{restapi_id}/documentation/parts"), cancellationToken);

    public virtual Task<CreateDocumentationVersionResponse> CreateDocumentationVersionAsync(CreateDocumentationVersionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateDocumentationVersionResponse>(request, Wire.Call<CreateDocumentationVersionRequest, CreateDocumentationVersionResponse>("POST", "/restapis/{restapi_id}/documentation/versions"), cancellationToken);

    public virtual Task<CreateDomainNameResponse> CreateDomainNameAsync(CreateDomainNameRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateDomainNameResponse>(request, Wire.Call<CreateDomainNameRequest, CreateDomainNameResponse>("POST", "/domainnames"), cancellationToken);

    public virtual Task<CreateDomainNameAccessAssociationResponse> CreateDomainNameAccessAssociationAsync(CreateDomainNameAccessAssociationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateDomainNameAccessAssociationResponse>(request, Wire.Call<CreateDomainNameAccessAssociationRequest, CreateDomainNameAccessAssociationResponse>("POST", "/domainnameaccessassociations"), cancellationToken);

    public virtual Task<CreateRestApiResponse> CreateRestApiAsync(CreateRestApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateRestApiResponse>(request, Wire.Call<CreateRestApiRequest, CreateRestApiResponse>("POST", "/restapis"), cancellationToken);

    public virtual Task<CreateStageResponse> CreateStageAsync(CreateStageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateStageResponse>(request, Wire.Call<CreateStageRequest, CreateStageResponse>("POST", "/restapis/{restapi_id}/stages"), cancellationToken);

    public virtual Task<CreateUsagePlanResponse> CreateUsagePlanAsync(CreateUsagePlanRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateUsagePlanResponse>(request, Wire.Call<CreateUsagePlanRequest, CreateUsagePlanResponse>("POST", "/usageplans"), cancellationToken);

    public virtual Task<CreateUsagePlanKeyResponse> CreateUsagePlanKeyAsync(CreateUsagePlanKeyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateUsagePlanKeyResponse>(request, Wire.Call<CreateUsagePlanKeyRequest, CreateUsagePlanKeyResponse>("POST", "/usageplans/{usageplanId}/keys"), cancellationToken);

    public virtual Task<CreateVpcLinkResponse> CreateVpcLinkAsync(CreateVpcLinkRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateVpcLinkResponse>(request, Wire.Call<CreateVpcLinkRequest, CreateVpcLinkResponse>("POST", "/vpclinks"), cancellationToken);

    public virtual Task<DeleteApiKeyResponse> DeleteApiKeyAsync(DeleteApiKeyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteApiKeyResponse>(request, Wire.Call<DeleteApiKeyRequest, DeleteApiKeyResponse>("DELETE", "/apikeys/{api_Key}"), cancellationToken);

    public virtual Task<DeleteBasePathMappingResponse> DeleteBasePathMappingAsync(DeleteBasePathMappingRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteBasePathMappingResponse>(request, Wire.Call<DeleteBasePathMappingRequest, DeleteBasePathMappingResponse>("DELETE", "/domainnames/{domain_name}/basepathmappings/{base_path}"), cancellationToken);

    public virtual Task<DeleteClientCertificateResponse> DeleteClientCertificateAsync(DeleteClientCertificateRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteClientCertificateResponse>(request, Wire.Call<DeleteClientCertificateRequest, DeleteClientCertificateResponse>("DELETE", "/clientcertificates/{clientcertificate_id}"), cancellationToken);

    public virtual Task<DeleteDeploymentResponse> DeleteDeploymentAsync(DeleteDeploymentRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteDeploymentResponse>(request, Wire.Call<DeleteDeploymentRequest, DeleteDeploymentResponse>("DELETE", "/restapis/{restapi_id}/deployments/{deployment_id}"), cancellationToken);

    public virtual Task<DeleteDocumentationPartResponse> DeleteDocumentationPartAsync(DeleteDocumentationPartRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteDocumentationPartResponse>(request, Wire.Call<DeleteDocumentationPartRequest, DeleteDocumentationPartResponse>("DELETE", "/restapis/{restapi_id}/documentation/parts/{part_id}"), cancellationToken);

    public virtual Task<DeleteDocumentationVersionResponse> DeleteDocumentationVersionAsync(DeleteDocumentationVersionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteDocumentationVersionResponse>(request, Wire.Call<DeleteDocumentationVersionRequest, DeleteDocumentationVersionResponse>("DELETE", "/restapis/{restapi_id}/documentation/versions/{doc_version}"), cancellationToken);

    public virtual Task<DeleteDomainNameResponse> DeleteDomainNameAsync(DeleteDomainNameRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteDomainNameResponse>(request, Wire.Call<DeleteDomainNameRequest, DeleteDomainNameResponse>("DELETE", "/domainnames/{domain_name}"), cancellationToken);

    public virtual Task<DeleteDomainNameAccessAssociationResponse> DeleteDomainNameAccessAssociationAsync(DeleteDomainNameAccessAssociationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteDomainNameAccessAssociationResponse>(request, Wire.Call<DeleteDomainNameAccessAssociationRequest, DeleteDomainNameAccessAssociationResponse>("DELETE", "/domainnameaccessassociations/{domain_name_access_association_arn}"), cancellationToken);

    public virtual Task<DeleteRestApiResponse> DeleteRestApiAsync(DeleteRestApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteRestApiResponse>(request, Wire.Call<DeleteRestApiRequest, DeleteRestApiResponse>("DELETE", "/restapis/{restapi_id}"), cancellationToken);

    public virtual Task<DeleteStageResponse> DeleteStageAsync(DeleteStageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteStageResponse>(request, Wire.Call<DeleteStageRequest, DeleteStageResponse>("DELETE", "/restapis/{restapi_id}/stages/{stage_name}"), cancellationToken);

    public virtual Task<DeleteUsagePlanResponse> DeleteUsagePlanAsync(DeleteUsagePlanRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteUsagePlanResponse>(request, Wire.Call<DeleteUsagePlanRequest, DeleteUsagePlanResponse>("DELETE", "/usageplans/{usageplanId}"), cancellationToken);

    public virtual Task<DeleteUsagePlanKeyResponse> DeleteUsagePlanKeyAsync(DeleteUsagePlanKeyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteUsagePlanKeyResponse>(request, Wire.Call<DeleteUsagePlanKeyRequest, DeleteUsagePlanKeyResponse>("DELETE", "/usageplans/{usageplanId}/keys/{keyId}"), cancellationToken);

    public virtual Task<DeleteVpcLinkResponse> DeleteVpcLinkAsync(DeleteVpcLinkRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteVpcLinkResponse>(request, Wire.Call<DeleteVpcLinkRequest, DeleteVpcLinkResponse>("DELETE", "/vpclinks/{vpclink_id}"), cancellationToken);

    public virtual Task<GenerateClientCertificateResponse> GenerateClientCertificateAsync(GenerateClientCertificateRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GenerateClientCertificateResponse>(request, Wire.Call<GenerateClientCertificateRequest, GenerateClientCertificateResponse>("POST", "/clientcertificates"), cancellationToken);

    public virtual Task<GetAccountResponse> GetAccountAsync(GetAccountRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetAccountResponse>(request, Wire.Call<GetAccountRequest, GetAccountResponse>("GET", "/account"), cancellationToken);

    public virtual Task<GetApiKeyResponse> GetApiKeyAsync(GetApiKeyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetApiKeyResponse>(request, Wire.Call<GetApiKeyRequest, GetApiKeyResponse>("GET", "/apikeys/{api_Key}"), cancellationToken);

    public virtual Task<GetApiKeysResponse> GetApiKeysAsync(GetApiKeysRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetApiKeysResponse>(request, Wire.Call<GetApiKeysRequest, GetApiKeysResponse>("GET", "/apikeys"), cancellationToken);

    public virtual Task<GetAuthorizersResponse> GetAuthorizersAsync(GetAuthorizersRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetAuthorizersResponse>(request, Wire.Call<GetAuthorizersRequest, GetAuthorizersResponse>("GET", "/restapis/{restapi_id}/authorizers"), cancellationToken);

    public virtual Task<GetBasePathMappingsResponse> GetBasePathMappingsAsync(GetBasePathMappingsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetBasePathMappingsResponse>(request, Wire.Call<GetBasePathMappingsRequest, GetBasePathMappingsResponse>("GET", "/domainnames/{domain_name}/basepathmappings"), cancellationToken);

    public virtual Task<GetClientCertificateResponse> GetClientCertificateAsync(GetClientCertificateRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetClientCertificateResponse>(request, Wire.Call<GetClientCertificateRequest, GetClientCertificateResponse>("GET", "/clientcertificates/{clientcertificate_id}"), cancellationToken);

    public virtual Task<GetClientCertificatesResponse> GetClientCertificatesAsync(GetClientCertificatesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetClientCertificatesResponse>(request, Wire.Call<GetClientCertificatesRequest, GetClientCertificatesResponse>("GET", "/clientcertificates"), cancellationToken);

    public virtual Task<GetDeploymentResponse> GetDeploymentAsync(GetDeploymentRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetDeploymentResponse>(request, Wire.Call<GetDeploymentRequest, GetDeploymentResponse>("GET", "/restapis/{restapi_id}/deployments/{deployment_id}"), cancellationToken);

    public virtual Task<GetDeploymentsResponse> GetDeploymentsAsync(GetDeploymentsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetDeploymentsResponse>(request, Wire.Call<GetDeploymentsRequest, GetDeploymentsResponse>("GET", "/restapis/{restapi_id}/deployments"), cancellationToken);

    public virtual Task<GetDocumentationPartsResponse> GetDocumentationPartsAsync(GetDocumentationPartsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetDocumentationPartsResponse>(request, Wire.Call<GetDocumentationPartsRequest, GetDocumentationPartsResponse>("GET", "/restapis/{restapi_id}/documentation/parts"), cancellationToken);

    public virtual Task<GetDocumentationVersionsResponse> GetDocumentationVersionsAsync(GetDocumentationVersionsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetDocumentationVersionsResponse>(request, Wire.Call<GetDocumentationVersionsRequest, GetDocumentationVersionsResponse>("GET", "/restapis/{restapi_id}/documentation/versions"), cancellationToken);

    public virtual Task<GetDomainNameResponse> GetDomainNameAsync(GetDomainNameRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetDomainNameResponse>(request, Wire.Call<GetDomainNameRequest, GetDomainNameResponse>("GET", "/domainnames/{domain_name}"), cancellationToken);

    public virtual Task<GetDomainNameAccessAssociationsResponse> GetDomainNameAccessAssociationsAsync(GetDomainNameAccessAssociationsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetDomainNameAccessAssociationsResponse>(request, Wire.Call<GetDomainNameAccessAssociationsRequest, GetDomainNameAccessAssociationsResponse>("GET", "/domainnameaccessassociations"), cancellationToken);

    public virtual Task<GetDomainNamesResponse> GetDomainNamesAsync(GetDomainNamesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetDomainNamesResponse>(request, Wire.Call<GetDomainNamesRequest, GetDomainNamesResponse>("GET", "/domainnames"), cancellationToken);

    public virtual Task<GetExportResponse> GetExportAsync(GetExportRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetExportResponse>(request, Wire.Call<GetExportRequest, GetExportResponse>("GET", "/restapis/{restapi_id}/stages/{stage_name}/exports/{export_type}"), cancellationToken);

    public virtual Task<GetGatewayResponsesResponse> GetGatewayResponsesAsync(GetGatewayResponsesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetGatewayResponsesResponse>(request, Wire.Call<GetGatewayResponsesRequest, GetGatewayResponsesResponse>("GET", "/restapis/{restapi_id}/gatewayresponses"), cancellationToken);

    public virtual Task<GetModelsResponse> GetModelsAsync(GetModelsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetModelsResponse>(request, Wire.Call<GetModelsRequest, GetModelsResponse>("GET", "/restapis/{restapi_id}/models"), cancellationToken);

    public virtual Task<GetRequestValidatorsResponse> GetRequestValidatorsAsync(GetRequestValidatorsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetRequestValidatorsResponse>(request, Wire.Call<GetRequestValidatorsRequest, GetRequestValidatorsResponse>("GET", "/restapis/{restapi_id}/requestvalidators"), cancellationToken);

    public virtual Task<GetResourceResponse> GetResourceAsync(GetResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetResourceResponse>(request, Wire.Call<GetResourceRequest, GetResourceResponse>("GET", "/restapis/{restapi_id}/resources/{resource_id}"), cancellationToken);

    public virtual Task<GetResourcesResponse> GetResourcesAsync(GetResourcesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetResourcesResponse>(request, Wire.Call<GetResourcesRequest, GetResourcesResponse>("GET", "/restapis/{restapi_id}/resources"), cancellationToken);

    public virtual Task<GetRestApiResponse> GetRestApiAsync(GetRestApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetRestApiResponse>(request, Wire.Call<GetRestApiRequest, GetRestApiResponse>("GET", "/restapis/{restapi_id}"), cancellationToken);

    public virtual Task<GetRestApisResponse> GetRestApisAsync(GetRestApisRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetRestApisResponse>(request, Wire.Call<GetRestApisRequest, GetRestApisResponse>("GET", "/restapis"), cancellationToken);

    public virtual Task<GetStageResponse> GetStageAsync(GetStageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetStageResponse>(request, Wire.Call<GetStageRequest, GetStageResponse>("GET", "/restapis/{restapi_id}/stages/{stage_name}"), cancellationToken);

    public virtual Task<GetStagesResponse> GetStagesAsync(GetStagesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetStagesResponse>(request, Wire.Call<GetStagesRequest, GetStagesResponse>("GET", "/restapis/{restapi_id}/stages"), cancellationToken);

    public virtual Task<GetTagsResponse> GetTagsAsync(GetTagsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetTagsResponse>(request, Wire.Call<GetTagsRequest, GetTagsResponse>("GET", "/tags/{resource_arn}"), cancellationToken);

    public virtual Task<GetUsageResponse> GetUsageAsync(GetUsageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetUsageResponse>(request, Wire.Call<GetUsageRequest, GetUsageResponse>("GET", "/usageplans/{usageplanId}/usage"), cancellationToken);

    public virtual Task<GetUsagePlanResponse> GetUsagePlanAsync(GetUsagePlanRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetUsagePlanResponse>(request, Wire.Call<GetUsagePlanRequest, GetUsagePlanResponse>("GET", "/usageplans/{usageplanId}"), cancellationToken);

    public virtual Task<GetUsagePlanKeysResponse> GetUsagePlanKeysAsync(GetUsagePlanKeysRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetUsagePlanKeysResponse>(request, Wire.Call<GetUsagePlanKeysRequest, GetUsagePlanKeysResponse>("GET", "/usageplans/{usageplanId}/keys"), cancellationToken);

    public virtual Task<GetUsagePlansResponse> GetUsagePlansAsync(GetUsagePlansRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetUsagePlansResponse>(request, Wire.Call<GetUsagePlansRequest, GetUsagePlansResponse>("GET", "/usageplans"), cancellationToken);

    public virtual Task<GetVpcLinksResponse> GetVpcLinksAsync(GetVpcLinksRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetVpcLinksResponse>(request, Wire.Call<GetVpcLinksRequest, GetVpcLinksResponse>("GET", "/vpclinks"), cancellationToken);

    public virtual Task<ImportRestApiResponse> ImportRestApiAsync(ImportRestApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ImportRestApiResponse>(request, Wire.Call<ImportRestApiRequest, ImportRestApiResponse>("POST", "/restapis?mode=import"), cancellationToken);

    public virtual Task<PutRestApiResponse> PutRestApiAsync(PutRestApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutRestApiResponse>(request, Wire.Call<PutRestApiRequest, PutRestApiResponse>("PUT", "/restapis/{restapi_id}"), cancellationToken);

    public virtual Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<TagResourceResponse>(request, Wire.Call<TagResourceRequest, TagResourceResponse>("PUT", "/tags/{resource_arn}"), cancellationToken);

    public virtual Task<TestInvokeMethodResponse> TestInvokeMethodAsync(TestInvokeMethodRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<TestInvokeMethodResponse>(request, Wire.Call<TestInvokeMethodRequest, TestInvokeMethodResponse>("POST", "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}"), cancellationToken);

    public virtual Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UntagResourceResponse>(request, Wire.Call<UntagResourceRequest, UntagResourceResponse>("DELETE", "/tags/{resource_arn}"), cancellationToken);

    public virtual Task<UpdateAccountResponse> UpdateAccountAsync(UpdateAccountRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateAccountResponse>(request, Wire.Call<UpdateAccountRequest, UpdateAccountResponse>("PATCH", "/account"), cancellationToken);

    public virtual Task<UpdateApiKeyResponse> UpdateApiKeyAsync(UpdateApiKeyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateApiKeyResponse>(request, Wire.Call<UpdateApiKeyRequest, UpdateApiKeyResponse>("PATCH", "/apikeys/{api_Key}"), cancellationToken);

    public virtual Task<UpdateBasePathMappingResponse> UpdateBasePathMappingAsync(UpdateBasePathMappingRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateBasePathMappingResponse>(request, Wire.Call<UpdateBasePathMappingRequest, UpdateBasePathMappingResponse>("PATCH", "/domainnames/{domain_name}/basepathmappings/{base_path}"), cancellationToken);

    public virtual Task<UpdateClientCertificateResponse> UpdateClientCertificateAsync(UpdateClientCertificateRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateClientCertificateResponse>(request, Wire.Call<UpdateClientCertificateRequest, UpdateClientCertificateResponse>("PATCH", "/clientcertificates/{clientcertificate_id}"), cancellationToken);

    public virtual Task<UpdateDeploymentResponse> UpdateDeploymentAsync(UpdateDeploymentRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateDeploymentResponse>(request, Wire.Call<UpdateDeploymentRequest, UpdateDeploymentResponse>("PATCH", "/restapis/{restapi_id}/deployments/{deployment_id}"), cancellationToken);

    public virtual Task<UpdateDocumentationPartResponse> UpdateDocumentationPartAsync(UpdateDocumentationPartRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateDocumentationPartResponse>(request, Wire.Call<UpdateDocumentationPartRequest, UpdateDocumentationPartResponse>("PATCH", "/restapis/{restapi_id}/documentation/parts/{part_id}"), cancellationToken);

    public virtual Task<UpdateDocumentationVersionResponse> UpdateDocumentationVersionAsync(UpdateDocumentationVersionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateDocumentationVersionResponse>(request, Wire.Call<UpdateDocumentationVersionRequest, UpdateDocumentationVersionResponse>("PATCH", "/restapis/{restapi_id}/documentation/versions/{doc_version}"), cancellationToken);

    public virtual Task<UpdateDomainNameResponse> UpdateDomainNameAsync(UpdateDomainNameRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateDomainNameResponse>(request, Wire.Call<UpdateDomainNameRequest, UpdateDomainNameResponse>("PATCH", "/domainnames/{domain_name}"), cancellationToken);

    public virtual Task<UpdateRestApiResponse> UpdateRestApiAsync(UpdateRestApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateRestApiResponse>(request, Wire.Call<UpdateRestApiRequest, UpdateRestApiResponse>("PATCH", "/restapis/{restapi_id}"), cancellationToken);

    public virtual Task<UpdateStageResponse> UpdateStageAsync(UpdateStageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateStageResponse>(request, Wire.Call<UpdateStageRequest, UpdateStageResponse>("PATCH", "/restapis/{restapi_id}/stages/{stage_name}"), cancellationToken);

    public virtual Task<UpdateUsageResponse> UpdateUsageAsync(UpdateUsageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateUsageResponse>(request, Wire.Call<UpdateUsageRequest, UpdateUsageResponse>("PATCH", "/usageplans/{usageplanId}/keys/{keyId}/usage"), cancellationToken);

    public virtual Task<UpdateUsagePlanResponse> UpdateUsagePlanAsync(UpdateUsagePlanRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateUsagePlanResponse>(request, Wire.Call<UpdateUsagePlanRequest, UpdateUsagePlanResponse>("PATCH", "/usageplans/{usageplanId}"), cancellationToken);

    public virtual Task<UpdateVpcLinkResponse> UpdateVpcLinkAsync(UpdateVpcLinkRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateVpcLinkResponse>(request, Wire.Call<UpdateVpcLinkRequest, UpdateVpcLinkResponse>("PATCH", "/vpclinks/{vpclink_id}"), cancellationToken);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonAPIGatewayConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) => new AmazonAPIGatewayClient(awsCredentials, (AmazonAPIGatewayConfig)clientConfig);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Protocol.Customize(pipeline);
}
