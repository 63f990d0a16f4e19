using System.Net;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Sync;
using Portal.Tests.Stages;
using Portal.Tests.Sync;

namespace Portal.Tests.Connections;

/// <summary>VPC links by the HTTP door, with the sandbox behind it.</summary>
public sealed class VpcLinksTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Target = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/internal/0123456789abcdef";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_is_made_used_by_an_API_and_not_deleted_while_it_is()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var path = Things.Of(await Pipeline.SandboxAsync(admin), "vpc-links");
        await Things.ApplyAsync(admin, path, new { teamId = admin.Team, name = "Backends", description = "Internal", targetArn = Target });
        var link = (await ListAsync(admin, path)).Single(link => link.Name is "Backends");
        Assert.Equal(("AVAILABLE", ThingStanding.Ours, Target), (link.Status, link.Standing, link.TargetArn));
        Assert.Empty(link.Users);

        var byId = await Catalog.Given.ApiAsync(admin, text: Through(link.AwsId));
        await Pipeline.DeployAsync(admin, await Pipeline.StageAsync(admin, byId));
        var byVariable = await Catalog.Given.ApiAsync(admin, text: Through("${stageVariables.vpcLink}"));
        await Pipeline.DeployAsync(admin, await Pipeline.StageAsync(admin, byVariable, "dev", new() { ["vpcLink"] = link.AwsId }));

        string[] users = [$"the API {byId.AwsName}", $"the variable vpcLink of the stage dev of the API {byVariable.AwsName}"];
        Assert.Equal(users, (await ListAsync(admin, path)).Single(one => one.AwsId == link.AwsId).Users);
        var problem = await Things.TryProposeAsync(admin, $"{path}/{link.Id}/deletion", new { teamId = admin.Team }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:connections:link-in-use");
        Assert.Equal($"Have these go another way first: {string.Join(", ", users)}.", problem.Detail);
    }

    [Fact]
    public async Task A_link_into_subnets_is_made_renamed_taken_back_and_deleted()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var path = Things.Of(await Pipeline.SandboxAsync(admin), "vpc-links");
        await Things.ApplyAsync(admin, path, new { teamId = admin.Team, name = "Subnets", subnetIds = new[] { "subnet-2", "subnet-1" }, securityGroupIds = new[] { "sg-1" } });
        var link = (await ListAsync(admin, path)).Single(link => link.Name is "Subnets");
        Assert.Equal(["subnet-1", "subnet-2"], link.SubnetIds);

        var renamed = await Things.ApplyAsync(admin, $"{path}/{link.Id}/change", new { teamId = admin.Team, name = "Subnets again" });
        Assert.Equal(["Name: \"Subnets\" -> \"Subnets again\"."], Assert.Single(renamed.Steps).Details);
        Assert.Empty(await Things.DriftAsync(admin, renamed));
        await Things.DoneAsync(admin, await Things.UndoAsync(admin, renamed));

        var deletion = await Things.ProposeAsync(admin, $"{path}/{link.Id}/deletion", new { teamId = admin.Team });
        Assert.Equal("Subnets", deletion.NameToType);
        await Things.DoneAsync(admin, deletion);
        Assert.DoesNotContain(await ListAsync(admin, path), one => one.AwsId == link.AwsId);
    }

    [Fact]
    public async Task Links_of_both_versions_are_imported_and_adopted()
    {
        await using var other = new PortalFixture();
        var admin = await other.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(other);
        var one = await account.Aws.Writing.CreateVpcLinkAsync(new() { Name = "Theirs", TargetArns = [Target] }, Cancelled);
        var two = await account.Aws.WritingV2.CreateVpcLinkAsync(new() { Name = "Theirs too", SubnetIds = ["subnet-1"] }, Cancelled);
        string[] things = [$"vpclinks/{one.Id}", $"v2/vpclinks/{two.VpcLinkId}"];

        var report = await admin.Http.PostAsync<ImportReport>($"/api/v1/connections/{account.Connection}/import", new { teamId = admin.Team, things }, HttpStatusCode.OK);
        Assert.Equal([ImportResult.New, ImportResult.New], report.Things.Select(thing => thing.Result));
        var adoption = await admin.Http.PostAsync<ProposedAdoption>($"/api/v1/connections/{account.Connection}/adoption", new { teamId = admin.Team }, HttpStatusCode.OK);
        await Things.DoneAsync(admin, await admin.Http.GetAsync<RunView>($"/api/v1/runs/{adoption.RunId}"));

        var listed = await ListAsync(admin, Things.Of(account.Connection, "vpc-links"));
        Assert.All(listed, link => Assert.Equal(ThingStanding.Ours, link.Standing));
        Assert.Equal(report.Things.Select(thing => thing.Id).Order(), listed.Select(link => link.Id).Order());
        await Things.ApplyAsync(admin, Things.Of(account.Connection, $"vpc-links/{listed[1].Id}/change"), new { teamId = admin.Team, name = "Ours" });
    }

    [Theory]
    [InlineData(null, new string[0], "SubnetIds")]
    [InlineData(Target, new[] { "subnet-1" }, "SubnetIds")]
    [InlineData("arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/x/1", new string[0], "TargetArn")]
    [InlineData(null, new[] { "vpc-1" }, "SubnetIds")]
    public async Task What_leads_nowhere_or_to_two_places_is_told(string? target, string[] subnets, string field)
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var path = Things.Of(await Pipeline.SandboxAsync(admin), "vpc-links");

        var problem = await Things.TryProposeAsync(admin, path, new { teamId = admin.Team, name = "x", targetArn = target, subnetIds = subnets }).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");

        Assert.Contains(field, problem.Errors!.Keys);
    }

    private static string Through(string link) => $$"""
        openapi: 3.0.1
        info: { title: Behind, version: '1' }
        paths:
          /pets:
            get:
              responses: { '200': { description: ok } }
              x-amazon-apigateway-integration: { type: http_proxy, httpMethod: GET, uri: 'http://internal.example.com/pets', connectionType: VPC_LINK, connectionId: '{{link}}' }
        """;

    private static async Task<IReadOnlyList<VpcLinkView>> ListAsync(Person person, string path) => (await person.Http.GetAsync<Page<VpcLinkView>>(path)).Items;
}
