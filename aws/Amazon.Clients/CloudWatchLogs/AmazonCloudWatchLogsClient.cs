// Written by aws/write.py.
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Wire;

namespace Amazon.CloudWatchLogs;

public class AmazonCloudWatchLogsClient : AmazonServiceClient, IAmazonCloudWatchLogs
{
    private static readonly Protocol Wire = new("Amazon.CloudWatchLogs", WireJson.Camel, static e => new AmazonCloudWatchLogsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
    {
        ["DataAlreadyAcceptedException"] = static e => new DataAlreadyAcceptedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidParameterException"] = static e => new InvalidParameterException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidSequenceTokenException"] = static e => new InvalidSequenceTokenException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["LimitExceededException"] = static e => new LimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["OperationAbortedException"] = static e => new OperationAbortedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["ResourceAlreadyExistsException"] = static e => new ResourceAlreadyExistsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["ResourceNotFoundException"] = static e => new ResourceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["ServiceUnavailableException"] = static e => new ServiceUnavailableException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["UnrecognizedClientException"] = static e => new UnrecognizedClientException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };

    public AmazonCloudWatchLogsClient() : base(new AmazonCloudWatchLogsConfig()) { }
    public AmazonCloudWatchLogsClient(RegionEndpoint region) : base(new AmazonCloudWatchLogsConfig { RegionEndpoint = region }) { }
    public AmazonCloudWatchLogsClient(AmazonCloudWatchLogsConfig config) : base(config) { }
    public AmazonCloudWatchLogsClient(AWSCredentials credentials) : this(credentials, new AmazonCloudWatchLogsConfig()) { }
    public AmazonCloudWatchLogsClient(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonCloudWatchLogsConfig { RegionEndpoint = region }) { }
    public AmazonCloudWatchLogsClient(AWSCredentials credentials, AmazonCloudWatchLogsConfig clientConfig) : base(credentials, clientConfig) { }
    public AmazonCloudWatchLogsClient(string awsAccessKeyId, string awsSecretAccessKey) : this(awsAccessKeyId, awsSecretAccessKey, new AmazonCloudWatchLogsConfig()) { }
    public AmazonCloudWatchLogsClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) : this(awsAccessKeyId, awsSecretAccessKey, new AmazonCloudWatchLogsConfig { RegionEndpoint = region }) { }
    public AmazonCloudWatchLogsClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonCloudWatchLogsConfig clientConfig) : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }
    public AmazonCloudWatchLogsClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken) : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonCloudWatchLogsConfig()) { }
    public AmazonCloudWatchLogsClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region) : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonCloudWatchLogsConfig { RegionEndpoint = region }) { }
    public AmazonCloudWatchLogsClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonCloudWatchLogsConfig clientConfig) : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } = new Metadata("CloudWatch Logs");

    /// <summary>Never, whatever the SDK's logging is set to: an answer may hold the value of an API key.</summary>
    protected override bool SupportResponseLogging => false;

    public virtual Task<CreateLogGroupResponse> CreateLogGroupAsync(CreateLogGroupRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateLogGroupResponse>(request, Wire.Call<CreateLogGroupRequest, CreateLogGroupResponse>("Logs_20140328.CreateLogGroup", "1.1"), cancellationToken);

    public virtual Task<CreateLogStreamResponse> CreateLogStreamAsync(CreateLogStreamRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateLogStreamResponse>(request, Wire.Call<CreateLogStreamRequest, CreateLogStreamResponse>("Logs_20140328.CreateLogStream", "1.1"), cancellationToken);

    public virtual Task<DescribeLogGroupsResponse> DescribeLogGroupsAsync(DescribeLogGroupsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeLogGroupsResponse>(request, Wire.Call<DescribeLogGroupsRequest, DescribeLogGroupsResponse>("Logs_20140328.DescribeLogGroups", "1.1"), cancellationToken);

    public virtual Task<FilterLogEventsResponse> FilterLogEventsAsync(FilterLogEventsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<FilterLogEventsResponse>(request, Wire.Call<FilterLogEventsRequest, FilterLogEventsResponse>("Logs_20140328.FilterLogEvents", "1.1"), cancellationToken);

    public virtual Task<PutLogEventsResponse> PutLogEventsAsync(PutLogEventsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutLogEventsResponse>(request, Wire.Call<PutLogEventsRequest, PutLogEventsResponse>("Logs_20140328.PutLogEvents", "1.1"), cancellationToken);

    public virtual Task<PutRetentionPolicyResponse> PutRetentionPolicyAsync(PutRetentionPolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutRetentionPolicyResponse>(request, Wire.Call<PutRetentionPolicyRequest, PutRetentionPolicyResponse>("Logs_20140328.PutRetentionPolicy", "1.1"), cancellationToken);

    public virtual Task<DescribeLogGroupsResponse> DescribeLogGroupsAsync(CancellationToken cancellationToken = default) => DescribeLogGroupsAsync(new DescribeLogGroupsRequest(), cancellationToken);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCloudWatchLogsConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) => new AmazonCloudWatchLogsClient(awsCredentials, (AmazonCloudWatchLogsConfig)clientConfig);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Protocol.Customize(pipeline);
}
