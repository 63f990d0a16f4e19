using Amazon.APIGateway;
using Amazon.Runtime;
using Portal.Sandbox;
using Portal.Tests.Sandbox.CloudTrail;

namespace Portal.Tests.Sandbox.Access;

public sealed class CallersTests
{
    private static readonly SandboxSettings Strict = new() { VerifySignatures = true, Callers = [new() { AccessKeyId = "AKIAALICE", SecretAccessKey = "right", Account = "111111111111", UserName = "alice" }, new() { AccessKeyId = "AKIANOSECRET" }] };

    [Fact]
    public async Task A_key_has_its_account_and_user()
    {
        await using var bench = await Bench.StartAsync(new() { Settings = Strict with { VerifySignatures = false } });
        bench.AccessKeyId = "AKIAALICE";

        await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "hers" });

        Assert.Equal("arn:aws:iam::111111111111:user/alice", (string?)Assert.Single(await bench.EventsAsync("EventName", "CreateRestApi"))["userIdentity"]!["arn"]);
        bench.AccessKeyId = "AKIABOB";
        Assert.Empty((await bench.DoneAsync(HttpMethod.Get, "/restapis"))["item"]!.AsArray());
    }

    [Fact]
    public async Task A_good_signature_is_let_in()
    {
        await using var bench = await Bench.StartAsync(new() { Settings = Strict });
        using var client = Client(bench, new BasicAWSCredentials("AKIAALICE", "right"));

        var made = await client.CreateRestApiAsync(new() { Name = "a name with ü & more" }, TestContext.Current.CancellationToken);

        await client.TagResourceAsync(new() { ResourceArn = $"arn:aws:apigateway:eu-central-1::/restapis/{made.Id}", Tags = new() { ["a"] = "b" } }, TestContext.Current.CancellationToken);
        await client.GetResourcesAsync(new() { RestApiId = made.Id, Limit = 5, Embed = ["methods"] }, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("AKIAALICE", "wrong", "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.")]
    [InlineData("AKIANOSECRET", "right", "The security token included in the request is invalid.")]
    [InlineData("AKIANOBODY", "right", "The security token included in the request is invalid.")]
    public async Task Any_other_is_turned_away(string key, string secret, string message)
    {
        await using var bench = await Bench.StartAsync(new() { Settings = Strict });
        using var client = Client(bench, new BasicAWSCredentials(key, secret));

        var refused = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => client.GetAccountAsync(new(), TestContext.Current.CancellationToken));

        Assert.Equal(message, refused.Message);
        Assert.Empty(bench.Server.World.Regions);
    }

    [Fact]
    public async Task An_assumed_role_signs_with_its_own_secret()
    {
        await using var bench = await Bench.StartAsync(new() { Settings = Strict with { VerifySignatures = false } });
        var assumed = await bench.AssumedAsync("arn:aws:iam::222222222222:role/r", "me");
        await bench.OwnAsync(HttpMethod.Post, "settings", new { verifySignatures = true });
        using var right = Client(bench, new SessionAWSCredentials(assumed["AccessKeyId"], assumed["SecretAccessKey"], assumed["SessionToken"]));
        using var wrong = Client(bench, new SessionAWSCredentials(assumed["AccessKeyId"], "right", assumed["SessionToken"]));

        await right.GetAccountAsync(new(), TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<AmazonServiceException>(() => wrong.GetAccountAsync(new(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_old_signature_and_a_headless_one_are_turned_away()
    {
        await using var bench = await Bench.StartAsync(new() { Settings = Strict });
        bench.AccessKeyId = "AKIAALICE";
        Assert.Equal("IncompleteSignatureException", (await bench.CallAsync(HttpMethod.Get, "/restapis")).Response.Headers.GetValues("x-amzn-ErrorType").Single());

        using HttpRequestMessage old = new(HttpMethod.Get, "/restapis");
        old.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=AKIAALICE/20200101/eu-central-1/apigateway/aws4_request, SignedHeaders=host;x-amz-date, Signature=00");
        old.Headers.Add("X-Amz-Date", "20200101T000000Z");
        Assert.Contains("Signature expired: 20200101T000000Z is now earlier than", (await bench.SendAsync(old)).Body, StringComparison.Ordinal);
    }

    private static AmazonAPIGatewayClient Client(Bench bench, AWSCredentials credentials) =>
        new(credentials, new AmazonAPIGatewayConfig { ServiceURL = bench.Server.Address.ToString(), AuthenticationRegion = "eu-central-1", MaxErrorRetry = 0 });
}
