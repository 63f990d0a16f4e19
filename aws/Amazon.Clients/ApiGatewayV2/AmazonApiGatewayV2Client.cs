// Written by aws/write.py.
using Amazon.ApiGatewayV2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Wire;

namespace Amazon.ApiGatewayV2;

public class AmazonApiGatewayV2Client : AmazonServiceClient, IAmazonApiGatewayV2
{
    private static readonly Protocol Wire = new("Amazon.ApiGatewayV2", WireJson.Camel, static e => new AmazonApiGatewayV2Exception(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
    {
        ["BadRequestException"] = static e => new BadRequestException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["ConflictException"] = static e => new ConflictException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["NotFoundException"] = static e => new NotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["TooManyRequestsException"] = static e => new TooManyRequestsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };

    public AmazonApiGatewayV2Client() : base(new AmazonApiGatewayV2Config()) { }
    public AmazonApiGatewayV2Client(RegionEndpoint region) : base(new AmazonApiGatewayV2Config { RegionEndpoint = region }) { }
    public AmazonApiGatewayV2Client(AmazonApiGatewayV2Config config) : base(config) { }
    public AmazonApiGatewayV2Client(AWSCredentials credentials) : this(credentials, new AmazonApiGatewayV2Config()) { }
    public AmazonApiGatewayV2Client(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonApiGatewayV2Config { RegionEndpoint = region }) { }
    public AmazonApiGatewayV2Client(AWSCredentials credentials, AmazonApiGatewayV2Config clientConfig) : base(credentials, clientConfig) { }
    public AmazonApiGatewayV2Client(string awsAccessKeyId, string awsSecretAccessKey) : this(awsAccessKeyId, awsSecretAccessKey, new AmazonApiGatewayV2Config()) { }
    public AmazonApiGatewayV2Client(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) : this(awsAccessKeyId, awsSecretAccessKey, new AmazonApiGatewayV2Config { RegionEndpoint = region }) { }
    public AmazonApiGatewayV2Client(string awsAccessKeyId, string awsSecretAccessKey, AmazonApiGatewayV2Config clientConfig) : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }
    public AmazonApiGatewayV2Client(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken) : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonApiGatewayV2Config()) { }
    public AmazonApiGatewayV2Client(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region) : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonApiGatewayV2Config { RegionEndpoint = region }) { }
    public AmazonApiGatewayV2Client(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonApiGatewayV2Config clientConfig) : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } = new Metadata("ApiGatewayV2");

    /// <summary>Never, whatever the SDK's logging is set to: an answer may hold the value of an API key.</summary>
    protected override bool SupportResponseLogging => false;

    public virtual Task<CreateApiResponse> CreateApiAsync(CreateApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateApiResponse>(request, Wire.Call<CreateApiRequest, CreateApiResponse>("POST", "/v2/apis"), cancellationToken);

    public virtual Task<CreateApiMappingResponse> CreateApiMappingAsync(CreateApiMappingRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateApiMappingResponse>(request, Wire.Call<CreateApiMappingRequest, CreateApiMappingResponse>("POST", "/v2/domainnames/{domainName}/apimappings"), cancellationToken);

    public virtual Task<CreateAuthorizerResponse> CreateAuthorizerAsync(CreateAuthorizerRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateAuthorizerResponse>(request, Wire.Call<CreateAuthorizerRequest, CreateAuthorizerResponse>("POST", "/v2/apis/{apiId}/authorizers"), cancellationToken);

    public virtual Task<CreateDeploymentResponse> CreateDeploymentAsync(CreateDeploymentRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateDeploymentResponse>(request, Wire.Call<CreateDeploymentRequest, CreateDeploymentResponse>("POST", "/v2/apis/{apiId}/deployments"), cancellationToken);

    public virtual Task<CreateIntegrationResponse> CreateIntegrationAsync(CreateIntegrationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateIntegrationResponse>(request, Wire.Call<CreateIntegrationRequest, CreateIntegrationResponse>("POST", "/v2/apis/{apiId}/integrations"), cancellationToken);

    public virtual Task<CreateIntegrationResponseResponse> CreateIntegrationResponseAsync(CreateIntegrationResponseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateIntegrationResponseResponse>(request, Wire.Call<CreateIntegrationResponseRequest, CreateIntegrationResponseResponse>("POST", "/v2/apis/{apiId}/integrations/{integrationId}/integrationresponses"), cancellationToken);

    public virtual Task<CreateModelResponse> CreateModelAsync(CreateModelRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateModelResponse>(request, Wire.Call<CreateModelRequest, CreateModelResponse>("POST", "/v2/apis/{apiId}/models"), cancellationToken);

    public virtual Task<CreateRouteResponse> CreateRouteAsync(CreateRouteRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateRouteResponse>(request, Wire.Call<CreateRouteRequest, CreateRouteResponse>("POST", "/v2/apis/{apiId}/routes"), cancellationToken);

    public virtual Task<CreateRouteResponseResponse> CreateRouteResponseAsync(CreateRouteResponseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateRouteResponseResponse>(request, Wire.Call<CreateRouteResponseRequest, CreateRouteResponseResponse>("POST", "/v2/apis/{apiId}/routes/{routeId}/routeresponses"), cancellationToken);

    public virtual Task<CreateRoutingRuleResponse> CreateRoutingRuleAsync(CreateRoutingRuleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateRoutingRuleResponse>(request, Wire.Call<CreateRoutingRuleRequest, CreateRoutingRuleResponse>("POST", "/v2/domainnames/{domainName}/routingrules"), cancellationToken);

    public virtual Task<CreateStageResponse> CreateStageAsync(CreateStageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateStageResponse>(request, Wire.Call<CreateStageRequest, CreateStageResponse>("POST", "/v2/apis/{apiId}/stages"), cancellationToken);

    public virtual Task<CreateVpcLinkResponse> CreateVpcLinkAsync(CreateVpcLinkRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateVpcLinkResponse>(request, Wire.Call<CreateVpcLinkRequest, CreateVpcLinkResponse>("POST", "/v2/vpclinks"), cancellationToken);

    public virtual Task<DeleteAccessLogSettingsResponse> DeleteAccessLogSettingsAsync(DeleteAccessLogSettingsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteAccessLogSettingsResponse>(request, Wire.Call<DeleteAccessLogSettingsRequest, DeleteAccessLogSettingsResponse>("DELETE", "/v2/apis/{apiId}/stages/{stageName}/accesslogsettings"), cancellationToken);

    public virtual Task<DeleteApiResponse> DeleteApiAsync(DeleteApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteApiResponse>(request, Wire.Call<DeleteApiRequest, DeleteApiResponse>("DELETE", "/v2/apis/{apiId}"), cancellationToken);

    public virtual Task<DeleteApiMappingResponse> DeleteApiMappingAsync(DeleteApiMappingRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteApiMappingResponse>(request, Wire.Call<DeleteApiMappingRequest, DeleteApiMappingResponse>("DELETE", "/v2/domainnames/{domainName}/apimappings/{apiMappingId}"), cancellationToken);

    public virtual Task<DeleteAuthorizerResponse> DeleteAuthorizerAsync(DeleteAuthorizerRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteAuthorizerResponse>(request, Wire.Call<DeleteAuthorizerRequest, DeleteAuthorizerResponse>("DELETE", "/v2/apis/{apiId}/authorizers/{authorizerId}"), cancellationToken);

    public virtual Task<DeleteCorsConfigurationResponse> DeleteCorsConfigurationAsync(DeleteCorsConfigurationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteCorsConfigurationResponse>(request, Wire.Call<DeleteCorsConfigurationRequest, DeleteCorsConfigurationResponse>("DELETE", "/v2/apis/{apiId}/cors"), cancellationToken);

    public virtual Task<DeleteDeploymentResponse> DeleteDeploymentAsync(DeleteDeploymentRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteDeploymentResponse>(request, Wire.Call<DeleteDeploymentRequest, DeleteDeploymentResponse>("DELETE", "/v2/apis/{apiId}/deployments/{deploymentId}"), cancellationToken);

    public virtual Task<DeleteIntegrationResponse> DeleteIntegrationAsync(DeleteIntegrationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteIntegrationResponse>(request, Wire.Call<DeleteIntegrationRequest, DeleteIntegrationResponse>("DELETE", "/v2/apis/{apiId}/integrations/{integrationId}"), cancellationToken);

    public virtual Task<DeleteIntegrationResponseResponse> DeleteIntegrationResponseAsync(DeleteIntegrationResponseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteIntegrationResponseResponse>(request, Wire.Call<DeleteIntegrationResponseRequest, DeleteIntegrationResponseResponse>("DELETE", "/v2/apis/{apiId}/integrations/{integrationId}/integrationresponses/{integrationResponseId}"), cancellationToken);

    public virtual Task<DeleteModelResponse> DeleteModelAsync(DeleteModelRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteModelResponse>(request, Wire.Call<DeleteModelRequest, DeleteModelResponse>("DELETE", "/v2/apis/{apiId}/models/{modelId}"), cancellationToken);

    public virtual Task<DeleteRouteResponse> DeleteRouteAsync(DeleteRouteRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteRouteResponse>(request, Wire.Call<DeleteRouteRequest, DeleteRouteResponse>("DELETE", "/v2/apis/{apiId}/routes/{routeId}"), cancellationToken);

    public virtual Task<DeleteRouteRequestParameterResponse> DeleteRouteRequestParameterAsync(DeleteRouteRequestParameterRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteRouteRequestParameterResponse>(request, Wire.Call<DeleteRouteRequestParameterRequest, DeleteRouteRequestParameterResponse>("DELETE", "/v2/apis/{apiId}/routes/{routeId}/requestparameters/{requestParameterKey}"), cancellationToken);

    public virtual Task<DeleteRouteResponseResponse> DeleteRouteResponseAsync(DeleteRouteResponseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteRouteResponseResponse>(request, Wire.Call<DeleteRouteResponseRequest, DeleteRouteResponseResponse>("DELETE", "/v2/apis/{apiId}/routes/{routeId}/routeresponses/{routeResponseId}"), cancellationToken);

    public virtual Task<DeleteRouteSettingsResponse> DeleteRouteSettingsAsync(DeleteRouteSettingsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteRouteSettingsResponse>(request, Wire.Call<DeleteRouteSettingsRequest, DeleteRouteSettingsResponse>("DELETE", "/v2/apis/{apiId}/stages/{stageName}/routesettings/{routeKey}"), cancellationToken);

    public virtual Task<DeleteRoutingRuleResponse> DeleteRoutingRuleAsync(DeleteRoutingRuleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteRoutingRuleResponse>(request, Wire.Call<DeleteRoutingRuleRequest, DeleteRoutingRuleResponse>("DELETE", "/v2/domainnames/{domainName}/routingrules/{routingRuleId}"), cancellationToken);

    public virtual Task<DeleteStageResponse> DeleteStageAsync(DeleteStageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteStageResponse>(request, Wire.Call<DeleteStageRequest, DeleteStageResponse>("DELETE", "/v2/apis/{apiId}/stages/{stageName}"), cancellationToken);

    public virtual Task<DeleteVpcLinkResponse> DeleteVpcLinkAsync(DeleteVpcLinkRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteVpcLinkResponse>(request, Wire.Call<DeleteVpcLinkRequest, DeleteVpcLinkResponse>("DELETE", "/v2/vpclinks/{vpcLinkId}"), cancellationToken);

    public virtual Task<ExportApiResponse> ExportApiAsync(ExportApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ExportApiResponse>(request, Wire.Call<ExportApiRequest, ExportApiResponse>("GET", "/v2/apis/{apiId}/exports/{specification}"), cancellationToken);

    public virtual Task<GetApiResponse> GetApiAsync(GetApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetApiResponse>(request, Wire.Call<GetApiRequest, GetApiResponse>("GET", "/v2/apis/{apiId}"), cancellationToken);

    public virtual Task<GetApiMappingsResponse> GetApiMappingsAsync(GetApiMappingsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetApiMappingsResponse>(request, Wire.Call<GetApiMappingsRequest, GetApiMappingsResponse>("GET", "/v2/domainnames/{domainName}/apimappings"), cancellationToken);

    public virtual Task<GetApisResponse> GetApisAsync(GetApisRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetApisResponse>(request, Wire.Call<GetApisRequest, GetApisResponse>("GET", "/v2/apis"), cancellationToken);

    public virtual Task<GetAuthorizersResponse> GetAuthorizersAsync(GetAuthorizersRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetAuthorizersResponse>(request, Wire.Call<GetAuthorizersRequest, GetAuthorizersResponse>("GET", "/v2/apis/{apiId}/authorizers"), cancellationToken);

    public virtual Task<GetDeploymentsResponse> GetDeploymentsAsync(GetDeploymentsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetDeploymentsResponse>(request, Wire.Call<GetDeploymentsRequest, GetDeploymentsResponse>("GET", "/v2/apis/{apiId}/deployments"), cancellationToken);

    public virtual Task<GetIntegrationResponsesResponse> GetIntegrationResponsesAsync(GetIntegrationResponsesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetIntegrationResponsesResponse>(request, Wire.Call<GetIntegrationResponsesRequest, GetIntegrationResponsesResponse>("GET", "/v2/apis/{apiId}/integrations/{integrationId}/integrationresponses"), cancellationToken);

    public virtual Task<GetIntegrationsResponse> GetIntegrationsAsync(GetIntegrationsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetIntegrationsResponse>(request, Wire.Call<GetIntegrationsRequest, GetIntegrationsResponse>("GET", "/v2/apis/{apiId}/integrations"), cancellationToken);

    public virtual Task<GetModelsResponse> GetModelsAsync(GetModelsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetModelsResponse>(request, Wire.Call<GetModelsRequest, GetModelsResponse>("GET", "/v2/apis/{apiId}/models"), cancellationToken);

    public virtual Task<GetRouteResponsesResponse> GetRouteResponsesAsync(GetRouteResponsesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetRouteResponsesResponse>(request, Wire.Call<GetRouteResponsesRequest, GetRouteResponsesResponse>("GET", "/v2/apis/{apiId}/routes/{routeId}/routeresponses"), cancellationToken);

    public virtual Task<GetRoutesResponse> GetRoutesAsync(GetRoutesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetRoutesResponse>(request, Wire.Call<GetRoutesRequest, GetRoutesResponse>("GET", "/v2/apis/{apiId}/routes"), cancellationToken);

    public virtual Task<GetStagesResponse> GetStagesAsync(GetStagesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetStagesResponse>(request, Wire.Call<GetStagesRequest, GetStagesResponse>("GET", "/v2/apis/{apiId}/stages"), cancellationToken);

    public virtual Task<GetTagsResponse> GetTagsAsync(GetTagsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetTagsResponse>(request, Wire.Call<GetTagsRequest, GetTagsResponse>("GET", "/v2/tags/{resource-arn}"), cancellationToken);

    public virtual Task<GetVpcLinksResponse> GetVpcLinksAsync(GetVpcLinksRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetVpcLinksResponse>(request, Wire.Call<GetVpcLinksRequest, GetVpcLinksResponse>("GET", "/v2/vpclinks"), cancellationToken);

    public virtual Task<ListRoutingRulesResponse> ListRoutingRulesAsync(ListRoutingRulesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListRoutingRulesResponse>(request, Wire.Call<ListRoutingRulesRequest, ListRoutingRulesResponse>("GET", "/v2/domainnames/{domainName}/routingrules"), cancellationToken);

    public virtual Task<PutRoutingRuleResponse> PutRoutingRuleAsync(PutRoutingRuleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutRoutingRuleResponse>(request, Wire.Call<PutRoutingRuleRequest, PutRoutingRuleResponse>("PUT", "/v2/domainnames/{domainName}/routingrules/{routingRuleId}"), cancellationToken);

    public virtual Task<ReimportApiResponse> ReimportApiAsync(ReimportApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ReimportApiResponse>(request, Wire.Call<ReimportApiRequest, ReimportApiResponse>("PUT", "/v2/apis/{apiId}"), cancellationToken);

    public virtual Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<TagResourceResponse>(request, Wire.Call<TagResourceRequest, TagResourceResponse>("POST", "/v2/tags/{resource-arn}"), cancellationToken);

    public virtual Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UntagResourceResponse>(request, Wire.Call<UntagResourceRequest, UntagResourceResponse>("DELETE", "/v2/tags/{resource-arn}"), cancellationToken);

    public virtual Task<UpdateApiResponse> UpdateApiAsync(UpdateApiRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateApiResponse>(request, Wire.Call<UpdateApiRequest, UpdateApiResponse>("PATCH", "/v2/apis/{apiId}"), cancellationToken);

    public virtual Task<UpdateApiMappingResponse> UpdateApiMappingAsync(UpdateApiMappingRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateApiMappingResponse>(request, Wire.Call<UpdateApiMappingRequest, UpdateApiMappingResponse>("PATCH", "/v2/domainnames/{domainName}/apimappings/{apiMappingId}"), cancellationToken);

    public virtual Task<UpdateAuthorizerResponse> UpdateAuthorizerAsync(UpdateAuthorizerRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateAuthorizerResponse>(request, Wire.Call<UpdateAuthorizerRequest, UpdateAuthorizerResponse>("PATCH", "/v2/apis/{apiId}/authorizers/{authorizerId}"), cancellationToken);

    public virtual Task<UpdateIntegrationResponse> UpdateIntegrationAsync(UpdateIntegrationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateIntegrationResponse>(request, Wire.Call<UpdateIntegrationRequest, UpdateIntegrationResponse>("PATCH", "/v2/apis/{apiId}/integrations/{integrationId}"), cancellationToken);

    public virtual Task<UpdateIntegrationResponseResponse> UpdateIntegrationResponseAsync(UpdateIntegrationResponseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateIntegrationResponseResponse>(request, Wire.Call<UpdateIntegrationResponseRequest, UpdateIntegrationResponseResponse>("PATCH", "/v2/apis/{apiId}/integrations/{integrationId}/integrationresponses/{integrationResponseId}"), cancellationToken);

    public virtual Task<UpdateModelResponse> UpdateModelAsync(UpdateModelRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateModelResponse>(request, Wire.Call<UpdateModelRequest, UpdateModelResponse>("PATCH", "/v2/apis/{apiId}/models/{modelId}"), cancellationToken);

    public virtual Task<UpdateRouteResponse> UpdateRouteAsync(UpdateRouteRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateRouteResponse>(request, Wire.Call<UpdateRouteRequest, UpdateRouteResponse>("PATCH", "/v2/apis/{apiId}/routes/{routeId}"), cancellationToken);

    public virtual Task<UpdateRouteResponseResponse> UpdateRouteResponseAsync(UpdateRouteResponseRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateRouteResponseResponse>(request, Wire.Call<UpdateRouteResponseRequest, UpdateRouteResponseResponse>("PATCH", "/v2/apis/{apiId}/routes/{routeId}/routeresponses/{routeResponseId}"), cancellationToken);

    public virtual Task<UpdateStageResponse> UpdateStageAsync(UpdateStageRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateStageResponse>(request, Wire.Call<UpdateStageRequest, UpdateStageResponse>("PATCH", "/v2/apis/{apiId}/stages/{stageName}"), cancellationToken);

    public virtual Task<UpdateVpcLinkResponse> UpdateVpcLinkAsync(UpdateVpcLinkRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateVpcLinkResponse>(request, Wire.Call<UpdateVpcLinkRequest, UpdateVpcLinkResponse>("PATCH", "/v2/vpclinks/{vpcLinkId}"), cancellationToken);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonApiGatewayV2Config();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) => new AmazonApiGatewayV2Client(awsCredentials, (AmazonApiGatewayV2Config)clientConfig);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Protocol.Customize(pipeline);
}
