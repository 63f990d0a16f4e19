// Written by aws/write.py.
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using Amazon.Wire;

namespace Amazon.CloudTrail;

public class AmazonCloudTrailConfig : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString("4.0.0.0");

    public AmazonCloudTrailConfig() : base(Defaults.Provider())
    {
        base.ServiceId = "CloudTrail";
        AuthenticationServiceName = "cloudtrail";
        EndpointProvider = new EndpointRules("cloudtrail");
    }

    public static new string ServiceId => "CloudTrail";

    public override string RegionEndpointServiceName => "cloudtrail";

    public override string ServiceVersion => "2013-11-01";

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointHandler.Parameters(this, parameters.AlternateEndpoint));
}
