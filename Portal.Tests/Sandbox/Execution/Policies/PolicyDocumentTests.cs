using System.Text.Json;
using Portal.Sandbox.Execution.Policies;

namespace Portal.Tests.Sandbox.Execution.Policies;

public sealed class PolicyDocumentTests
{
    private const string Arn = "arn:aws:execute-api:eu-central-1:123456789012:abc/dev/GET/pets/7";
    private const string Invoke = "\"Action\": \"execute-api:Invoke\"";

    [Theory]
    [InlineData("""{"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "*"}""", "Allowed")]
    [InlineData("""{"Effect": "Allow", "Action": ["execute-api:*"], "Resource": ["execute-api:/dev/GET/pets/*"]}""", "Allowed")]
    [InlineData("""{"Effect": "Allow", "Action": "execute-api:Invoke", "Resource": "execute-api:/prod/*"}""", "Neither")]
    [InlineData("""{"Effect": "Allow", "Action": "execute-api:InvalidateCache", "Resource": "*"}""", "Neither")]
    [InlineData("""{"Effect": "Allow", "NotAction": "execute-api:InvalidateCache", "NotResource": "execute-api:/prod/*"}""", "Allowed")]
    [InlineData("""{"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "arn:aws:execute-api:*:*:abc/*/GET/pets/?"}""", "Denied")]
    [InlineData("""{"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Action": "*", "Resource": "*"}""", "Allowed")]
    [InlineData("""{"Effect": "Allow", "Principal": {"AWS": ["arn:aws:iam::123456789012:root"]}, "Action": "*", "Resource": "*"}""", "Allowed")]
    [InlineData("""{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::999999999999:root"}, "Action": "*", "Resource": "*"}""", "Neither")]
    [InlineData("""{"Effect": "Deny", "NotPrincipal": {"AWS": "arn:aws:iam::123456789012:user/me"}, "Action": "*", "Resource": "*"}""", "Neither")]
    public void A_statement_is_about_what_it_names(string statement, string decision)
    {
        Assert.Equal(decision, Decide(statement));
    }

    [Theory]
    [InlineData("""{"IpAddress": {"aws:SourceIp": ["10.0.0.0/8", "127.0.0.1"]}}""", true)]
    [InlineData("""{"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}""", false)]
    [InlineData("""{"NotIpAddress": {"aws:SourceIp": "10.0.0.0/8"}}""", true)]
    [InlineData("""{"NotIpAddress": {"aws:SourceIp": ["127.0.0.0/24", "10.0.0.0/8"]}}""", false)]
    [InlineData("""{"StringEquals": {"aws:SourceVpce": "vpce-1"}}""", true)]
    [InlineData("""{"StringNotEquals": {"aws:sourceVpce": "vpce-1"}}""", false)]
    [InlineData("""{"StringNotEquals": {"aws:SourceVpc": "vpc-1"}}""", true)]
    [InlineData("""{"StringEquals": {"aws:SourceVpc": "vpc-1"}}""", false)]
    [InlineData("""{"StringEqualsIfExists": {"aws:SourceVpc": "vpc-1"}}""", true)]
    [InlineData("""{"StringLike": {"aws:UserAgent": "curl/*"}}""", true)]
    [InlineData("""{"Null": {"aws:SourceVpc": "true"}}""", true)]
    [InlineData("""{"Bool": {"aws:SecureTransport": false}}""", true)]
    [InlineData("""{"DateGreaterThan": {"aws:CurrentTime": "2026-01-01T00:00:00Z"}, "DateLessThan": {"aws:CurrentTime": "2026-02-01T00:00:00Z"}}""", true)]
    [InlineData("""{"NumericLessThan": {"aws:EpochTime": "5"}}""", false)]
    [InlineData("""{"Telepathy": {"aws:SourceIp": "127.0.0.1"}}""", false)]
    public void A_statement_holds_under_its_conditions(string conditions, bool holds)
    {
        Assert.Equal(holds ? "Allowed" : "Neither", Decide($$"""{"Effect": "Allow", "Principal": "*", {{Invoke}}, "Resource": "*", "Condition": {{conditions}} }"""));
    }

    [Fact]
    public void A_denial_outweighs_what_allows()
    {
        Assert.Equal("Denied", Decide($$"""{"Effect": "Allow", {{Invoke}}, "Resource": "*"}, {"Effect": "Deny", {{Invoke}}, "Resource": "*"}, {"Effect": "Allow", {{Invoke}}, "Resource": "*"}"""));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"Statement": [{"Effect": "Perhaps", "Action": "*"}]}""")]
    public void What_is_no_policy_is_none(string text)
    {
        Assert.Null(PolicyDocument.Of(JsonSerializer.Deserialize<JsonElement>(text)));
        Assert.Equal(PolicyDecision.Neither, PolicyDocument.Parse(text).Decide(Request()));
    }

    private static string Decide(string statements) => $"{PolicyDocument.Parse($$"""{"Version": "2012-10-17", "Statement": [{{statements}}]}""").Decide(Request())}";

    private static PolicyRequest Request() => new(Arn, "arn:aws:iam::123456789012:user/me", key => key switch
    {
        "aws:sourceip" => "127.0.0.1",
        "aws:sourcevpce" => "vpce-1",
        "aws:useragent" => "curl/8",
        "aws:securetransport" => "false",
        "aws:currenttime" => "2026-01-15T00:00:00Z",
        "aws:epochtime" => "1768435200",
        _ => null,
    });
}
