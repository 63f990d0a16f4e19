using Amazon;
using Amazon.APIGateway;
using Amazon.ApiGatewayV2;
using Amazon.CloudTrail;
using Amazon.CloudWatch;
using Amazon.CloudWatchLogs;
using Amazon.IdentityManagement;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.WAFV2;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>The clients of one connection. Reads are repeated a few times by the SDK; a write never is, because a call that timed out may have worked.</summary>
internal sealed class AwsClients
{
    private const int ReadRetries = 2;

    public required AwsEndpoint Endpoint { get; init; }

    public required TimeProvider Clock { get; init; }

    public required IAmazonAPIGateway Reading { get; init; }

    public required IAmazonAPIGateway Writing { get; init; }

    /// <summary>HTTP and WebSocket APIs, to look at.</summary>
    public required IAmazonApiGatewayV2 V2 { get; init; }

    /// <summary>The same, to change them.</summary>
    public required IAmazonApiGatewayV2 WritingV2 { get; init; }

    public required IAmazonCloudWatch Metrics { get; init; }

    public required IAmazonCloudWatchLogs Logs { get; init; }

    /// <summary>Tells who changed what.</summary>
    public required IAmazonCloudTrail Trail { get; init; }

    /// <summary>Puts web ACLs before stages. It is never repeated by the SDK, as all that writes.</summary>
    public required IAmazonWAFV2 Firewall { get; init; }

    /// <summary>Tells what may be done.</summary>
    public required IAmazonIdentityManagementService Permissions { get; init; }

    /// <summary>Tells whose credentials these are.</summary>
    public required IAmazonSecurityTokenService Identity { get; init; }

    /// <param name="endpoint">Where they lead.</param>
    /// <param name="roleArn">The role to assume, if any.</param>
    /// <param name="settings">How long answers are waited for.</param>
    /// <param name="http">Where HTTP connections come from.</param>
    /// <param name="pace">What each call of API Gateway waits for.</param>
    /// <param name="clock">What is too old to be asked for, and what is kept for a moment, is so by it.</param>
    public static AwsClients Of(AwsEndpoint endpoint, string? roleArn, AwsSettings settings, SharedHttp http, ICallPace pace, TimeProvider? clock = null)
    {
        AWSCredentials own = endpoint.IsEmulator ? new BasicAWSCredentials("portal", "portal") : new OwnCredentials();

        // A private link to API Gateway is none to other services.
        var emulator = endpoint.IsEmulator ? endpoint.ServiceUrl : null;

        // Whoever calls with the role's credentials repeats the call, and taking the role with it.
        var credentials = roleArn is null ? own : new AssumedRole(Tokens(own, retries: 0), roleArn);

        return new AwsClients
        {
            Endpoint = endpoint,
            Clock = clock ?? TimeProvider.System,
            Reading = Gateway(settings.ReadTimeout, ReadRetries),
            Writing = Gateway(settings.WriteTimeout, 0),
            V2 = GatewayV2(settings.ReadTimeout, ReadRetries),
            WritingV2 = GatewayV2(settings.WriteTimeout, 0),
            Metrics = new AmazonCloudWatchClient(credentials, With(new AmazonCloudWatchConfig(), emulator, settings.ReadTimeout, ReadRetries)),
            Logs = new AmazonCloudWatchLogsClient(credentials, With(new AmazonCloudWatchLogsConfig(), emulator, settings.ReadTimeout, ReadRetries)),
            Trail = new AmazonCloudTrailClient(credentials, With(new AmazonCloudTrailConfig(), emulator, settings.ReadTimeout, ReadRetries)),
            Firewall = new AmazonWAFV2Client(credentials, With(new AmazonWAFV2Config(), emulator, settings.WriteTimeout, 0)),
            Permissions = new AmazonIdentityManagementServiceClient(credentials, OfPartition(With(new AmazonIdentityManagementServiceConfig(), emulator, settings.ReadTimeout, ReadRetries))),
            Identity = Tokens(credentials, ReadRetries),
        };

        PacedGateway Gateway(TimeSpan timeout, int retries) =>
            new(credentials, With(new AmazonAPIGatewayConfig(), endpoint.ServiceUrl, timeout, retries), pace, endpoint.PaceOf(roleArn));

        PacedGatewayV2 GatewayV2(TimeSpan timeout, int retries) =>
            new(credentials, With(new AmazonApiGatewayV2Config(), endpoint.ServiceUrl, timeout, retries), pace, endpoint.PaceOf(roleArn));

        AmazonSecurityTokenServiceClient Tokens(AWSCredentials by, int retries) =>
            new(by, With(new AmazonSecurityTokenServiceConfig(), emulator, settings.ReadTimeout, retries));

        // One service for all Regions of a partition, which signs for one of them.
        AmazonIdentityManagementServiceConfig OfPartition(AmazonIdentityManagementServiceConfig config)
        {
            config.AuthenticationRegion = endpoint.GlobalRegion;

            return config;
        }

        T With<T>(T config, Uri? url, TimeSpan timeout, int retries)
            where T : ClientConfig
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(endpoint.Region);

            if (url is not null)
            {
                config.ServiceURL = url.ToString();
                config.AuthenticationRegion = endpoint.Region;
            }

            // The connection says where it leads, not the environment.
            config.IgnoreConfiguredEndpointUrls = true;
            config.HttpClientFactory = http;
            config.Timeout = timeout;
            config.RetryMode = RequestRetryMode.Standard;
            config.MaxErrorRetry = retries;

            // A count of its own, 10 by default: a connection that is cut is taken for one that idled out, although the call may have worked.
            config.MaxStaleConnectionRetries = retries;

            return config;
        }
    }
}
