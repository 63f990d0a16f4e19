using Amazon.APIGateway;
using Amazon.ApiGatewayV2;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>API Gateway's client at the portal's pace: each call waits for its turn, and so does each repetition that the SDK makes of it.</summary>
internal sealed class PacedGateway(AWSCredentials credentials, AmazonAPIGatewayConfig config, ICallPace pace, PacedPlace place) : AmazonAPIGatewayClient(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerAfter<RetryHandler>(new PaceHandler(pace, place));
    }
}

/// <summary>The same for version 2 of the service, whose calls AWS counts with those of version 1.</summary>
internal sealed class PacedGatewayV2(AWSCredentials credentials, AmazonApiGatewayV2Config config, ICallPace pace, PacedPlace place) : AmazonApiGatewayV2Client(credentials, config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerAfter<RetryHandler>(new PaceHandler(pace, place));
    }
}
