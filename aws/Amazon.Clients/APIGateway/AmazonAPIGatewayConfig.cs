// Written by aws/write.py.
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using Amazon.Wire;

namespace Amazon.APIGateway;

public class AmazonAPIGatewayConfig : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString("4.0.0.0");

    public AmazonAPIGatewayConfig() : base(Defaults.Provider())
    {
        base.ServiceId = "API Gateway";
        AuthenticationServiceName = "apigateway";
        EndpointProvider = new EndpointRules("apigateway");
    }

    public static new string ServiceId => "API Gateway";

    public override string RegionEndpointServiceName => "apigateway";

    public override string ServiceVersion => "2015-07-09";

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointHandler.Parameters(this, parameters.AlternateEndpoint));
}
