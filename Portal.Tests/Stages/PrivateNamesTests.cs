using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Connections;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Connections;
using Portal.Tests.Sandbox;
using Portal.Tests.Sync;

namespace Portal.Tests.Stages;

/// <summary>Names that VPC endpoints alone reach, by the HTTP door.</summary>
public sealed class PrivateNamesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Certificate = "arn:aws:acm:us-east-1:123456789012:certificate/0123abcd-0000-0000-0000-000000000000";
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*"}]}""";

    private const string PolicyOfApi = """
        x-amazon-apigateway-policy:
          Version: "2012-10-17"
          Statement: [{ Effect: Allow, Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*" }]

        """;

    [Fact]
    public async Task One_is_made_changed_taken_back_and_deleted_beside_a_public_one_of_the_same_name()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var (path, stage) = (await Naming.PathAsync(admin), await DeployedAsync(admin));
        await Things.ApplyAsync(admin, path, new { teamId = admin.Team, name = "inside.example.com", certificateArn = Certificate });

        var run = await Things.ApplyAsync(admin, path, New(admin, "inside.example.com", ["vpce-0001", "vpce-0002"], ("/", stage.Id)));
        Assert.Equal(
            [
                $"inside.example.com/ leads to the stage dev of {stage.Api}.",
                "A policy says who may call inside.example.com.",
                "Lets the VPC endpoint vpce-0001 in to inside.example.com.",
                "Lets the VPC endpoint vpce-0002 in to inside.example.com.",
            ],
            Assert.Single(run.Steps).Details);
        var made = await ReadAsync(admin, path, "inside.example.com");
        Assert.Equal((ThingStanding.Ours, "PRIVATE", "dualstack"), (made.Standing, made.EndpointType, made.IpAddressType));
        Assert.Equal(["vpce-0001", "vpce-0002"], made.Private!.VpcEndpoints!);
        Assert.Empty(await Things.DriftAsync(admin, run));

        var change = await Things.ApplyAsync(admin, $"{path}/{made.Id}/change", new
        {
            teamId = admin.Team,
            certificateArn = Certificate,
            securityPolicy = "TLS_1_2",
            mappings = new[] { new { path = "/shop", stageId = stage.Id } },
            vpcEndpoints = new[] { "vpce-0001" },
            routingMode = RoutingModes.RulesFirst,
            routingRules = new[] { new { priority = 1, path = "/shop/v2", stageId = stage.Id } },
        });
        Assert.Contains("Keeps the VPC endpoint vpce-0002 out of inside.example.com: calls through it fail from then on.", Assert.Single(change.Steps).Details);
        Assert.Empty(await Things.DriftAsync(admin, change));
        await Things.DoneAsync(admin, await Things.UndoAsync(admin, change));
        Assert.Equal(("/", 2, 0), await ReadAsync(admin, path, "inside.example.com") is var back ? (Assert.Single(back.Mappings).Path, back.Private!.VpcEndpoints!.Count, back.RoutingRules.Count) : default);

        await Things.DoneAsync(admin, await Things.ProposeAsync(admin, $"{path}/{made.Id}/deletion", new { teamId = admin.Team }));
        var left = Assert.Single((await admin.Http.GetAsync<Page<DomainNameView>>(path)).Items, domain => domain.Name is "inside.example.com");
        Assert.Null(left.Private);
    }

    [Fact]
    public async Task What_it_cannot_have_is_told()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var (path, open) = (await Naming.PathAsync(admin), await Pipeline.StageAsync(admin, await Catalog.Given.ApiAsync(admin)));
        await Pipeline.DeployAsync(admin, open);

        await Things.TryProposeAsync(admin, path, New(admin, "never.example.com", [], ("/", open.Id))).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:stages:private-lead-to-private");
        foreach (var (field, request) in new (string, object)[]
        {
            ("Mappings", New(admin, "never.example.com", [], ("/a/b", open.Id))),
            ("VpcEndpoints", New(admin, "never.example.com", ["eni-1"])),
            ("Name", New(admin, "*.example.com", [])),
            ("Policy", new { teamId = admin.Team, name = "never.example.com", endpointType = "PRIVATE", certificateArn = Certificate, policy = "all" }),
            ("Policy", new { teamId = admin.Team, name = "never.example.com", certificateArn = Certificate, policy = Policy }),
            ("EndpointType", new { teamId = admin.Team, name = "never.example.com", endpointType = "EDGE", certificateArn = Certificate }),
        })
        {
            var problem = await Things.TryProposeAsync(admin, path, request).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
            Assert.Equal([field], problem.Errors!.Keys);
        }
    }

    [Fact]
    public async Task One_that_was_imported_is_adopted_with_what_it_has_and_its_drift_is_found()
    {
        await using var other = new ImportingPortal();
        var admin = await other.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(other);
        var sandbox = other.Services.GetRequiredService<SandboxHost>().Address!;
        var printed = await ForeignClient.RunAsync(sandbox, $$$"""
            gw = client('apigateway', 'us-east-1')
            inside = gw.create_domain_name(domainName='theirs.example.com', certificateArn='{{{Certificate}}}', endpointConfiguration={'types': ['PRIVATE']}, policy='{{{Policy}}}')
            gw.create_domain_name_access_association(domainNameArn=inside['domainNameArn'], accessAssociationSourceType='VPCE', accessAssociationSource='vpce-0123')
            print(inside['domainNameId'])
            """);
        var thing = $"domainnames/theirs.example.com+{printed.Trim()}";

        await admin.Http.PostAsync<ImportReport>($"/api/v1/connections/{account.Connection}/import", new { teamId = admin.Team, restApis = Array.Empty<string>(), things = new[] { thing } }, HttpStatusCode.OK);
        var adoption = await admin.Http.PostAsync<ProposedAdoption>($"/api/v1/connections/{account.Connection}/adoption", new { teamId = admin.Team }, HttpStatusCode.OK);
        await Things.DoneAsync(admin, await admin.Http.GetAsync<RunView>($"/api/v1/runs/{adoption.RunId}"));

        var path = Things.Of(account.Connection, "domain-names");
        var ours = await ReadAsync(admin, path, "theirs.example.com");
        Assert.Equal(ThingStanding.Ours, ours.Standing);
        var change = await Things.ProposeAsync(admin, $"{path}/{ours.Id}/change", new { teamId = admin.Team, certificateArn = Certificate, securityPolicy = "TLS_1_2", mappings = Array.Empty<object>() });
        Assert.Equal(RunState.Done, change.State);
        Assert.Empty(await Things.DriftAsync(admin, change));

        await ForeignClient.RunAsync(sandbox, $$$"""
            import json
            gw = client('apigateway', 'us-east-1')
            inside = [d for d in gw.get_domain_names()['items'] if d['domainName'] == 'theirs.example.com'][0]
            policy = json.loads('{{{Policy}}}')
            policy['Statement'][0]['Resource'] = 'arn:aws:execute-api:us-east-1:123456789012:/domainnames/theirs.example.com+' + inside['domainNameId']
            gw.update_domain_name(domainName='theirs.example.com', domainNameId=inside['domainNameId'], patchOperations=[{'op': 'replace', 'path': '/policy', 'value': json.dumps(policy)}])
            """);
        Assert.Empty(await Things.DriftAsync(admin, change));
        await ForeignClient.RunAsync(sandbox, $$$"""
            gw = client('apigateway', 'us-east-1')
            inside = [d for d in gw.get_domain_names()['items'] if d['domainName'] == 'theirs.example.com'][0]
            gw.update_domain_name(domainName='theirs.example.com', domainNameId=inside['domainNameId'], patchOperations=[{'op': 'replace', 'path': '/policy', 'value': '{"Statement": []}'}])
            gw.create_domain_name_access_association(domainNameArn=inside['domainNameArn'], accessAssociationSourceType='VPCE', accessAssociationSource='vpce-0666')
            gw.delete_domain_name_access_association(domainNameAccessAssociationArn=[a for a in gw.get_domain_name_access_associations()['items'] if a['accessAssociationSource'] == 'vpce-0123'][0]['domainNameAccessAssociationArn'])
            """);

        var findings = await Things.DriftAsync(admin, change);
        Assert.Equal(["VPC endpoint vpce-0123 of theirs.example.com", "VPC endpoint vpce-0666 of theirs.example.com", "policy of theirs.example.com"], findings.Select(finding => finding.PlaceName).Order(StringComparer.Ordinal));
        var restored = await admin.Http.PostAsync<RestoredDrift>($"/api/v1/drift/{findings[0].Id}/restore", new { all = true });
        await Things.DoneAsync(admin, await admin.Http.GetAsync<RunView>($"/api/v1/runs/{restored.RunId}"));
        Assert.Equal(["vpce-0123"], (await ReadAsync(admin, path, "theirs.example.com")).Private!.VpcEndpoints!);
        Assert.Empty(await Things.DriftAsync(admin, change));
    }

    private static object New(Person person, string name, string[] endpoints, params (string Path, Guid Stage)[] mappings) =>
        new { teamId = person.Team, name, endpointType = "PRIVATE", certificateArn = Certificate, policy = Policy, vpcEndpoints = endpoints, mappings = mappings.Select(mapping => new { path = mapping.Path, stageId = mapping.Stage }) };

    private static async Task<StageView> DeployedAsync(Person person)
    {
        var document = new { text = Catalog.Given.Pets + PolicyOfApi };
        var api = (await person.Http.PostAsync<RevisedApi>("/api/v1/apis/import", new { teamId = person.Team, name = $"Inside {Guid.NewGuid():N}", endpointType = "Private", document })).Api;

        return await Pipeline.DeployedAsync(person, api);
    }

    private static async Task<DomainNameView> ReadAsync(Person person, string path, string name) => (await person.Http.GetAsync<Page<DomainNameView>>(path)).Items.Single(domain => domain.Name == name && domain.Private is not null);
}
