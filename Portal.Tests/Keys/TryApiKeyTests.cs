using System.Net;
using Portal.Shared;
using Portal.Shared.Audit;
using Portal.Shared.Keys;
using Portal.Shared.Stages;
using Portal.Tests.Plans;
using Portal.Tests.Sandbox;

namespace Portal.Tests.Keys;

public sealed class TryApiKeyTests(KeysPortal portal) : IClassFixture<KeysPortal>
{
    [Fact]
    public async Task The_stages_that_the_plan_opens_are_told_with_their_operations()
    {
        var developer = await portal.DeveloperAsync();
        var key = (await portal.RequestAsync(developer)).Key;

        var stage = Assert.Single((await developer.Http.GetAsync<Page<KeyStage>>($"/api/v1/own/keys/{key.Id}/stages")).Items);

        Assert.Equal((portal.Stage.Id, portal.Api.Name, "dev"), (stage.StageId, stage.Api, stage.Stage));
        Assert.Equal(["GET /pets", "GET /pets/{petId}"], stage.Operations);
    }

    [Fact]
    public async Task A_call_with_the_own_key_is_let_in_and_audited_without_the_key()
    {
        var (developer, auditor) = (await portal.DeveloperAsync(), await portal.PersonAsync(Role.Auditor));
        var made = await portal.RequestAsync(developer);

        var answer = await TryAsync(developer, made.Key);

        Assert.Equal((200, """{"ok":true}"""), (answer.Status, answer.Body));
        var line = (await auditor.Http.GetAsync<Page<AuditLine>>("/api/v1/audit?deed=keys.try&take=100")).Items.First(line => line.By == developer.Id);
        Assert.Equal($"GET /pets, with the key that ends with {made.Value![^4..]}", line.Detail);
    }

    [Fact]
    public async Task A_backend_that_tells_what_it_was_sent_does_not_tell_the_key()
    {
        await using var backend = await Backend.StartAsync();
        // An API may tell its backend the key, under whatever name.
        var proxy = Sandbox.Given.Proxy($"{backend.Url}/seen", mappings: """{"integration.request.header.X-Seen": "method.request.header.x-api-key"}""", parameters: """[{"name": "x-api-key", "in": "header", "schema": {"type": "string"}}]""");
        var keyed = proxy.Insert(proxy.IndexOf('{', StringComparison.Ordinal) + 1, "\"security\": [{\"key\": []}],");
        var api = await Catalog.Given.ApiAsync(portal.Publisher, text: Sandbox.Given.Document($$"""{"/pets": {"get": {{keyed}} } }""", """ "components": {"securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "x-api-key"}}}"""));
        var stage = await Selling.DeployedStageAsync(portal.Publisher, api);
        await portal.PublishAsync(await portal.Publisher.Http.GetAsync<Shared.Catalog.ApiView>($"/api/v1/apis/{api.Id}"));
        var plan = await Selling.PlanAsync(portal.Publisher, stage);
        await Selling.ApplyAsync(portal.Publisher, plan);
        await portal.OfferAsync(plan, Shared.Plans.Availability.Open);
        var developer = await portal.DeveloperAsync();
        var made = await portal.RequestAsync(developer, plan);

        var answer = await developer.Http.PostAsync<TryAnswer>($"/api/v1/own/keys/{made.Key.Id}/try", new { stageId = stage.Id, method = "GET", path = "/pets" }, HttpStatusCode.OK);

        Assert.Equal(200, answer.Status);
        Assert.Contains($"…{made.Value![^4..]}", System.Text.RegularExpressions.Regex.Unescape(answer.Body), StringComparison.Ordinal);
        Assert.DoesNotContain(made.Value, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_persons_key_and_another_plans_stage_are_not_found()
    {
        var (developer, stranger) = (await portal.DeveloperAsync(), await portal.DeveloperAsync());
        var key = (await portal.RequestAsync(developer)).Key;
        var elsewhere = await Selling.DeployedStageAsync(portal.Publisher);

        await TryingAsync(stranger, key, portal.Stage.Id).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
        await TryingAsync(developer, key, elsewhere.Id).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
    }

    [Fact]
    public async Task A_key_that_was_revoked_is_not_tried()
    {
        var developer = await portal.DeveloperAsync();
        var key = (await portal.RequestAsync(developer)).Key;
        await KeysPortal.RevokeAsync(developer, key);

        await TryingAsync(developer, key, portal.Stage.Id).RefusedAsync(HttpStatusCode.Conflict, "urn:portal:keys:not-in-force");
    }

    [Fact]
    public async Task The_header_with_the_key_is_the_portals_own()
    {
        var developer = await portal.DeveloperAsync();
        var key = (await portal.RequestAsync(developer)).Key;

        await developer.Http.SendAsync(HttpMethod.Post, $"/api/v1/own/keys/{key.Id}/try", new { stageId = portal.Stage.Id, method = "GET", path = "/pets", headers = new[] { new { name = "X-Api-Key", value = "mine" } } })
            .RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");
    }

    private async Task<TryAnswer> TryAsync(Person developer, ApiKeyView key) => await (await TryingAsync(developer, key, portal.Stage.Id)).AnswerAsync<TryAnswer>(HttpStatusCode.OK);

    private static Task<HttpResponseMessage> TryingAsync(Person developer, ApiKeyView key, Guid stage) =>
        developer.Http.SendAsync(HttpMethod.Post, $"/api/v1/own/keys/{key.Id}/try", new { stageId = stage, method = "GET", path = "/pets" });
}
