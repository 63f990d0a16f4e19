using Amazon.APIGateway;
using Amazon.Runtime;

namespace Portal.Tests.Amazon;

internal static class Given
{
    public const string Secret = "a-secret-of-the-tests";

    public static BasicAWSCredentials Credentials => new("AKIDEXAMPLE", Secret);

    public static AmazonAPIGatewayConfig Config(string url) => new()
    {
        ServiceURL = url,
        AuthenticationRegion = "eu-central-1",
        MaxErrorRetry = 0,
    };

    public static AmazonAPIGatewayClient Client(string url) => new(Credentials, Config(url));
}
