using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Connections;
using Portal.Shared;
using Portal.Shared.Stages;
using Portal.Tests.Connections;
using Portal.Tests.Sandbox;

namespace Portal.Tests.Stages;

/// <summary>What of domain names is shown and never written.</summary>
public sealed class ShownDomainNamesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Certificate = "arn:aws:acm:us-east-1:123456789012:certificate/0123abcd-0000-0000-0000-000000000000";

    [Fact]
    public async Task Private_names_are_shown_and_left_alone()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var path = Things.Of(await Pipeline.SandboxAsync(admin), "domain-names");
        var stage = await Pipeline.StageAsync(admin, await Catalog.Given.ApiAsync(admin));
        await Pipeline.DeployAsync(admin, stage);
        await Things.ApplyAsync(admin, path, new { teamId = admin.Team, name = "shown.example.com", certificateArn = Certificate, mappings = new[] { new { path = "/", stageId = stage.Id } } });
        var printed = await ForeignClient.RunAsync(portal.Services.GetRequiredService<SandboxHost>().Address!, $$$"""
            import json
            gw = client('apigateway', 'us-east-1')
            api = gw.get_base_path_mappings(domainName='shown.example.com')['items'][0]['restApiId']
            policy = json.dumps({'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Principal': '*', 'Action': 'execute-api:Invoke', 'Resource': 'execute-api:/*'}]})
            inside = gw.create_domain_name(domainName='inside.example.com', certificateArn='{{{Certificate}}}', endpointConfiguration={'types': ['PRIVATE']}, policy=policy)
            gw.create_base_path_mapping(domainName='inside.example.com', domainNameId=inside['domainNameId'], basePath='shop', restApiId=api, stage='dev')
            gw.create_domain_name_access_association(domainNameArn=inside['domainNameArn'], accessAssociationSourceType='VPCE', accessAssociationSource='vpce-0123')
            print(inside['domainNameId'])
            """);

        var inside = await ReadAsync(admin, path, "inside.example.com");

        Assert.Equal((null, "PRIVATE", printed.Trim()), (inside.Id, inside.EndpointType, inside.Private!.NameId));
        Assert.Equal(("/shop", $"dev of {stage.Api}"), (Assert.Single(inside.Mappings).Path, inside.Mappings[0].Stage));
        Assert.Equal(["vpce-0123"], inside.Private.VpcEndpoints);
        Assert.Contains("execute-api:Invoke", inside.Private.Policy, StringComparison.Ordinal);
    }

    private static async Task<DomainNameView> ReadAsync(Person person, string path, string name) => (await person.Http.GetAsync<Page<DomainNameView>>(path)).Items.Single(domain => domain.Name == name);
}
