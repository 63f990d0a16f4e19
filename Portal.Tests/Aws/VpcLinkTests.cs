using Portal.Server.Gateway;

namespace Portal.Tests.Aws;

/// <summary>VPC links of the adapter, of both versions, against the sandbox.</summary>
public sealed class VpcLinkTests
{
    private const string Target = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/internal/0123456789abcdef";

    private static readonly VpcLinkSpec ToBalancer = new("one") { Name = "Backends", Description = "For “Shop” & more", TargetArn = Target };

    private static readonly VpcLinkV2Spec IntoSubnets = new("two") { Name = "Backends", SubnetIds = ["subnet-2", "subnet-1"], SecurityGroupIds = ["sg-1"] };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Versions => ["1", "2"];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task It_is_made_in_one_write_renamed_in_one_and_gone_after_one(string version)
    {
        await using var bench = await AwsBench.StartAsync();
        var (link, renamed) = Of(version);
        var last = await bench.LastCallAsync();

        await bench.Gateway.CreateAsync(link, Cancelled);
        Assert.Equal(link.Text, (await ReadAsync(bench, link))!.Text);
        await bench.Open().UpdateAsync(link, renamed, Cancelled);
        Assert.Equal(renamed.Text, (await ReadAsync(bench, link))!.Text);
        await bench.Open().DeleteAsync(renamed, Cancelled);

        Assert.Null(await ReadAsync(bench, link));
        Assert.Equal(["CreateVpcLink", "UpdateVpcLink", "DeleteVpcLink"], (await bench.CallsAfterAsync(last)).Where(call => !call.IsRead).Select(call => call.Operation));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_creation_that_was_cut_is_not_done_twice(string version)
    {
        await using var bench = await AwsBench.StartAsync();
        var (link, _) = Of(version);
        await bench.Gateway.CreateAsync(link, Cancelled);
        var last = await bench.LastCallAsync();

        await bench.Open().CreateAsync(link, Cancelled);

        Assert.DoesNotContain(await bench.CallsAfterAsync(last), call => !call.IsRead);
    }

    [Fact]
    public async Task Where_it_leads_cannot_change()
    {
        await using var bench = await AwsBench.StartAsync();
        await bench.Gateway.CreateAsync(ToBalancer, Cancelled);

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => bench.Gateway.UpdateAsync(ToBalancer, ToBalancer with { TargetArn = Target + "0" }, Cancelled));

        Assert.Equal(GatewayRefusal.Final, refused.Refusal);
    }

    private static (Spec Link, Spec Renamed) Of(string version) => version is "1" ? (ToBalancer, ToBalancer with { Name = "Other", Description = null }) : (IntoSubnets, IntoSubnets with { Name = "Other" });

    private static async Task<Spec?> ReadAsync(AwsBench bench, Spec link) => (await bench.Open().ReadAsync(GatewayScope.OfThing(Guid.Empty, link.Address), Cancelled)).Find(link.Address);
}
