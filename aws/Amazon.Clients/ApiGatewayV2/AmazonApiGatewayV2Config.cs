// Written by aws/write.py.
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;
using Amazon.Wire;

namespace Amazon.ApiGatewayV2;

public class AmazonApiGatewayV2Config : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString("4.0.0.0");

    public AmazonApiGatewayV2Config() : base(Defaults.Provider())
    {
        base.ServiceId = "ApiGatewayV2";
        AuthenticationServiceName = "apigateway";
        EndpointProvider = new EndpointRules("apigateway");
    }

    public static new string ServiceId => "ApiGatewayV2";

    public override string RegionEndpointServiceName => "apigateway";

    public override string ServiceVersion => "2018-11-29";

    public override string UserAgent => UserAgentString;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(EndpointHandler.Parameters(this, parameters.AlternateEndpoint));
}
