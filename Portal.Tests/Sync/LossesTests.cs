using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Connections;
using Portal.Server.Gateway;
using Portal.Server.Sync;
using Portal.Shared;
using Portal.Shared.Sync;
using Portal.Tests.Sandbox;
using Portal.Tests.Stages;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync;

/// <summary>What goes with a change although no spec says it is in the preview, by name.</summary>
public sealed class LossesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Integrations_that_no_route_names_are_told_by_name_before_an_import_deletes_them()
    {
        await using var backend = await Backend.StartAsync();
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await HttpApiStagesTests.ApiAsync(publisher, backend);
        var dev = await Pipeline.StageAsync(publisher, api);
        await Pipeline.DeployAsync(publisher, dev);
        await ForeignClient.RunAsync(portal.Services.GetRequiredService<SandboxHost>().Address!, $$"""
            v2 = client('apigatewayv2', 'us-east-1')
            id = [a['ApiId'] for page in v2.get_paginator('get_apis').paginate() for a in page['Items'] if a['Name'] == '{{api.AwsName}}'][0]
            v2.create_integration(ApiId=id, IntegrationType='HTTP_PROXY', IntegrationMethod='GET', IntegrationUri='https://later.example.com', PayloadFormatVersion='1.0', Description='For later')
            """);

        // What is not written deletes nothing.
        Assert.Empty((await Pipeline.ProposeAsync(publisher, dev)).Steps);
        api = await Pipeline.AddRouteAsync(publisher, api, "/owners");
        var run = await Pipeline.ProposeAsync(publisher, dev);

        Assert.Contains("Deletes the integration HTTP_PROXY GET https://later.example.com (For later), which no route names.", run.Steps[0].Details);
        Assert.Equal([$"It deletes 1 integration of the API {api.AwsName} that no route names."], run.Brakes);
        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/runs/{run.Id}/approve", new { fingerprint = run.Fingerprint, version = run.Version }).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:sync:name-not-typed");
        var done = await Pipeline.ApproveAsync(publisher, run);
        Assert.True(done.State is RunState.Done, done.Outcome);

        await Pipeline.AddRouteAsync(publisher, api, "/dogs");
        Assert.Empty((await Pipeline.ProposeAsync(publisher, dev)).Brakes);
    }

    [Fact]
    public void Other_tags_alone_delete_none()
    {
        var before = Given.HttpApi("shop", "GET /1") with { Loose = ["HTTP_PROXY GET https://later.example.com"] };

        Assert.Empty(Losses.Of(before, before with { Tags = new([new("team", "ours")]) }));
        Assert.Equal(before.Loose, Losses.Of(before, before with { Description = "Other" }));
    }

    [Fact]
    public void They_are_no_part_of_what_is_compared()
    {
        var api = Given.HttpApi("shop", "GET /1");
        var live = api with { Loose = ["HTTP_PROXY GET https://later.example.com"] };

        Assert.Equal(api.Text, live.Text);
        Assert.Equal(DeploymentSpec.IdOf(api), DeploymentSpec.IdOf(live));
    }

    [Fact]
    public void A_canary_is_told_where_its_stage_is_pointed_elsewhere()
    {
        var api = Given.RestApi("shop", ("GET /1", Given.MockMethod()));
        var live = Given.Stage("dev", api) with { Canary = new CanarySpec { PercentTraffic = 10, Deployment = "abc", Overrides = SortedMap<string>.Empty, UseStageCache = false } };
        var (moved, described) = (live with { Canary = null, Deployment = "other" }, live with { Canary = null, Description = "Other" });

        Assert.StartsWith("The stage dev has a canary that was made in AWS: 10 % of its calls go on to the deployment abc", Assert.Single(Told(moved)), StringComparison.Ordinal);
        Assert.Empty(Told(described));

        IEnumerable<string> Told(StageSpec after) => Losses.Canaries(Differ.Compare(new GatewayState([live]), new GatewayState([after])), new GatewayState([live]));
    }
}
