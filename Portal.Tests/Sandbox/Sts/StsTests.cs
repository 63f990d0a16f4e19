using System.Net;
using Microsoft.Extensions.Time.Testing;
using Portal.Tests.Sandbox.CloudTrail;

namespace Portal.Tests.Sandbox.Sts;

public sealed class StsTests
{
    private const string Role = "arn:aws:iam::999999999999:role/team/deployer";

    private readonly FakeTimeProvider _time = new(new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Whoever_assumes_a_role_is_that_role_in_its_account()
    {
        await using var bench = await BenchAsync();
        await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "theirs" });

        await bench.AssumeAsync(Role, "me");

        Assert.Contains("<Arn>arn:aws:sts::999999999999:assumed-role/deployer/me</Arn>", (await bench.FormAsync("sts", "Action=GetCallerIdentity&Version=2011-06-15")).Xml, StringComparison.Ordinal);
        Assert.Empty((await bench.DoneAsync(HttpMethod.Get, "/restapis"))["item"]!.AsArray());
    }

    [Fact]
    public async Task CloudTrail_sees_the_role_and_the_session()
    {
        await using var bench = await BenchAsync();
        await bench.AssumeAsync(Role, "me");
        await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "ours" });

        var who = Assert.Single(await bench.EventsAsync("Username", "me"))["userIdentity"]!;

        Assert.Equal(("AssumedRole", "arn:aws:sts::999999999999:assumed-role/deployer/me", "999999999999", bench.AccessKeyId), ((string?)who["type"], (string?)who["arn"], (string?)who["accountId"], (string?)who["accessKeyId"]));
        var issuer = who["sessionContext"]!["sessionIssuer"]!;
        Assert.Equal(("Role", Role, "deployer"), ((string?)issuer["type"], (string?)issuer["arn"], (string?)issuer["userName"]));
        Assert.Equal("2026-03-14T12:00:00Z", (string?)who["sessionContext"]!["attributes"]!["creationDate"]);
        Assert.StartsWith((string)issuer["principalId"]! + ":me", (string)who["principalId"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assuming_is_told_without_secret_and_token()
    {
        await using var bench = await BenchAsync();
        var credentials = await bench.AssumedAsync(Role, "me");

        var told = Assert.Single(await bench.EventsAsync("EventName", "AssumeRole"));

        Assert.Equal(credentials["AccessKeyId"], (string?)told["responseElements"]!["credentials"]!["accessKeyId"]);
        Assert.DoesNotContain(credentials["SecretAccessKey"], told.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(credentials["SessionToken"], told.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends()
    {
        await using var bench = await BenchAsync();
        var credentials = await bench.AssumedAsync(Role, "me", 900);
        (bench.AccessKeyId, bench.Token) = (credentials["AccessKeyId"], credentials["SessionToken"]);
        await bench.DoneAsync(HttpMethod.Get, "/restapis");

        _time.Advance(TimeSpan.FromSeconds(900));

        await bench.RefusedAsync(HttpMethod.Get, "/restapis", null, 403, "ExpiredTokenException", "The security token included in the request is expired");
    }

    [Fact]
    public async Task A_token_is_of_its_access_key()
    {
        await using var bench = await BenchAsync();
        await bench.AssumeAsync(Role, "me");
        bench.AccessKeyId = "ASIASOMEBODYELSE";

        await bench.RefusedAsync(HttpMethod.Get, "/restapis", null, 403, "UnrecognizedClientException", "The security token included in the request is invalid.");
    }

    [Fact]
    public async Task A_session_outlives_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-");
        try
        {
            IReadOnlyDictionary<string, string> credentials;
            await using (var bench = await Bench.StartAsync(new() { TimeProvider = _time, DataFolder = folder.FullName }))
            {
                credentials = await bench.AssumedAsync(Role, "me");
            }

            await using var again = await Bench.StartAsync(new() { TimeProvider = _time, DataFolder = folder.FullName });
            (again.AccessKeyId, again.Token) = (credentials["AccessKeyId"], credentials["SessionToken"]);

            Assert.Contains("assumed-role/deployer/me", (await again.FormAsync("sts", "Action=GetCallerIdentity&Version=2011-06-15")).Xml, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("RoleArn=nonsense&RoleSessionName=me", "nonsense is invalid")]
    [InlineData("RoleArn=arn:aws:iam::999999999999:role/r&RoleSessionName=m", "1 validation error detected: Value 'm' at 'roleSessionName' failed to satisfy constraint: Member must have length greater than or equal to 2")]
    [InlineData("RoleArn=arn:aws:iam::999999999999:role/r&RoleSessionName=me&DurationSeconds=899", "1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900")]
    [InlineData("RoleArn=arn:aws:iam::999999999999:role/r&RoleSessionName=me&PolicyArns.member.1.arn=x", "The sandbox does not know PolicyArns of AssumeRole.")]
    public async Task What_makes_no_sense_is_refused(string form, string message)
    {
        await using var bench = await BenchAsync();

        var (status, xml) = await bench.FormAsync("sts", $"Action=AssumeRole&Version=2011-06-15&{form}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains($"<Code>ValidationError</Code><Message>{message}</Message>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_with_a_policy_may_do_what_it_allows()
    {
        await using var bench = await BenchAsync();
        const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"apigateway:*","Resource":"arn:aws:apigateway:eu-central-1::/restapis*"},{"Effect":"Deny","Action":"apigateway:DELETE","Resource":"*"}]}""";
        var credentials = await bench.AssumedAsync(Role, $"me&Policy={Uri.EscapeDataString(Policy)}");
        (bench.AccessKeyId, bench.Token) = (credentials["AccessKeyId"], credentials["SessionToken"]);
        var id = (await bench.DoneAsync(HttpMethod.Post, "/restapis", new { name = "x" }))["id"];
        const string Who = "User: arn:aws:sts::999999999999:assumed-role/deployer/me is not authorized to perform:";

        await bench.RefusedAsync(HttpMethod.Delete, $"/restapis/{id}", null, 403, "AccessDeniedException", $"{Who} apigateway:DELETE on resource: arn:aws:apigateway:eu-central-1::/restapis/{id} with an explicit deny in a session policy");
        await bench.RefusedAsync(HttpMethod.Get, "/apikeys", null, 403, "AccessDeniedException", $"{Who} apigateway:GET on resource: arn:aws:apigateway:eu-central-1::/apikeys because no session policy allows the apigateway:GET action");
        await bench.NamedRefusedAsync("monitoring", "ListMetrics", new { }, "AccessDeniedException", $"{Who} cloudwatch:ListMetrics on resource: * because no session policy allows the cloudwatch:ListMetrics action");
        Assert.Contains("assumed-role/deployer/me", (await bench.FormAsync("sts", "Action=GetCallerIdentity&Version=2011-06-15")).Xml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "<Code>MalformedPolicyDocument</Code>")]
    [InlineData("{}", "<Code>MalformedPolicyDocument</Code>")]
    [InlineData("", "Member must have length greater than or equal to 1")]
    public async Task A_policy_that_is_none_narrows_nothing_and_is_refused(string policy, string message)
    {
        await using var bench = await BenchAsync();

        Assert.Contains(message, (await bench.FormAsync("sts", $"Action=AssumeRole&Version=2011-06-15&RoleArn={Role}&RoleSessionName=me&Policy={Uri.EscapeDataString(policy)}")).Xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_assumed_by_a_role_lasts_an_hour_at_most()
    {
        await using var bench = await BenchAsync();
        await bench.AssumeAsync(Role, "me");

        Assert.Contains("exceeds the 1 hour session limit", (await bench.FormAsync("sts", $"Action=AssumeRole&RoleArn={Role}&RoleSessionName=me&DurationSeconds=3601")).Xml, StringComparison.Ordinal);
    }

    private Task<Bench> BenchAsync() => Bench.StartAsync(new() { TimeProvider = _time });
}
