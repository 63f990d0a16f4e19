// Written by aws/write.py.
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.WAFV2.Model;
using Amazon.Wire;

namespace Amazon.WAFV2;

public class AmazonWAFV2Client : AmazonServiceClient, IAmazonWAFV2
{
    private static readonly Protocol Wire = new("Amazon.WAFV2", WireJson.Pascal, static e => new AmazonWAFV2Exception(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode))
    {
        ["WAFFeatureNotIncludedInPricingPlanException"] = static e => new WAFFeatureNotIncludedInPricingPlanException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["WAFInternalErrorException"] = static e => new WAFInternalErrorException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["WAFInvalidOperationException"] = static e => new WAFInvalidOperationException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["WAFInvalidParameterException"] = static e => new WAFInvalidParameterException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["WAFLimitsExceededException"] = static e => new WAFLimitsExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["WAFNonexistentItemException"] = static e => new WAFNonexistentItemException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        ["WAFUnavailableEntityException"] = static e => new WAFUnavailableEntityException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };

    public AmazonWAFV2Client() : base(new AmazonWAFV2Config()) { }
    public AmazonWAFV2Client(RegionEndpoint region) : base(new AmazonWAFV2Config { RegionEndpoint = region }) { }
    public AmazonWAFV2Client(AmazonWAFV2Config config) : base(config) { }
    public AmazonWAFV2Client(AWSCredentials credentials) : this(credentials, new AmazonWAFV2Config()) { }
    public AmazonWAFV2Client(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonWAFV2Config { RegionEndpoint = region }) { }
    public AmazonWAFV2Client(AWSCredentials credentials, AmazonWAFV2Config clientConfig) : base(credentials, clientConfig) { }
    public AmazonWAFV2Client(string awsAccessKeyId, string awsSecretAccessKey) : this(awsAccessKeyId, awsSecretAccessKey, new AmazonWAFV2Config()) { }
    public AmazonWAFV2Client(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) : this(awsAccessKeyId, awsSecretAccessKey, new AmazonWAFV2Config { RegionEndpoint = region }) { }
    public AmazonWAFV2Client(string awsAccessKeyId, string awsSecretAccessKey, AmazonWAFV2Config clientConfig) : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }
    public AmazonWAFV2Client(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken) : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonWAFV2Config()) { }
    public AmazonWAFV2Client(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region) : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonWAFV2Config { RegionEndpoint = region }) { }
    public AmazonWAFV2Client(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonWAFV2Config clientConfig) : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } = new Metadata("WAFV2");

    /// <summary>Never, whatever the SDK's logging is set to: an answer may hold the value of an API key.</summary>
    protected override bool SupportResponseLogging => false;

    public virtual Task<AssociateWebACLResponse> AssociateWebACLAsync(AssociateWebACLRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<AssociateWebACLResponse>(request, Wire.Call<AssociateWebACLRequest, AssociateWebACLResponse>("AWSWAF_20190729.AssociateWebACL", "1.1"), cancellationToken);

    public virtual Task<DisassociateWebACLResponse> DisassociateWebACLAsync(DisassociateWebACLRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DisassociateWebACLResponse>(request, Wire.Call<DisassociateWebACLRequest, DisassociateWebACLResponse>("AWSWAF_20190729.DisassociateWebACL", "1.1"), cancellationToken);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonWAFV2Config();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) => new AmazonWAFV2Client(awsCredentials, (AmazonWAFV2Config)clientConfig);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Protocol.Customize(pipeline);
}
