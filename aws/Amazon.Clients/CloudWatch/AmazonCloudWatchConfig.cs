// Written by aws/write.py.
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using Amazon.Wire;

namespace Amazon.CloudWatch;

public class AmazonCloudWatchConfig : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString("4.0.0.0");

    public AmazonCloudWatchConfig() : base(Defaults.Provider())
    {
        base.ServiceId = "CloudWatch";
        AuthenticationServiceName = "monitoring";
        EndpointProvider = new EndpointRules("monitoring");
    }

    public static new string ServiceId => "CloudWatch";

    public override string RegionEndpointServiceName => "monitoring";

    public override string ServiceVersion => "2010-08-01";

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointHandler.Parameters(this, parameters.AlternateEndpoint));
}
