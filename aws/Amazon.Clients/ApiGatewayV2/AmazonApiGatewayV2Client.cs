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

    public virtual Task<GetApisResponse> GetApisAsync(GetApisRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetApisResponse>(request, Wire.Call<GetApisRequest, GetApisResponse>("GET", "/v2/apis"), cancellationToken);

    public virtual Task<GetStagesResponse> GetStagesAsync(GetStagesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetStagesResponse>(request, Wire.Call<GetStagesRequest, GetStagesResponse>("GET", "/v2/apis/{apiId}/stages"), cancellationToken);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonApiGatewayV2Config();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) => new AmazonApiGatewayV2Client(awsCredentials, (AmazonApiGatewayV2Config)clientConfig);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Protocol.Customize(pipeline);
}
