using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Server.Audit;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Sync;
using Portal.Tests.Stages;
using Portal.Tests.Sync;

namespace Portal.Tests.Connections;

/// <summary>What a state of Terraform names is Terraform's: looked at, patched and never written. Each test has its own portal, because a connection's states hold for all of it.</summary>
public sealed class GiveTerraformStateTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_of_what_a_state_names_is_a_patch_until_it_is_taken_away()
    {
        await using var portal = new ImportingPortal();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var api = await account.MakeApiAsync("Terraform's pets", RoundTripTests.TextOf("mock"));
        var report = await ImportAccountTests.ImportAsync(admin, account, [api], []);
        await ProposeAdoptionTests.VariablesAsync(admin, report.Things[1].Id!.Value);

        var given = await TerraformStates.GiveAsync(admin, account.Connection, "pets, prod", TerraformStates.Of(("module.shop", "aws_api_gateway_rest_api", "pets", new() { ["id"] = api })));
        var last = await account.LastCallAsync();
        Assert.Equal((1, 2, 0), (given.State.Total, given.Imported, given.Elsewhere));
        Assert.Null((await ProposeAdoptionTests.ProposeAsync(admin, account)).RunId);

        var proposed = await ProposeAdoptionTests.DeployAsync(admin, report.Things[1].Id!.Value);
        using var approved = await ProposeAdoptionTests.ApproveAsync(admin, proposed.RunId);
        var run = await admin.Http.GetFromJsonAsync<RunView>($"/api/v1/runs/{proposed.RunId}", Json.Options, Cancelled);
        var patch = await admin.Http.GetFromJsonAsync<RunPatch>($"/api/v1/runs/{proposed.RunId}/patch", Json.Options, Cancelled);
        Assert.Equal(HttpStatusCode.Conflict, approved.StatusCode);
        Assert.Equal("Terraform (as module.shop.aws_api_gateway_rest_api.pets)", run!.OwnedBy);
        Assert.Contains("""resource "aws_api_gateway_stage" "this" {""", Assert.Single(patch!.Things).Snippet, StringComparison.Ordinal);
        Assert.Contains("as module.shop.aws_api_gateway_rest_api.pets", (await admin.Http.GetFromJsonAsync<ApiView>($"/api/v1/apis/{report.Things[0].Id}", Json.Options, Cancelled))!.ReadOnlyBecause, StringComparison.Ordinal);
        Assert.Equal(run.OwnedBy, Assert.Single((await ImportAccountTests.PreviewAsync(admin, account)).RestApis).OwnedBy);
        Assert.Empty(await account.WritesAfterAsync(last));

        using var taken = await admin.Http.DeleteAsync(TerraformStates.Url(account.Connection, "pets, prod"), Cancelled);
        Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
        Assert.NotNull((await ProposeAdoptionTests.ProposeAsync(admin, account)).RunId);
    }

    /// <summary>It bears the portal's tag, and nothing told the portal before it looked.</summary>
    [Fact]
    public async Task What_the_portal_made_and_a_state_names_is_not_written_either()
    {
        await using var portal = new ImportingPortal();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var stage = await Pipeline.StageAsync(admin, await Catalog.Given.ApiAsync(admin));
        await Pipeline.DeployAsync(admin, stage);
        var made = Assert.Single((await account.Aws.Reading.GetRestApisAsync(new() { Limit = 500 }, Cancelled)).Items);
        await TerraformStates.GiveAsync(admin, account.Connection, "all", TerraformStates.Of((null, "aws_api_gateway_method", "get", new() { ["rest_api_id"] = made.Id })));
        var gateway = await portal.Services.GetRequiredService<IGateways>().OpenAsync(account.Connection, Cancelled);
        var last = await account.LastCallAsync();
        var live = await gateway.ReadAsync(GatewayScope.OfApi(account.Connection, stage.ApiId.ToString(), stage.Id.ToString()), Cancelled);

        foreach (var spec in live.Specs.Where(spec => spec is not DeploymentSpec))
        {
            var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => gateway.DeleteAsync(spec, Cancelled));
            Assert.Contains("as aws_api_gateway_method.get", refused.Message, StringComparison.Ordinal);
        }

        Assert.Empty(await account.WritesAfterAsync(last));
    }

    [Fact]
    public async Task The_log_role_that_a_state_names_is_not_changed_from_here()
    {
        await using var portal = new ImportingPortal();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        await TerraformStates.GiveAsync(admin, account.Connection, "base", TerraformStates.Of((null, "aws_api_gateway_account", "logs", new() { ["id"] = "api-gateway-account" })));

        var proposed = await Things.ProposeAsync(admin, Things.Of(account.Connection, "settings"), new { teamId = admin.Team, logRoleArn = "arn:aws:iam::123456789012:role/Logs" });
        using var approved = await ProposeAdoptionTests.ApproveAsync(admin, proposed.Id);

        Assert.Equal("Terraform (as aws_api_gateway_account.logs)", proposed.OwnedBy);
        Assert.Equal(HttpStatusCode.Conflict, approved.StatusCode);
    }

    [Fact]
    public async Task Given_again_it_says_what_is_named_now_and_the_trail_says_both()
    {
        await using var portal = new ImportingPortal();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var (one, two) = (await account.MakeApiAsync("One", RoundTripTests.TextOf("mock")), await account.MakeApiAsync("Two", RoundTripTests.TextOf("mock")));

        await TerraformStates.GiveAsync(admin, account.Connection, "shop", TerraformStates.Of((null, "aws_api_gateway_rest_api", "it", new() { ["id"] = one })));
        await TerraformStates.GiveAsync(admin, account.Connection, "shop", TerraformStates.Shown((null, "aws_api_gateway_rest_api", "it", new() { ["id"] = two })));

        var found = (await ImportAccountTests.PreviewAsync(admin, account)).RestApis;
        Assert.Null(found.Single(api => api.AwsId == one).OwnedBy);
        Assert.Equal("Terraform (as aws_api_gateway_rest_api.it)", found.Single(api => api.AwsId == two).OwnedBy);
        var listed = await admin.Http.GetFromJsonAsync<Page<TerraformStateView>>($"/api/v1/connections/{account.Connection}/terraform-states", Json.Options, Cancelled);
        Assert.Equal(new TerraformThingView($"restapis/{two}", "aws_api_gateway_rest_api.it"), Assert.Single(Assert.Single(listed!.Items).Things));
        await using var scope = portal.Services.CreateAsyncScope();
        Assert.Equal(2, await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<AuditEvent>().CountAsync(line => line.Deed == "connections.give-state", Cancelled));
    }

    [Fact]
    public async Task Nothing_else_of_a_state_is_kept_or_logged()
    {
        await using var portal = new TalkativePortal();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        var state = TerraformStates.Of(
            (null, "aws_api_gateway_api_key", "needle", new() { ["id"] = "k1" }),
            (null, "aws_db_instance", "orders", new() { ["id"] = "db", ["password"] = TerraformStates.Secret }));

        var given = await TerraformStates.GiveAsync(admin, account.Connection, "shop", state);
        using var broken = await TerraformStates.TryGiveAsync(admin, account.Connection, "shop", state[..^9]);
        using var unnamed = await TerraformStates.TryGiveAsync(admin, account.Connection, new string('n', 101), state);

        Assert.Equal("apikeys/k1", Assert.Single(given.State.Things).Path);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest), (broken.StatusCode, unnamed.StatusCode));
        Assert.DoesNotContain(TerraformStates.Secret, await broken.Content.ReadAsStringAsync(Cancelled) + await unnamed.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.DoesNotContain(TerraformStates.Secret, portal.Log, StringComparison.Ordinal);
        var files = await EveryWord.FilesAsync(portal.Folder, Cancelled);
        Assert.Contains(files, file => file.Text.Contains("aws_api_gateway_api_key.needle", StringComparison.Ordinal));
        Assert.All(files, file => Assert.False(file.Text.Contains(TerraformStates.Secret, StringComparison.Ordinal), file.Name));
        Assert.DoesNotContain(files, file => file.Text.Contains("aws_db_instance", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_does_not_look_after_connections_gives_none()
    {
        await using var portal = new ImportingPortal();
        var publisher = await portal.PersonAsync(Role.Publisher);
        await using var account = await ForeignAccount.OfAsync(portal);

        using var refused = await TerraformStates.TryGiveAsync(publisher, account.Connection, "shop", TerraformStates.Of());

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private sealed class TalkativePortal : PortalFixture
    {
        private readonly EveryWord _said = new();

        public string Log => _said.Text;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            _said.Hear(builder);
        }
    }
}
