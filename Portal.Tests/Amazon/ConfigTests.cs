using Amazon;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.CloudWatch;
using Amazon.CloudWatchLogs;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Portal.Tests.Amazon;

public class ConfigTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("eu-central-1", "https://apigateway.eu-central-1.amazonaws.com")]
    [InlineData("cn-north-1", "https://apigateway.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-gov-west-1", "https://apigateway.us-gov-west-1.amazonaws.com")]
    public void Each_region_is_reached_under_the_name_of_its_partition(string region, string url)
    {
        var config = new AmazonAPIGatewayConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region) };

        Assert.Equal(url, config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new GetAccountRequest())).URL);
    }

    [Fact]
    public void Fips_and_dual_stack_have_names_of_their_own()
    {
        var config = new AmazonAPIGatewayConfig { RegionEndpoint = RegionEndpoint.USEast1, UseFIPSEndpoint = true, UseDualstackEndpoint = true };

        Assert.Equal("https://apigateway-fips.us-east-1.api.aws", config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new GetAccountRequest())).URL);
    }

    [Fact]
    public async Task Each_service_has_a_host_and_a_scope_of_its_own()
    {
        using var gateway = new AmazonAPIGatewayClient(Given.Credentials, Aside(new AmazonAPIGatewayConfig(), out var gatewaySeen));
        using var numbers = new AmazonCloudWatchClient(Given.Credentials, Aside(new AmazonCloudWatchConfig(), out var numbersSeen));
        using var logs = new AmazonCloudWatchLogsClient(Given.Credentials, Aside(new AmazonCloudWatchLogsConfig(), out var logsSeen));

        await gateway.GetAccountAsync(new GetAccountRequest(), Cancel);
        await numbers.ListMetricsAsync(Cancel);
        await logs.DescribeLogGroupsAsync(Cancel);

        Assert.Equal(("apigateway.eu-west-1.amazonaws.com", "apigateway"), gatewaySeen.HostAndScope);
        Assert.Equal(("monitoring.eu-west-1.amazonaws.com", "monitoring"), numbersSeen.HostAndScope);
        Assert.Equal(("logs.eu-west-1.amazonaws.com", "logs"), logsSeen.HostAndScope);
        Assert.Equal("GraniteServiceVersion20100801.ListMetrics", numbersSeen.Target);
        Assert.Equal("Logs_20140328.DescribeLogGroups", logsSeen.Target);
    }

    [Fact]
    public async Task An_assumed_role_sends_its_session()
    {
        using var client = new AmazonAPIGatewayClient(new SessionAWSCredentials("AKID", Given.Secret, "the-session"), Aside(new AmazonAPIGatewayConfig(), out var seen));

        await client.GetAccountAsync(new GetAccountRequest(), Cancel);

        Assert.Equal("the-session", seen.SessionToken);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_ends()
    {
        using var stop = new CancellationTokenSource();
        using var client = new AmazonAPIGatewayClient(Given.Credentials, Aside(new AmazonAPIGatewayConfig(), out var seen));
        seen.BeforeAnswer = async token =>
        {
            await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAccountAsync(new GetAccountRequest(), stop.Token));
    }

    [Fact]
    public async Task A_time_out_is_not_mistaken_for_an_answer()
    {
        var config = Aside(new AmazonAPIGatewayConfig { Timeout = TimeSpan.FromMilliseconds(50) }, out var seen);
        using var client = new AmazonAPIGatewayClient(Given.Credentials, config);
        seen.BeforeAnswer = token => new TaskCompletionSource().Task.WaitAsync(token);

        await Assert.ThrowsAsync<TimeoutException>(() => client.GetAccountAsync(new GetAccountRequest(), Cancel));
    }

    [Fact]
    public async Task Nobody_at_the_other_end_is_an_error_of_http()
    {
        string url;
        await using (var server = await RecordingServer.StartAsync())
        {
            url = server.Url;
        }

        using var client = Given.Client(url);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAccountAsync(new GetAccountRequest(), Cancel));
    }

    private static T Aside<T>(T config, out Aside.Seen seen)
        where T : ClientConfig
    {
        var factory = new Aside();
        config.RegionEndpoint = RegionEndpoint.EUWest1;
        config.MaxErrorRetry = 0;
        config.HttpClientFactory = factory;
        seen = factory.Request;

        return config;
    }
}
