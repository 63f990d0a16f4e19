using Amazon.APIGateway.Model;
using Amazon.Runtime;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Server.Aws;
using Portal.Server.Gateway;
using Portal.Tests.Amazon;

namespace Portal.Tests.Aws;

/// <summary>What AWS's no means for another try.</summary>
public sealed class RefusalTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, "BadRequestException", "Invalid OpenAPI input.", null, nameof(GatewayRefusal.Final))]
    [InlineData(404, "NotFoundException", "Invalid API identifier specified 123456789012:abc", null, nameof(GatewayRefusal.Final))]
    [InlineData(409, "ConflictException", "Stage already exists", null, nameof(GatewayRefusal.Final))]
    [InlineData(409, "ConflictException", "Unable to complete operation due to concurrent modification. Please try again later.", null, nameof(GatewayRefusal.Passing))]
    [InlineData(429, "TooManyRequestsException", "Too Many Requests", "7", nameof(GatewayRefusal.Passing))]
    [InlineData(429, "LimitExceededException", "Maximum number of REST APIs reached", null, nameof(GatewayRefusal.Quota))]
    [InlineData(429, "LimitExceededException", "Rate exceeded", "3", nameof(GatewayRefusal.Passing))]
    [InlineData(500, "InternalFailure", "Internal error", null, nameof(GatewayRefusal.Passing))]
    [InlineData(503, "ServiceUnavailableException", "Service unavailable", "2", nameof(GatewayRefusal.Passing))]
    [InlineData(403, "AccessDeniedException", "User: arn:aws:iam::123456789012:user/x is not authorized to perform: apigateway:POST", null, nameof(GatewayRefusal.Denied))]
    [InlineData(403, "UnrecognizedClientException", "The security token included in the request is invalid.", null, nameof(GatewayRefusal.Denied))]
    [InlineData(401, "UnauthorizedException", "Unauthorized", null, nameof(GatewayRefusal.Denied))]
    public async Task It_is_told_in_AWSs_words(int status, string code, string words, string? retryAfter, string refusal)
    {
        var refused = await RefusedAsync(new Reply(status, $$"""{"message":"{{words}}"}""", code, retryAfter));

        Assert.Equal(("CreateRestApi", code, words, refusal), (refused.Operation, refused.Code, refused.Message, refused.Refusal.ToString()));
        Assert.Equal(retryAfter is null ? null : TimeSpan.FromSeconds(int.Parse(retryAfter, System.Globalization.CultureInfo.InvariantCulture)), refused.RetryAfter);
    }

    [Fact]
    public async Task What_was_signed_is_not_told()
    {
        const string words = """The request signature we calculated does not match.\n\nThe Canonical String for this request should have been\n'POST\nx-amz-security-token:very-secret'""";

        var refused = await RefusedAsync(new Reply(403, $$"""{"message":"{{words}}"}""", "InvalidSignatureException"));

        Assert.Equal(GatewayRefusal.Denied, refused.Refusal);
        Assert.DoesNotContain("very-secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_none_of_AWSs_is_told_by_its_status()
    {
        var refused = await RefusedAsync(new Reply(502, "<html>bad gateway</html>", ContentType: "text/html"));

        Assert.Equal(("502", "The answer had status 502 and no words of AWS's.", GatewayRefusal.Passing), (refused.Code, refused.Message, refused.Refusal));
    }

    [Fact]
    public async Task A_yes_that_cannot_be_read_may_be_a_yes()
    {
        var refused = await RefusedAsync(new Reply(201, "<html>done</html>"));

        Assert.Equal(GatewayRefusal.Unknown, refused.Refusal);
    }

    [Fact]
    public void Without_credentials_nothing_is_allowed()
    {
        var refused = AwsRefusal.Of("GetAccount", new AmazonClientException("Failed to resolve AWS credentials.\n\nNo profile.\n"));

        Assert.Equal(("NoCredentials", "Failed to resolve AWS credentials. No profile.", GatewayRefusal.Denied), (refused!.Code, refused.Message, refused.Refusal));
    }

    [Fact]
    public void A_fault_of_ours_is_no_refusal_of_AWSs() => Assert.Null(AwsRefusal.Of("GetAccount", new InvalidOperationException("A bug.")));

    [Fact]
    public async Task Nobody_there_means_that_nothing_was_done()
    {
        await using var http = AwsBench.Http();
        await using var server = await RecordingServer.StartAsync();
        var clients = AwsBench.ClientsOf(http, new Uri(server.Url));
        await server.DisposeAsync();

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => CreateAsync(clients));

        Assert.Equal(("CreateRestApi", "Unreachable", GatewayRefusal.Passing), (refused.Operation, refused.Code, refused.Refusal));
    }

    [Fact]
    public async Task What_somebody_deleted_meanwhile_is_deleted()
    {
        await using var http = AwsBench.Http();
        await using var server = await RecordingServer.StartAsync(
            new Reply(Body: """{"item":[{"id":"abc","name":"mock","tags":{"portal:id":"mock"}}]}"""),
            new Reply(404, """{"message":"Invalid API identifier specified 123456789012:abc"}""", "NotFoundException"));
        var gateway = new AwsGateway(AwsBench.ClientsOf(http, new Uri(server.Url)), writable: true, NullLogger.Instance);

        await gateway.DeleteAsync(Specs.Named("mock"), Cancelled);

        Assert.Equal(["GET", "DELETE"], server.All.Select(call => call.Method));
    }

    private static async Task<GatewayRefusedException> RefusedAsync(Reply reply)
    {
        await using var http = AwsBench.Http();
        await using var server = await RecordingServer.StartAsync(reply);

        return await Assert.ThrowsAsync<GatewayRefusedException>(() => CreateAsync(AwsBench.ClientsOf(http, new Uri(server.Url))));
    }

    private static Task<CreateRestApiResponse> CreateAsync(AwsClients clients) =>
        Calls.AskAsync(clients.Writing.CreateRestApiAsync, new CreateRestApiRequest { Name = "pets" }, Cancelled);
}
