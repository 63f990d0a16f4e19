using Portal.Shared.Stages;

namespace Portal.Tests.Stages;

/// <summary>What AWS takes of a routing rule, said before it is asked.</summary>
public sealed class RoutingRuleValidatorTests
{
    private static readonly RoutingRule Valid = new() { Priority = 1, Path = "/v1", Headers = [new("X-Version", "2*")], StageId = Guid.AllBitsSet, StripsPath = true };

    public static TheoryData<string, RoutingRule> Malformed => new()
    {
        { "Priority", Valid with { Priority = 0 } },
        { "Priority", Valid with { Priority = 1_000_001 } },
        { "Path", Valid with { Path = "v1" } },
        { "Path", Valid with { Path = "/" } },
        { "StripsPath", Valid with { Path = null } },
        { "StageId", Valid with { StageId = Guid.Empty } },
        { "Headers", Valid with { Headers = [new("A", "1"), new("B", "2"), new("C", "3")] } },
        { "Headers", Valid with { Headers = [new(new string('x', 40), "1")] } },
        { "Headers", Valid with { Headers = [new("X Version", "1")] } },
        { "Headers", Valid with { Headers = [new("X-Version", "")] } },
        { "Headers", Valid with { Headers = [new("X-Version", new string('1', 128))] } },
        { "Headers", Valid with { Headers = [new("X-Version", "1*2")] } },
    };

    public static TheoryData<RoutingRule> Welcome => [Valid, Valid with { Priority = 1_000_000, Path = null, StripsPath = false }, Valid with { Path = "/shop/v2", Headers = [new("A", "*"), new("B", "*mid*")] }, Valid with { Headers = [new("a", "*end")] }];

    [Theory]
    [MemberData(nameof(Malformed), DisableDiscoveryEnumeration = true)]
    public void What_AWS_refuses_is_told(string field, RoutingRule rule) => Assert.Equal([field], new RoutingRuleValidator().Validate(rule).Errors.Select(error => error.PropertyName));

    [Theory]
    [MemberData(nameof(Welcome), DisableDiscoveryEnumeration = true)]
    public void What_AWS_takes_passes(RoutingRule rule) => Assert.Empty(new RoutingRuleValidator().Validate(rule).Errors);

    [Fact]
    public void Priorities_are_said_once_and_rules_are_fifty_at_most()
    {
        Assert.Equal(["RoutingRules"], Faults(Valid, Valid));
        Assert.Equal(["RoutingRules"], Faults([.. Enumerable.Range(1, 51).Select(priority => Valid with { Priority = priority })]));
        Assert.Equal(["RoutingRules[1].Path"], Faults(Valid, Valid with { Priority = 2, Path = "v1" }));
        Assert.Empty(Faults(Valid, Valid with { Priority = 2 }));

        static IEnumerable<string> Faults(params RoutingRule[] rules) => new ProposeDomainNameValidator()
            .Validate(new ProposeDomainName { TeamId = Guid.AllBitsSet, Name = "api.example.com", CertificateArn = "arn:aws:acm:eu-west-1:123456789012:certificate/one", RoutingRules = rules })
            .Errors.Select(error => error.PropertyName);
    }
}
