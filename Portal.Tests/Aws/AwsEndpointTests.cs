using Microsoft.Extensions.Configuration;
using Portal.Server.Aws;

namespace Portal.Tests.Aws;

public sealed class AwsEndpointTests
{
    [Theory]
    [InlineData("eu-west-1", "https://abc.execute-api.eu-west-1.amazonaws.com/dev", "arn:aws:apigateway:eu-west-1::/restapis/abc/stages/dev")]
    [InlineData("cn-north-1", "https://abc.execute-api.cn-north-1.amazonaws.com.cn/dev", "arn:aws-cn:apigateway:cn-north-1::/restapis/abc/stages/dev")]
    [InlineData("us-gov-west-1", "https://abc.execute-api.us-gov-west-1.amazonaws.com/dev", "arn:aws-us-gov:apigateway:us-gov-west-1::/restapis/abc/stages/dev")]
    public void A_stage_is_called_and_named_as_its_partition_does(string region, string url, string arn)
    {
        var endpoint = new AwsEndpoint(region, null);

        Assert.Equal(url, endpoint.InvokeUrl("abc", "dev"));
        Assert.Equal(arn, endpoint.StageArn("abc", "dev"));
    }

    [Theory]
    [InlineData("http://127.0.0.1:4566", true)]
    [InlineData("http://localstack:4566/", true)]
    [InlineData("https://amazonaws.com.example.net", true)]
    [InlineData("https://vpce-1.apigateway.eu-west-1.vpce.amazonaws.com", false)]
    [InlineData("https://apigateway.cn-north-1.amazonaws.com.cn", false)]
    public void What_is_not_AWSs_own_is_an_emulator(string url, bool emulator)
    {
        var endpoint = new AwsEndpoint("eu-west-1", new Uri(url));

        Assert.Equal(emulator, endpoint.IsEmulator);
        Assert.Equal(emulator ? $"{url.TrimEnd('/')}/restapis/abc/dev/_user_request_" : "https://abc.execute-api.eu-west-1.amazonaws.com/dev", endpoint.InvokeUrl("abc", "dev"));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("http://127.0.0.1:4566", "http://127.0.0.1:4566/")]
    public void A_setting_leads_every_connection_elsewhere(string setting, string? url) => Assert.Equal(url, AwsSettings.Of(Configuration(setting)).ServiceUrl?.ToString());

    [Theory]
    [InlineData("localhost:4566")]
    [InlineData("/aws")]
    [InlineData("ftp://example.com")]
    public void A_setting_that_leads_nowhere_is_told_at_start(string setting)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => AwsSettings.Of(Configuration(setting)));

        Assert.Contains("Aws:ServiceUrl", refused.Message, StringComparison.Ordinal);
    }

    private static IConfigurationRoot Configuration(string url) => new ConfigurationBuilder().AddInMemoryCollection([new("Aws:ServiceUrl", url)]).Build();
}
