// Written by aws/write.py.
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using Amazon.Wire;

namespace Amazon.WAFV2;

public class AmazonWAFV2Config : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString("4.0.0.0");

    public AmazonWAFV2Config() : base(Defaults.Provider())
    {
        base.ServiceId = "WAFV2";
        AuthenticationServiceName = "wafv2";
        EndpointProvider = new EndpointRules("wafv2");
    }

    public static new string ServiceId => "WAFV2";

    public override string RegionEndpointServiceName => "wafv2";

    public override string ServiceVersion => "2019-07-29";

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointHandler.Parameters(this, parameters.AlternateEndpoint));
}
