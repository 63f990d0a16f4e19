// Written by aws/write.py.
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using Amazon.Wire;

namespace Amazon.CloudWatchLogs;

public class AmazonCloudWatchLogsConfig : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString("4.0.0.0");

    public AmazonCloudWatchLogsConfig() : base(Defaults.Provider())
    {
        base.ServiceId = "CloudWatch Logs";
        AuthenticationServiceName = "logs";
        EndpointProvider = new EndpointRules("logs");
    }

    public static new string ServiceId => "CloudWatch Logs";

    public override string RegionEndpointServiceName => "logs";

    public override string ServiceVersion => "2014-03-28";

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointHandler.Parameters(this, parameters.AlternateEndpoint));
}
