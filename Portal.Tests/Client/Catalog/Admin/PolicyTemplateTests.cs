using Portal.Client.Catalog.Admin;
using Portal.Shared.Catalog;

namespace Portal.Tests.Client.Catalog.Admin;

public sealed class PolicyTemplateTests
{
    [Theory]
    [InlineData(PolicyPurpose.AllowRanges, "203.0.113.0/24", "NotIpAddress")]
    [InlineData(PolicyPurpose.DenyRanges, "2001:db8::/32", "\"IpAddress\"")]
    [InlineData(PolicyPurpose.OneAccount, "123456789012", "arn:aws:iam::123456789012:root")]
    [InlineData(PolicyPurpose.VpcEndpoints, "vpce-0123456789abcdef0", "aws:SourceVpce")]
    public void Each_purpose_is_a_policy(PolicyPurpose purpose, string value, string words)
    {
        Assert.Null(PolicyTemplate.FaultOf(purpose, [value]));

        var policy = PolicyTemplate.Of(purpose, [value]);

        Assert.Null(PolicyRules.FaultOf(policy));
        Assert.Contains(words, policy, StringComparison.Ordinal);
        Assert.Contains(value, policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PolicyPurpose.AllowRanges, "203.0.113.0/33")]
    [InlineData(PolicyPurpose.DenyRanges, "here")]
    [InlineData(PolicyPurpose.OneAccount, "1234")]
    [InlineData(PolicyPurpose.VpcEndpoints, "vpc-1")]
    public void What_is_none_is_said(PolicyPurpose purpose, string value) => Assert.Contains($"'{value}'", PolicyTemplate.FaultOf(purpose, [value]), StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_no_purpose() => Assert.NotNull(PolicyTemplate.FaultOf(PolicyPurpose.AllowRanges, []));
}
