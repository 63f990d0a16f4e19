using Amazon.APIGateway.Model;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Server.Aws;
using Portal.Server.Connections;
using Portal.Server.Gateway;

namespace Portal.Tests.Aws;

/// <summary>What other tools own is looked at and never written.</summary>
public sealed class OwnershipTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void CloudFormation_tags_what_it_owns()
    {
        var owner = Owners.Standard.Of("restapis/abc", new Dictionary<string, string> { ["aws:cloudformation:stack-name"] = "pets", ["aws:cloudformation:logical-id"] = "Api" });

        Assert.Equal("the CloudFormation stack pets", owner!.Words);
        Assert.Null(Owners.Standard.Of("restapis/abc", new Dictionary<string, string> { ["ManagedBy"] = "terraform" }));
    }

    [Theory]
    [InlineData("ManagedBy=terraform", true)]
    [InlineData("ManagedBy", true)]
    [InlineData("ManagedBy=pulumi", false)]
    [InlineData("terraform", false)]
    public void Terraform_is_known_by_the_tag_that_was_said(string rule, bool isKnown) =>
        Assert.Equal(isKnown, new Owners(rule, TerraformBook.Empty).Of("restapis/abc", new Dictionary<string, string> { ["ManagedBy"] = "Terraform" }) is not null);

    [Fact]
    public void Nothing_is_written_to_what_bears_the_portals_tag_and_a_stacks()
    {
        var rights = new WriteRights(Owners.Standard);
        rights.See("pets", "restapis/abc", new Dictionary<string, string> { ["portal:id"] = "pets", ["aws:cloudformation:stack-name"] = "stack" });

        var refused = Assert.Throws<GatewayRefusedException>(() => rights.Demand("PutRestApi", "pets"));

        Assert.Equal(("OwnedElsewhere", GatewayRefusal.Denied), (refused.Code, refused.Refusal));
    }

    [Fact]
    public async Task What_was_imported_is_found_by_its_id_and_not_written()
    {
        await using var bench = await AwsBench.StartAsync();
        var made = await bench.Clients.Writing.CreateUsagePlanAsync(new CreateUsagePlanRequest { Name = "gold" }, Cancelled);
        var gateway = new AwsGateway(bench.Clients, writable: true, NullLogger.Instance, new KnownBook([new($"usageplans/{made.Id}", "gold")]));
        var last = await bench.LastCallAsync();

        var plan = (UsagePlanSpec)(await gateway.ReadAsync(GatewayScope.OfUsagePlan(Guid.Empty, "gold"), Cancelled)).Specs.Single();
        Assert.Equal(made.Id, await gateway.FindUsagePlanAsync("gold", Cancelled));

        Assert.Equal(
            ["NotAdopted", "NotAdopted", "NotAdopted", "NotAdopted"],
            [
                await RefusalAsync(() => gateway.CreateAsync(plan, Cancelled)),
                await RefusalAsync(() => gateway.UpdateAsync(plan, plan with { Name = "silver" }, Cancelled)),
                await RefusalAsync(() => gateway.DeleteAsync(plan, Cancelled)),
                await RefusalAsync(() => gateway.FindOwnUsagePlanAsync("gold", Cancelled)),
            ]);
        Assert.DoesNotContain(await bench.CallsAfterAsync(last), call => !call.IsRead);
    }

    [Fact]
    public void Nothing_is_written_to_what_does_not_bear_the_portals_tag()
    {
        var rights = new WriteRights(Owners.Standard);
        rights.See("pets", "restapis/abc", new Dictionary<string, string> { ["portal:id"] = "others" });

        Assert.Equal("NotAdopted", Assert.Throws<GatewayRefusedException>(() => rights.Demand("PutRestApi", "pets")).Code);
        rights.Demand("CreateRestApi", "not there yet");
    }

    private static async Task<string> RefusalAsync(Func<Task> write) => (await Assert.ThrowsAsync<GatewayRefusedException>(write)).Code;
}
