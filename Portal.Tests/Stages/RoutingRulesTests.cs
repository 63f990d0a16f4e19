using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Connections;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Connections;
using Portal.Tests.Sandbox;
using Portal.Tests.Sync;
using static Portal.Tests.Stages.Naming;

namespace Portal.Tests.Stages;

/// <summary>Rules by which a name of one's own chooses an API, by the HTTP door, and by calls of the name.</summary>
public sealed class RoutingRulesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Certificate = "arn:aws:acm:us-east-1:123456789012:certificate/0123abcd-0000-0000-0000-000000000000";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private Uri Sandbox => portal.Services.GetRequiredService<SandboxHost>().Address!;

    [Fact]
    public async Task A_name_goes_by_its_rules_and_back_by_undo()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var (path, stage) = (await PathAsync(admin), await Pipeline.DeployedAsync(admin));
        await Things.ApplyAsync(admin, path, new { teamId = admin.Team, name = "rules.example.com", certificateArn = Certificate, mappings = new[] { new { path = "/", stageId = stage.Id } } });
        var made = await ReadAsync(admin, path, "rules.example.com");

        var run = await Things.ApplyAsync(admin, $"{path}/{made.Id}/change", Change(admin, RoutingModes.ByRules, Rule(200, stage.Id, path: "/shop", strips: true), Rule(100, stage.Id, headers: ("X-Version", "2*"))));

        Assert.Equal(
            [
                "What decides where calls go: its mappings -> routing rules alone.",
                $"Routing rule 100 of rules.example.com: calls with header X-Version = 2* to the stage dev of {stage.Api}.",
                $"Routing rule 200 of rules.example.com: calls with path /shop to the stage dev of {stage.Api}, without the path.",
                $"rules.example.com/ leads nowhere any more (was the stage dev of {stage.Api}): calls to it are refused.",
            ],
            Assert.Single(run.Steps).Details);
        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden),
            (await CallAsync(Sandbox, "rules.example.com", "/shop/pets"), await CallAsync(Sandbox, "rules.example.com", "/pets", "2.1"), await CallAsync(Sandbox, "rules.example.com", "/pets", "1")));
        Assert.Empty(await Things.DriftAsync(admin, run));
        var ruled = await ReadAsync(admin, path, "rules.example.com");
        Assert.Equal([100, 200], ruled.RoutingRules.Select(rule => rule.Priority));
        Assert.Equal(("/shop", true, (Guid?)stage.Id), ruled.RoutingRules[1].Rule is { } shop ? (shop.Path, shop.StripsPath, shop.StageId) : default);

        await Things.DoneAsync(admin, await Things.UndoAsync(admin, run));
        var back = await ReadAsync(admin, path, "rules.example.com");
        Assert.Equal((RoutingModes.ByMappings, 0, 1), (back.RoutingMode, back.RoutingRules.Count, back.Mappings.Count));
        Assert.Equal(HttpStatusCode.OK, await CallAsync(Sandbox, "rules.example.com", "/pets", "1"));
    }

    [Fact]
    public async Task A_change_that_says_nothing_of_rules_leaves_them_and_a_deletion_takes_them_until_it_is_undone()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var (path, stage) = (await PathAsync(admin), await Pipeline.DeployedAsync(admin));
        await Things.ApplyAsync(admin, path, new { teamId = admin.Team, name = "kept.example.com", certificateArn = Certificate, routingMode = RoutingModes.RulesFirst, routingRules = new[] { Rule(1, stage.Id) } });
        var made = await ReadAsync(admin, path, "kept.example.com");

        var change = await Things.ApplyAsync(admin, $"{path}/{made.Id}/change", new { teamId = admin.Team, certificateArn = Certificate, securityPolicy = "TLS_1_2", mappings = new[] { new { path = "/old", stageId = stage.Id } } });
        Assert.Equal([$"kept.example.com/old leads to the stage dev of {stage.Api}."], Assert.Single(change.Steps).Details);

        var deletion = await Things.ProposeAsync(admin, $"{path}/{made.Id}/deletion", new { teamId = admin.Team });
        Assert.Equal("Deletes the domain name kept.example.com with its 1 mapping and 1 routing rule: calls to it fail from then on.", Assert.Single(deletion.Steps).Headline);
        var gone = await Things.DoneAsync(admin, deletion);
        await Things.DoneAsync(admin, await Things.UndoAsync(admin, gone));

        var back = await ReadAsync(admin, path, "kept.example.com");
        Assert.Equal((RoutingModes.RulesFirst, 1, "/old"), (back.RoutingMode, Assert.Single(back.RoutingRules).Priority, Assert.Single(back.Mappings).Path));
    }

    [Fact]
    public async Task A_rule_that_somebody_else_made_is_drift_which_is_restored_or_taken()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var (path, stage) = (await PathAsync(admin), await Pipeline.DeployedAsync(admin));
        var run = await Things.ApplyAsync(admin, path, new { teamId = admin.Team, name = "drifted.example.com", certificateArn = Certificate, routingMode = RoutingModes.ByRules, routingRules = new[] { Rule(100, stage.Id, path: "/v1") } });
        await ForeignClient.RunAsync(Sandbox, """
            v2 = client('apigatewayv2', 'us-east-1')
            rule = v2.list_routing_rules(DomainName='drifted.example.com')['RoutingRules'][0]
            v2.put_routing_rule(DomainName='drifted.example.com', RoutingRuleId=rule['RoutingRuleId'], Priority=100, Conditions=[{'MatchBasePaths': {'AnyOf': ['v9']}}], Actions=rule['Actions'])
            v2.create_routing_rule(DomainName='drifted.example.com', Priority=50, Conditions=[], Actions=rule['Actions'])
            """);

        var findings = (await Things.DriftAsync(admin, run)).OrderBy(finding => finding.Place, StringComparer.Ordinal).ToList();
        Assert.Equal(["routing rule 100 of drifted.example.com", "routing rule 50 of drifted.example.com"], findings.Select(finding => finding.PlaceName));

        await admin.Http.PostAsync<TakenDrift>($"/api/v1/drift/{findings[0].Id}/take-over", new { }, HttpStatusCode.OK);
        var restored = await admin.Http.PostAsync<RestoredDrift>($"/api/v1/drift/{findings[1].Id}/restore", new { });
        await Things.DoneAsync(admin, await admin.Http.GetAsync<RunView>($"/api/v1/runs/{restored.RunId}"));

        var rule = Assert.Single((await ReadAsync(admin, path, "drifted.example.com")).RoutingRules);
        Assert.Equal((100, "path /v9"), (rule.Priority, Assert.Single(rule.Conditions)));
        Assert.Empty(await Things.DriftAsync(admin, run));
    }

    [Fact]
    public async Task A_rule_to_a_foreign_stage_stays_when_others_change()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var (path, stage) = (await PathAsync(admin), await Pipeline.DeployedAsync(admin));
        await Things.ApplyAsync(admin, path, new { teamId = admin.Team, name = "shared.example.com", certificateArn = Certificate, routingMode = RoutingModes.ByRules, routingRules = new[] { Rule(100, stage.Id) } });
        var foreign = await account.MakeApiAsync("Foreign ruled", RoundTripTests.TextOf("mock"));
        await ForeignClient.RunAsync(Sandbox, $$$"""
            client('apigatewayv2', 'us-east-1').create_routing_rule(DomainName='shared.example.com', Priority=5, Conditions=[{'MatchBasePaths': {'AnyOf': ['theirs']}}], Actions=[{'InvokeApi': {'ApiId': '{{{foreign}}}', 'Stage': 'prod'}}])
            """);
        var made = await ReadAsync(admin, path, "shared.example.com");
        Assert.Null(made.RoutingRules[0].Rule);

        var run = await Things.ApplyAsync(admin, $"{path}/{made.Id}/change", Change(admin, RoutingModes.ByRules, Rule(7, stage.Id)));

        Assert.Equal(["Moves routing rule 100 of shared.example.com to 7.", $"Routing rule 7 of shared.example.com: every call to the stage dev of {stage.Api}."], Assert.Single(run.Steps).Details);
        Assert.Equal([5, 7], (await ReadAsync(admin, path, "shared.example.com")).RoutingRules.Select(rule => rule.Priority));
    }

    [Fact]
    public async Task What_AWS_takes_no_rules_for_is_told_before_it_is_asked()
    {
        await using var backend = await Backend.StartAsync();
        var admin = await portal.PersonAsync(Role.Admin);
        var (path, rest, http) = (await PathAsync(admin), await Pipeline.DeployedAsync(admin), await Pipeline.StageAsync(admin, await HttpApiStagesTests.ApiAsync(admin, backend)));
        await Pipeline.DeployAsync(admin, http);
        object Name(object mappings, params object[] rules) => new { teamId = admin.Team, name = "never.example.com", certificateArn = Certificate, routingMode = RoutingModes.RulesFirst, mappings, routingRules = rules };

        await Things.TryProposeAsync(admin, path, Name(Array.Empty<object>(), Rule(1, http.Id))).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:stages:rules-lead-to-rest");
        await Things.TryProposeAsync(admin, path, Name(new[] { new { path = "/", stageId = rest.Id }, new { path = "/light", stageId = http.Id } })).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:stages:no-rules-beside-both-kinds");
        await Things.TryProposeAsync(admin, path, Name(Array.Empty<object>(), Rule(1, Guid.NewGuid()))).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:stages:no-such-stage-to-map");
        await Things.TryProposeAsync(admin, path, Name(Array.Empty<object>(), Rule(1, rest.Id), Rule(1, rest.Id, path: "/v1"))).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
    }

    [Fact]
    public async Task One_that_goes_by_rules_is_adopted_with_them()
    {
        await using var other = new ImportingPortal();
        var admin = await other.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(other);
        var api = await account.MakeApiAsync("Ruled", RoundTripTests.TextOf("mock"));
        await ForeignClient.RunAsync(other.Services.GetRequiredService<SandboxHost>().Address!, $$$"""
            client('apigateway', 'us-east-1').create_domain_name(domainName='ruled.example.com', regionalCertificateArn='{{{Certificate}}}', endpointConfiguration={'types': ['REGIONAL']}, routingMode='ROUTING_RULE_ONLY')
            client('apigatewayv2', 'us-east-1').create_routing_rule(DomainName='ruled.example.com', Priority=3, Conditions=[{'MatchHeaders': {'AnyOf': [{'Header': 'X-A', 'ValueGlob': '*b*'}]}}], Actions=[{'InvokeApi': {'ApiId': '{{{api}}}', 'Stage': 'prod'}}])
            """);

        await admin.Http.PostAsync<ImportReport>($"/api/v1/connections/{account.Connection}/import", new { teamId = admin.Team, restApis = new[] { api }, things = new[] { "domainnames/ruled.example.com" } }, HttpStatusCode.OK);
        var adoption = await admin.Http.PostAsync<ProposedAdoption>($"/api/v1/connections/{account.Connection}/adoption", new { teamId = admin.Team }, HttpStatusCode.OK);
        await Things.DoneAsync(admin, await admin.Http.GetAsync<RunView>($"/api/v1/runs/{adoption.RunId}"));

        var path = Things.Of(account.Connection, "domain-names");
        var ours = await ReadAsync(admin, path, "ruled.example.com");
        var rule = Assert.Single(ours.RoutingRules);
        Assert.Equal((ThingStanding.Ours, "prod of Ruled", new HeaderMatch("X-A", "*b*")), (ours.Standing, rule.Stage, Assert.Single(rule.Rule!.Headers)));
        var change = await Things.ProposeAsync(admin, $"{path}/{ours.Id}/change", Change(admin, ours.RoutingMode, rule.Rule));
        Assert.Equal(RunState.Done, change.State);
        Assert.Empty(await Things.DriftAsync(admin, change));
    }

    private static object Change(Person person, string mode, params object[] rules) =>
        new { teamId = person.Team, certificateArn = Certificate, securityPolicy = "TLS_1_2", mappings = Array.Empty<object>(), routingMode = mode, routingRules = rules };

    private static object Rule(int priority, Guid stage, string? path = null, bool strips = false, params (string Name, string Value)[] headers) =>
        new { priority, stageId = stage, path, stripsPath = strips, headers = headers.Select(header => new { name = header.Name, value = header.Value }) };
}
