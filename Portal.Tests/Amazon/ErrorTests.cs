using System.Net;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.Runtime;

namespace Portal.Tests.Amazon;

public class ErrorTests
{
    [Theory]
    [InlineData(400, "BadRequestException", typeof(BadRequestException))]
    [InlineData(401, "UnauthorizedException", typeof(UnauthorizedException))]
    [InlineData(404, "NotFoundException", typeof(NotFoundException))]
    [InlineData(404, "NotFoundException:http://internal.amazon.com/coral/com.amazonaws.backplane.controlplane/", typeof(NotFoundException))]
    [InlineData(409, "ConflictException", typeof(ConflictException))]
    [InlineData(429, "TooManyRequestsException", typeof(TooManyRequestsException))]
    [InlineData(429, "LimitExceededException", typeof(LimitExceededException))]
    [InlineData(503, "ServiceUnavailableException", typeof(ServiceUnavailableException))]
    [InlineData(403, "AccessDeniedException", typeof(AmazonAPIGatewayException))]
    public async Task An_error_has_the_type_of_its_code(int status, string errorType, Type type)
    {
        var error = await ErrorOf(new Reply(status, """{"message":"why"}""", errorType));

        Assert.IsType(type, error);
        Assert.Equal(("why", errorType.Split(':')[0], (HttpStatusCode)status, "request-1"), (error.Message, error.ErrorCode, error.StatusCode, error.RequestId));
    }

    [Fact]
    public async Task The_code_may_stand_in_the_body()
    {
        var error = await ErrorOf(new Reply(409, """{"__type":"com.amazonaws#ConflictException","Message":"with a capital"}"""));

        Assert.IsType<ConflictException>(error);
        Assert.Equal("with a capital", error.Message);
    }

    [Fact]
    public async Task The_two_429s_say_when_to_come_back()
    {
        var rate = await ErrorOf(new Reply(429, """{"message":"Too Many Requests"}""", "TooManyRequestsException", "7"));
        var limit = await ErrorOf(new Reply(429, """{"message":"Limit Exceeded"}""", "LimitExceededException", "9"));

        Assert.Equal("7", Assert.IsType<TooManyRequestsException>(rate).RetryAfterSeconds);
        Assert.Equal("9", Assert.IsType<LimitExceededException>(limit).RetryAfterSeconds);
    }

    [Theory]
    [InlineData("<html>Bad gateway</html>", "text/html")]
    [InlineData("", "application/json")]
    public async Task What_is_no_error_of_aws_keeps_its_status(string body, string contentType)
    {
        var error = await ErrorOf(new Reply(502, body, ContentType: contentType));

        Assert.IsType<AmazonAPIGatewayException>(error);
        Assert.Equal(HttpStatusCode.BadGateway, error.StatusCode);
    }

    [Theory]
    [InlineData(429, "TooManyRequestsException")]
    [InlineData(500, "InternalFailure")]
    [InlineData(503, "ServiceUnavailableException")]
    public async Task Without_retries_a_call_is_one_request(int status, string errorType)
    {
        await using var server = await RecordingServer.StartAsync(new Reply(status, """{"message":"no"}""", errorType));
        using var client = Given.Client(server.Url);

        await Assert.ThrowsAnyAsync<AmazonAPIGatewayException>(() => client.CreateDeploymentAsync(new CreateDeploymentRequest { RestApiId = "a" }, TestContext.Current.CancellationToken));

        Assert.Single(server.All);
    }

    [Fact]
    public async Task With_retries_a_document_is_sent_again_whole()
    {
        await using var server = await RecordingServer.StartAsync(new Reply(503, ErrorType: "ServiceUnavailableException"));
        var config = Given.Config(server.Url);
        config.MaxErrorRetry = 2;
        using var client = new AmazonAPIGatewayClient(Given.Credentials, config);

        await client.PutRestApiAsync(new PutRestApiRequest { RestApiId = "a", Body = new MemoryStream("{}"u8.ToArray()) }, TestContext.Current.CancellationToken);

        Assert.Equal(["{}", "{}"], server.All.Select(seen => seen.Body));
        Assert.All(server.All, seen => Assert.True(Signature.Check(seen, Given.Secret).IsRight));
    }

    [Theory]
    [InlineData(200, "<html>a proxy's page</html>")]
    [InlineData(502, """{"message":""")]
    public async Task An_answer_that_cannot_be_read_is_an_error_of_its_own(int status, string body)
    {
        await using var server = await RecordingServer.StartAsync(new Reply(status, body));
        using var client = Given.Client(server.Url);

        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.GetRestApisAsync(new GetRestApisRequest(), TestContext.Current.CancellationToken));

        Assert.Equal((HttpStatusCode)status, error.StatusCode);
    }

    [Fact]
    public async Task A_broken_answer_with_a_key_does_not_show_the_key()
    {
        await using var server = await RecordingServer.StartAsync(new Reply(Body: """{"id":"k1","value":"a-value-nobody-may-see","enabled":tru"""));
        using var client = Given.Client(server.Url);

        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(
            () => client.GetApiKeyAsync(new GetApiKeyRequest { ApiKey = "k1", IncludeValue = true }, TestContext.Current.CancellationToken));

        Assert.DoesNotContain("nobody-may-see", error.ToString(), StringComparison.Ordinal);
    }

    private static async Task<AmazonAPIGatewayException> ErrorOf(Reply reply)
    {
        await using var server = await RecordingServer.StartAsync(reply);
        using var client = Given.Client(server.Url);

        return await Assert.ThrowsAnyAsync<AmazonAPIGatewayException>(() => client.GetRestApiAsync(new GetRestApiRequest { RestApiId = "a" }, TestContext.Current.CancellationToken));
    }
}
