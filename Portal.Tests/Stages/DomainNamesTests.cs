using System.Net;
using System.Net.WebSockets;
using System.Text;
using Amazon.APIGateway.Model;
using Amazon.ApiGatewayV2.Model;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Connections;
using Portal.Shared;
using Portal.Shared.Connections;
using Portal.Shared.Stages;
using Portal.Shared.Sync;
using Portal.Tests.Connections;
using Portal.Tests.Plans;
using Portal.Tests.Sandbox;
using Portal.Tests.Sync;
using static Portal.Tests.Stages.Naming;

namespace Portal.Tests.Stages;

/// <summary>Names of one's own by the HTTP door, with the sandbox behind it.</summary>
public sealed class DomainNamesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Certificate = "arn:aws:acm:us-east-1:123456789012:certificate/0123abcd-0000-0000-0000-000000000000";
    private const string Renewed = "arn:aws:acm:us-east-1:123456789012:certificate/4567abcd-0000-0000-0000-000000000000";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private Uri Sandbox => portal.Services.GetRequiredService<SandboxHost>().Address!;

    [Fact]
    public async Task A_name_is_made_leads_to_stages_and_says_what_DNS_needs()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var (path, stage, other) = (await PathAsync(admin), await Pipeline.DeployedAsync(admin), await Pipeline.DeployedAsync(admin));

        var run = await Things.ApplyAsync(admin, path, Terms(admin, "api.example.com", ("/", stage.Id), ("/shop/v2", other.Id)));

        Assert.Equal([$"api.example.com/ leads to the stage dev of {stage.Api}.", $"api.example.com/shop/v2 leads to the stage dev of {other.Api}."], Assert.Single(run.Steps).Details);
        var made = await ReadAsync(admin, path, "api.example.com");
        Assert.Equal([("/", (Guid?)stage.Id), ("/shop/v2", other.Id)], made.Mappings.Select(mapping => (mapping.Path, mapping.StageId)));
        Assert.Equal(("AVAILABLE", ThingStanding.Ours), (made.Status, made.Standing));
        Assert.EndsWith(".amazonaws.com", made.Target, StringComparison.Ordinal);
        Assert.Empty(await Things.DriftAsync(admin, run));
    }

    [Fact]
    public async Task Terms_and_mappings_change_in_one_step_and_come_back()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var (path, stage, other) = (await PathAsync(admin), await Pipeline.DeployedAsync(admin), await Pipeline.DeployedAsync(admin));
        await Things.ApplyAsync(admin, path, Terms(admin, "change.example.com", ("/", stage.Id), ("/old", other.Id)));
        var made = await ReadAsync(admin, path, "change.example.com");

        var run = await Things.ApplyAsync(admin, $"{path}/{made.Id}/change", new
        {
            teamId = admin.Team,
            certificateArn = Renewed,
            securityPolicy = "TLS_1_2",
            truststoreUri = "s3://trust/store.pem",
            mappings = new[] { new { path = "/", stageId = other.Id }, new { path = "/new", stageId = stage.Id } },
        });

        Assert.Equal(
            [
                $"Certificate: {Certificate} -> {Renewed}.",
                "Clients need a certificate, which is held against s3://trust/store.pem.",
                $"change.example.com/old leads nowhere any more (was the stage dev of {other.Api}): calls to it are refused.",
                $"change.example.com/ leads to the stage dev of {other.Api} (was the stage dev of {stage.Api}).",
                $"change.example.com/new leads to the stage dev of {stage.Api}.",
            ],
            Assert.Single(run.Steps).Details);
        await Things.DoneAsync(admin, await Things.UndoAsync(admin, run));
        var back = await ReadAsync(admin, path, "change.example.com");
        Assert.Equal((Certificate, null, 2), (back.CertificateArn, back.TruststoreUri, back.Mappings.Count));
    }

    [Fact]
    public async Task Its_addresses_are_of_both_versions_where_that_is_asked_for_and_stay_so()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var path = await PathAsync(admin);
        await Things.ApplyAsync(admin, path, new { teamId = admin.Team, name = "both.example.com", certificateArn = Certificate, ipAddressType = "dualstack" });
        var made = await ReadAsync(admin, path, "both.example.com");

        var run = await Things.ApplyAsync(admin, $"{path}/{made.Id}/change", new { teamId = admin.Team, certificateArn = Renewed, securityPolicy = "TLS_1_2", mappings = Array.Empty<object>() });

        Assert.Equal(("dualstack", "BASE_PATH_MAPPING_ONLY"), (made.IpAddressType, made.RoutingMode));
        Assert.Equal([$"Certificate: {Certificate} -> {Renewed}."], Assert.Single(run.Steps).Details);
        Assert.Equal("dualstack", (await ReadAsync(admin, path, "both.example.com")).IpAddressType);
    }

    [Fact]
    public async Task A_mapping_that_somebody_else_made_is_drift_and_stays_when_others_change()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var (path, stage) = (await PathAsync(admin), await Pipeline.DeployedAsync(admin));
        var run = await Things.ApplyAsync(admin, path, Terms(admin, "drift.example.com", ("/", stage.Id)));
        var foreign = await account.MakeApiAsync("Foreign shop", RoundTripTests.TextOf("mock"));
        await account.Aws.WritingV2.CreateApiMappingAsync(new CreateApiMappingRequest { DomainName = "drift.example.com", ApiMappingKey = "theirs", ApiId = foreign, Stage = "prod" }, Cancelled);

        var finding = Assert.Single(await Things.DriftAsync(admin, run));
        Assert.Equal(("/mappings/~1theirs", "drift.example.com/theirs"), (finding.Place, finding.PlaceName));

        var made = await ReadAsync(admin, path, "drift.example.com");
        await Things.ApplyAsync(admin, $"{path}/{made.Id}/change", new { teamId = admin.Team, certificateArn = Renewed, securityPolicy = "TLS_1_2", mappings = new[] { new { path = "/", stageId = stage.Id } } });
        Assert.Contains((await ReadAsync(admin, path, "drift.example.com")).Mappings, mapping => mapping is { Path: "/theirs", StageId: null });
    }

    [Fact]
    public async Task Names_lead_to_stages_of_HTTP_APIs_beside_those_of_REST_APIs()
    {
        await using var backend = await Backend.StartAsync();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var (path, rest, http) = (await PathAsync(admin), await Pipeline.DeployedAsync(admin), await Pipeline.DeployedAsync(admin, await HttpApiStagesTests.ApiAsync(admin, backend)));

        var run = await Things.ApplyAsync(admin, path, Terms(admin, "light.example.com", ("/", rest.Id), ("/light", http.Id)));
        Assert.Equal(HttpStatusCode.OK, await CallAsync(Sandbox, "light.example.com", "/light/pets/7"));
        Assert.Empty(await Things.DriftAsync(admin, run));

        var made = await ReadAsync(admin, path, "light.example.com");
        var changed = await Things.ApplyAsync(admin, $"{path}/{made.Id}/change", Changed(admin, ("/lighter", http.Id)));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (await CallAsync(Sandbox, "light.example.com", "/lighter/pets/7"), await CallAsync(Sandbox, "light.example.com", "/light/pets/7")));

        await DropMappingsAsync(account, "light.example.com");
        var finding = Assert.Single(await Things.DriftAsync(admin, changed));
        Assert.Equal("light.example.com/lighter", finding.PlaceName);
        var restored = await admin.Http.PostAsync<RestoredDrift>($"/api/v1/drift/{finding.Id}/restore", new { });
        await Things.DoneAsync(admin, await admin.Http.GetAsync<RunView>($"/api/v1/runs/{restored.RunId}"));
        Assert.Equal(HttpStatusCode.OK, await CallAsync(Sandbox, "light.example.com", "/lighter/pets/7"));
        await Things.DoneAsync(admin, await Things.ProposeAsync(admin, $"{path}/{made.Id}/deletion", new { teamId = admin.Team }));
    }

    [Fact]
    public async Task Names_lead_to_stages_of_WebSocket_APIs_and_then_to_no_others()
    {
        await using var backend = await Backend.StartAsync();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var (path, rest, socket) = (await PathAsync(admin), await Pipeline.DeployedAsync(admin), await Pipeline.DeployedAsync(admin, await Selling.SocketApiAsync(admin, backend.Url, keyed: false)));

        await Things.TryProposeAsync(admin, path, Terms(admin, "both.chat.example.com", ("/", socket.Id), ("/shop", rest.Id))).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:stages:not-shared-by-kinds");

        var run = await Things.ApplyAsync(admin, path, Terms(admin, "chat.example.com", ("/", socket.Id)));
        Assert.Equal([$"chat.example.com/ leads to the stage dev of {socket.Api}."], Assert.Single(run.Steps).Details);
        Assert.Contains("/ask", await AskAsync("chat.example.com", "/"), StringComparison.Ordinal);
        Assert.Empty(await Things.DriftAsync(admin, run));

        var made = await ReadAsync(admin, path, "chat.example.com");
        Assert.Equal($"dev of {socket.Api}", Assert.Single(made.Mappings).Stage);
        var changed = await Things.ApplyAsync(admin, $"{path}/{made.Id}/change", Changed(admin, ("/talk", socket.Id)));
        Assert.Contains("/ask", await AskAsync("chat.example.com", "/talk"), StringComparison.Ordinal);

        await DropMappingsAsync(account, "chat.example.com");
        Assert.Equal("chat.example.com/talk", Assert.Single(await Things.DriftAsync(admin, changed)).PlaceName);
        await Things.DoneAsync(admin, await Things.ProposeAsync(admin, $"{path}/{made.Id}/deletion", new { teamId = admin.Team }));
        Assert.DoesNotContain((await admin.Http.GetAsync<Page<DomainNameView>>(path)).Items, name => name.Name is "chat.example.com");
    }

    [Fact]
    public async Task A_name_is_deleted_when_its_name_is_typed()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var (path, stage) = (await PathAsync(admin), await Pipeline.DeployedAsync(admin));
        await Things.ApplyAsync(admin, path, Terms(admin, "gone.example.com", ("/", stage.Id)));
        var made = await ReadAsync(admin, path, "gone.example.com");

        var deletion = await Things.ProposeAsync(admin, $"{path}/{made.Id}/deletion", new { teamId = admin.Team });
        Assert.Equal("gone.example.com", deletion.NameToType);
        await Things.DoneAsync(admin, deletion);

        Assert.DoesNotContain((await admin.Http.GetAsync<Page<DomainNameView>>(path)).Items, name => name.Name is "gone.example.com");
        await Things.DoneAsync(admin, await Things.UndoAsync(admin, await admin.Http.GetAsync<RunView>($"/api/v1/runs/{deletion.Id}")));
        Assert.Equal(stage.Id, Assert.Single((await ReadAsync(admin, path, "gone.example.com")).Mappings).StageId);
    }

    [Fact]
    public async Task A_stage_that_runs_nothing_or_is_not_there_is_told()
    {
        var admin = await portal.PersonAsync(Role.Admin);
        var path = await PathAsync(admin);
        var empty = await Pipeline.StageAsync(admin, await Catalog.Given.ApiAsync(admin));

        var problem = await Things.TryProposeAsync(admin, path, Terms(admin, "a.example.com", ("/", empty.Id))).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:stages:nothing-to-map");
        Assert.Equal($"AWS maps a name to a stage that is there. Deploy first to dev of {empty.Api}.", problem.Detail);
        await Things.TryProposeAsync(admin, path, Terms(admin, "a.example.com", ("/", Guid.NewGuid()))).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:stages:no-such-stage-to-map");
    }

    [Theory]
    [InlineData("api", "/", "Name")]
    [InlineData("api.example.com", "v1", "Mappings")]
    [InlineData("api.example.com", "/ping", "Mappings")]
    public async Task What_is_no_name_or_no_path_is_told(string name, string mapping, string field)
    {
        var admin = await portal.PersonAsync(Role.Admin);

        var problem = await Things.TryProposeAsync(admin, await PathAsync(admin), Terms(admin, name, (mapping, Guid.NewGuid()))).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");

        Assert.Contains(field, problem.Errors!.Keys);
    }

    [Fact]
    public async Task One_that_was_imported_is_adopted_with_its_mappings()
    {
        await using var other = new ImportingPortal();
        var admin = await other.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(other);
        var api = await account.MakeApiAsync("Mapped", RoundTripTests.TextOf("mock"));
        await account.Aws.Writing.CreateDomainNameAsync(new() { DomainName = "theirs.example.com", RegionalCertificateArn = Certificate, EndpointConfiguration = new() { Types = ["REGIONAL"] } }, Cancelled);
        await account.Aws.Writing.CreateBasePathMappingAsync(new CreateBasePathMappingRequest { DomainName = "theirs.example.com", BasePath = "v1", RestApiId = api, Stage = "prod" }, Cancelled);

        await admin.Http.PostAsync<ImportReport>($"/api/v1/connections/{account.Connection}/import", new { teamId = admin.Team, restApis = new[] { api }, things = new[] { "domainnames/theirs.example.com" } }, HttpStatusCode.OK);
        var adoption = await admin.Http.PostAsync<ProposedAdoption>($"/api/v1/connections/{account.Connection}/adoption", new { teamId = admin.Team }, HttpStatusCode.OK);
        await Things.DoneAsync(admin, await admin.Http.GetAsync<RunView>($"/api/v1/runs/{adoption.RunId}"));

        var ours = Assert.Single((await admin.Http.GetAsync<Page<DomainNameView>>(Things.Of(account.Connection, "domain-names"))).Items);
        Assert.Equal((ThingStanding.Ours, "/v1", "prod of Mapped"), (ours.Standing, Assert.Single(ours.Mappings).Path, ours.Mappings[0].Stage));
        var change = await Things.ProposeAsync(admin, Things.Of(account.Connection, $"domain-names/{ours.Id}/change"), new { teamId = admin.Team, certificateArn = Certificate, securityPolicy = ours.SecurityPolicy, mappings = new[] { new { path = "/v1", stageId = ours.Mappings[0].StageId } } });
        Assert.Equal(RunState.Done, change.State);
    }

    private static object Terms(Person person, string name, params (string Path, Guid Stage)[] mappings) =>
        new { teamId = person.Team, name, certificateArn = Certificate, mappings = mappings.Select(mapping => new { path = mapping.Path, stageId = mapping.Stage }) };

    private static object Changed(Person person, params (string Path, Guid Stage)[] mappings) =>
        new { teamId = person.Team, certificateArn = Certificate, securityPolicy = "TLS_1_2", mappings = mappings.Select(mapping => new { path = mapping.Path, stageId = mapping.Stage }) };

    /// <summary>By somebody at the console.</summary>
    private static async Task DropMappingsAsync(ForeignAccount account, string name)
    {
        foreach (var mapping in (await account.Aws.V2.GetApiMappingsAsync(new GetApiMappingsRequest { DomainName = name }, Cancelled)).Items)
        {
            await account.Aws.WritingV2.DeleteApiMappingAsync(new DeleteApiMappingRequest { DomainName = name, ApiMappingId = mapping.ApiMappingId }, Cancelled);
        }
    }

    /// <summary>What the route ask answers over a connection under the name.</summary>
    private async Task<string> AskAsync(string name, string path)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Host", name);
        await socket.ConnectAsync(new UriBuilder(Sandbox) { Scheme = "ws", Path = path }.Uri, Cancelled);
        await socket.SendAsync("""{"action":"ask"}"""u8.ToArray(), WebSocketMessageType.Text, true, Cancelled);
        var buffer = new byte[64 * 1024];
        var received = await socket.ReceiveAsync(buffer, Cancelled);

        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }
}
