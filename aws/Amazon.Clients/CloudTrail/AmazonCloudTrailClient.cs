// Written by aws/write.py.
using Amazon.CloudTrail.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Wire;

namespace Amazon.CloudTrail;

public class AmazonCloudTrailClient : AmazonServiceClient, IAmazonCloudTrail
{
    private static readonly Protocol Wire = new("Amazon.CloudTrail", WireJson.Camel, static e => new AmazonCloudTrailException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
    {
        ["InvalidEventCategoryException"] = static e => new InvalidEventCategoryException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidLookupAttributesException"] = static e => new InvalidLookupAttributesException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidMaxResultsException"] = static e => new InvalidMaxResultsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidNextTokenException"] = static e => new InvalidNextTokenException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["InvalidTimeRangeException"] = static e => new InvalidTimeRangeException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["OperationNotPermittedException"] = static e => new OperationNotPermittedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["UnsupportedOperationException"] = static e => new UnsupportedOperationException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };

    public AmazonCloudTrailClient() : base(new AmazonCloudTrailConfig()) { }
    public AmazonCloudTrailClient(RegionEndpoint region) : base(new AmazonCloudTrailConfig { RegionEndpoint = region }) { }
    public AmazonCloudTrailClient(AmazonCloudTrailConfig config) : base(config) { }
    public AmazonCloudTrailClient(AWSCredentials credentials) : this(credentials, new AmazonCloudTrailConfig()) { }
    public AmazonCloudTrailClient(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonCloudTrailConfig { RegionEndpoint = region }) { }
    public AmazonCloudTrailClient(AWSCredentials credentials, AmazonCloudTrailConfig clientConfig) : base(credentials, clientConfig) { }
    public AmazonCloudTrailClient(string awsAccessKeyId, string awsSecretAccessKey) : this(awsAccessKeyId, awsSecretAccessKey, new AmazonCloudTrailConfig()) { }
    public AmazonCloudTrailClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) : this(awsAccessKeyId, awsSecretAccessKey, new AmazonCloudTrailConfig { RegionEndpoint = region }) { }
    public AmazonCloudTrailClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonCloudTrailConfig clientConfig) : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }
    public AmazonCloudTrailClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken) : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonCloudTrailConfig()) { }
    public AmazonCloudTrailClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region) : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonCloudTrailConfig { RegionEndpoint = region }) { }
    public AmazonCloudTrailClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonCloudTrailConfig clientConfig) : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } = new Metadata("CloudTrail");

    /// <summary>Never, whatever the SDK's logging is set to: an answer may hold the value of an API key.</summary>
    protected override bool SupportResponseLogging => false;

    public virtual Task<LookupEventsResponse> LookupEventsAsync(LookupEventsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<LookupEventsResponse>(request, Wire.Call<LookupEventsRequest, LookupEventsResponse>("com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents", "1.1"), cancellationToken);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCloudTrailConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) => new AmazonCloudTrailClient(awsCredentials, (AmazonCloudTrailConfig)clientConfig);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Protocol.Customize(pipeline);
}
