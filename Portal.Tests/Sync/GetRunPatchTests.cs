using System.Net;
using System.Net.Http.Json;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Connections;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync;

public sealed class GetRunPatchTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_of_what_Terraform_owns_is_a_patch()
    {
        await using var portal = new ImportingPortal();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        await TerraformAsync(admin, account);
        var api = await account.MakeApiAsync("Terraform pets", RoundTripTests.TextOf("mock"), new() { ["ManagedBy"] = "Terraform" });
        var report = await ImportAccountTests.ImportAsync(admin, account, [api], []);
        await ProposeAdoptionTests.VariablesAsync(admin, report.Things[1].Id!.Value);
        var last = await account.LastCallAsync();

        Assert.Equal((null, 2), await ProposeAdoptionTests.ProposeAsync(admin, account) is var adoption ? (adoption.RunId, adoption.LeftOut) : default);
        var proposed = await ProposeAdoptionTests.DeployAsync(admin, report.Things[1].Id!.Value);
        using var approved = await ProposeAdoptionTests.ApproveAsync(admin, proposed.RunId);
        var run = await admin.Http.GetFromJsonAsync<RunView>($"/api/v1/runs/{proposed.RunId}", Json.Options, Cancelled);
        var patch = await admin.Http.GetFromJsonAsync<RunPatch>($"/api/v1/runs/{proposed.RunId}/patch", Json.Options, Cancelled);

        Assert.Equal(HttpStatusCode.Conflict, approved.StatusCode);
        Assert.Contains("urn:portal:sync:owned-elsewhere", await approved.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Equal("Terraform (by the tag ManagedBy=terraform)", run!.OwnedBy);
        Assert.NotNull(run.Objection);
        var stage = Assert.Single(patch!.Things);
        Assert.Contains("""-    "backend": "example.com" """.TrimEnd(), stage.Diff, StringComparison.Ordinal);
        Assert.Contains("""+    "backend": "other.example.com" """.TrimEnd(), stage.Diff, StringComparison.Ordinal);
        Assert.Contains("""resource "aws_api_gateway_stage" "this" {""", stage.Snippet, StringComparison.Ordinal);
        Assert.Contains("""backend = "other.example.com" """.TrimEnd(), stage.Snippet, StringComparison.Ordinal);
        Assert.Empty(await account.WritesAfterAsync(last));
    }

    [Fact]
    public async Task Of_a_WebSocket_API_it_holds_the_route_that_changes_and_no_other()
    {
        await using var portal = new ImportingPortal();
        var admin = await portal.PersonAsync(Role.Admin);
        await using var account = await ForeignAccount.OfAsync(portal);
        await TerraformAsync(admin, account);
        var id = await ImportWebSocketApiTests.MakeAsync(account, "Terraform chat", new() { ["ManagedBy"] = "terraform" });
        var report = await AdoptionLaw.ImportAsync(admin, account, Protocol.WebSocket, id);
        var api = await admin.Http.GetAsync<ApiView>($"/api/v1/apis/{report.Things[0].Id}");
        await admin.Http.PostAsync<RevisedApi>(
            $"/api/v1/apis/{api.Id}/edits",
            new { baseRevision = api.Latest.Number, edits = new object[] { new { edit = "changeSocketRoute", key = "send", operationId = "sends" } } },
            HttpStatusCode.OK);

        var proposed = await ProposeAdoptionTests.DeployAsync(admin, report.Things[1].Id!.Value);
        var patch = await admin.Http.GetAsync<RunPatch>($"/api/v1/runs/{proposed.RunId}/patch");

        var snippet = patch.Things.Single(thing => thing.Of is "API Terraform chat").Snippet;
        Assert.Equal(["resource \"aws_apigatewayv2_route\" \"send\" {"], snippet.Split('\n').Where(line => line.StartsWith("resource", StringComparison.Ordinal)));
        Assert.Contains("  operation_name = \"sends\"", snippet, StringComparison.Ordinal);
    }

    private static async Task TerraformAsync(Person admin, ForeignAccount account)
    {
        var connection = await admin.Http.GetFromJsonAsync<ConnectionView>($"/api/v1/connections/{account.Connection}", Json.Options, Cancelled);
        using var changed = await admin.Http.PutAsJsonAsync(
            $"/api/v1/connections/{account.Connection}",
            new { name = connection!.Name, roleArn = (string?)null, serviceUrl = (string?)null, accessLogGroupArn = (string?)null, terraformTag = "ManagedBy=terraform", version = connection.Version },
            Cancelled);
        Assert.True(changed.IsSuccessStatusCode, await changed.Content.ReadAsStringAsync(Cancelled));
    }
}
