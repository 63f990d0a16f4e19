// Written by aws/write.py.
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Wire;

namespace Amazon.CloudWatch;

public class AmazonCloudWatchClient : AmazonServiceClient, IAmazonCloudWatch
{
    private static readonly Protocol Wire = new("Amazon.CloudWatch", WireJson.Pascal, static e => new AmazonCloudWatchException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
    {
        ["InternalServiceError"] = static e => new InternalServiceException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InternalServiceFault"] = static e => new InternalServiceException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidNextToken"] = static e => new InvalidNextTokenException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidParameterCombination"] = static e => new InvalidParameterCombinationException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidParameterCombinationException"] = static e => new InvalidParameterCombinationException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidParameterValue"] = static e => new InvalidParameterValueException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidParameterValueException"] = static e => new InvalidParameterValueException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["MissingParameter"] = static e => new MissingRequiredParameterException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["MissingRequiredParameterException"] = static e => new MissingRequiredParameterException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };

    public AmazonCloudWatchClient() : base(new AmazonCloudWatchConfig()) { }
    public AmazonCloudWatchClient(RegionEndpoint region) : base(new AmazonCloudWatchConfig { RegionEndpoint = region }) { }
    public AmazonCloudWatchClient(AmazonCloudWatchConfig config) : base(config) { }
    public AmazonCloudWatchClient(AWSCredentials credentials) : this(credentials, new AmazonCloudWatchConfig()) { }
    public AmazonCloudWatchClient(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonCloudWatchConfig { RegionEndpoint = region }) { }
    public AmazonCloudWatchClient(AWSCredentials credentials, AmazonCloudWatchConfig clientConfig) : base(credentials, clientConfig) { }
    public AmazonCloudWatchClient(string awsAccessKeyId, string awsSecretAccessKey) : this(awsAccessKeyId, awsSecretAccessKey, new AmazonCloudWatchConfig()) { }
    public AmazonCloudWatchClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) : this(awsAccessKeyId, awsSecretAccessKey, new AmazonCloudWatchConfig { RegionEndpoint = region }) { }
    public AmazonCloudWatchClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonCloudWatchConfig clientConfig) : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }
    public AmazonCloudWatchClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken) : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonCloudWatchConfig()) { }
    public AmazonCloudWatchClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region) : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonCloudWatchConfig { RegionEndpoint = region }) { }
    public AmazonCloudWatchClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonCloudWatchConfig clientConfig) : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } = new Metadata("CloudWatch");

    /// <summary>Never, whatever the SDK's logging is set to: an answer may hold the value of an API key.</summary>
    protected override bool SupportResponseLogging => false;

    public virtual Task<GetMetricDataResponse> GetMetricDataAsync(GetMetricDataRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetMetricDataResponse>(request, Wire.Call<GetMetricDataRequest, GetMetricDataResponse>("GraniteServiceVersion20100801.GetMetricData", "1.0"), cancellationToken);

    public virtual Task<ListMetricsResponse> ListMetricsAsync(ListMetricsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListMetricsResponse>(request, Wire.Call<ListMetricsRequest, ListMetricsResponse>("GraniteServiceVersion20100801.ListMetrics", "1.0"), cancellationToken);

    public virtual Task<PutMetricDataResponse> PutMetricDataAsync(PutMetricDataRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutMetricDataResponse>(request, Wire.Call<PutMetricDataRequest, PutMetricDataResponse>("GraniteServiceVersion20100801.PutMetricData", "1.0"), cancellationToken);

    public virtual Task<ListMetricsResponse> ListMetricsAsync(CancellationToken cancellationToken = default) => ListMetricsAsync(new ListMetricsRequest(), cancellationToken);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCloudWatchConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) => new AmazonCloudWatchClient(awsCredentials, (AmazonCloudWatchConfig)clientConfig);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Protocol.Customize(pipeline);
}
