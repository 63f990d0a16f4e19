using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog;

public sealed class GetCorsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static Task<HttpResponseMessage> TryAsync(Person person, ApiView api, object edit) =>
        person.Http.SendAsync(HttpMethod.Post, $"/api/v1/apis/{api.Id}/edits", new { baseRevision = api.Latest.Number, edits = new[] { edit } });

    [Fact]
    public async Task Browsers_are_let_in_and_out()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        var revised = await (await TryAsync(publisher, api, new { edit = "allowBrowsers", paths = new[] { "/pets", "/pets/{petId}" }, cors = new { allowOrigins = new[] { "https://shop.example" }, allowCredentials = true } })).AnswerAsync<RevisedApi>(HttpStatusCode.OK);

        var cors = await publisher.Http.GetAsync<BrowsersView>($"/api/v1/apis/{api.Id}/cors");
        Assert.True(cors.OnErrors);
        Assert.All(cors.Paths, path => Assert.Equal(("https://shop.example", true), (path.Cors?.AllowOrigins[0], path.Cors?.AllowCredentials)));
        Assert.Contains("Added OPTIONS /pets, OPTIONS /pets/{petId}.", revised.Api.Latest.Summary, StringComparison.Ordinal);

        revised = await (await TryAsync(publisher, revised.Api, new { edit = "forbidBrowsers", paths = new[] { "/pets", "/pets/{petId}" } })).AnswerAsync<RevisedApi>(HttpStatusCode.OK);
        Assert.Equal(Given.Pets, (await publisher.Http.GetAsync<RevisionText>($"/api/v1/apis/{api.Id}/revisions/3")).Text);
    }

    [Fact]
    public async Task Several_origins_are_let_in_and_whose_answers_lack_the_header_is_found()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var http = await (await TryAsync(publisher, api, new { edit = "changeRoute", method = "GET", path = "/pets", integration = new { type = "http", method = "GET", url = "https://example.com" } })).AnswerAsync<RevisedApi>(HttpStatusCode.OK);

        var revised = await (await TryAsync(publisher, http.Api, new { edit = "allowBrowsers", paths = new[] { "/pets" }, cors = new { allowOrigins = new[] { "https://a.example", "https://b.example" } } })).AnswerAsync<RevisedApi>(HttpStatusCode.OK);

        var pets = (await publisher.Http.GetAsync<BrowsersView>($"/api/v1/apis/{api.Id}/cors")).Paths.Single(path => path.Path is "/pets");
        Assert.Equal(["https://a.example", "https://b.example"], pets.Cors!.AllowOrigins);
        Assert.Equal(["GET"], pets.NameOne);
        Assert.Equal(FindingLevel.Warning, revised.Caused.Single(finding => finding.Rule is "origins").Level);
    }

    [Fact]
    public async Task A_policy_and_options_of_an_integration_are_said_in_words()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var proxy = await (await TryAsync(publisher, api, new { edit = "changeRoute", method = "GET", path = "/pets", integration = new { type = "httpProxy", method = "GET", url = "https://example.com" } })).AnswerAsync<RevisedApi>(HttpStatusCode.OK);

        var linked = await (await TryAsync(publisher, proxy.Api, new { edit = "setIntegrationOptions", method = "GET", path = "/pets", vpcLink = "abc123", timeoutMillis = 5000 })).AnswerAsync<RevisedApi>(HttpStatusCode.OK);
        Assert.Equal("Changed GET /pets: integration's connectionType, integration's connectionId, integration's timeoutInMillis.", linked.Api.Latest.Summary);

        var guarded = await (await TryAsync(publisher, linked.Api, new { edit = "setPolicy", policy = """{"Statement":{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*"}}""" })).AnswerAsync<RevisedApi>(HttpStatusCode.OK);
        Assert.Equal("Added the resource policy.", guarded.Api.Latest.Summary);
        Assert.Contains("execute-api:/*", (await publisher.Http.GetAsync<GuardsView>($"/api/v1/apis/{api.Id}/security")).Policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"edit":"allowBrowsers","paths":[],"cors":{}}""", "paths")]
    [InlineData("""{"edit":"allowBrowsers","paths":["/pets"],"cors":{"allowOrigins":["https://a.example, https://b.example"]}}""", "cors.allowOrigins")]
    [InlineData("""{"edit":"allowBrowsers","paths":["/pets"],"cors":{"allowOrigins":["https://a.example","*"]}}""", "cors.allowOrigins")]
    [InlineData("""{"edit":"allowBrowsers","paths":["/pets"],"cors":{"allowOrigins":[]}}""", "cors.allowOrigins")]
    [InlineData("""{"edit":"allowBrowsers","paths":["/pets"],"cors":{"allowCredentials":true}}""", "cors.allowOrigins")]
    [InlineData("""{"edit":"setIntegrationOptions","method":"GET","path":"/pets","vpcLink":"a b"}""", "vpcLink")]
    [InlineData("""{"edit":"setIntegrationOptions","method":"GET","path":"/pets","timeoutMillis":49}""", "timeoutMillis")]
    [InlineData("""{"edit":"setIntegrationOptions","method":"GET","path":"/pets","requestParameters":{"header.X":"'a'"}}""", "requestParameters")]
    [InlineData("""{"edit":"setIntegrationOptions","method":"GET","path":"/pets","requestParameters":{"integration.request.header.X":"blue"}}""", "requestParameters")]
    [InlineData("""{"edit":"setIntegrationOptions","method":"GET","path":"/pets","answers":[{"pattern":"(","status":"200"}]}""", "answers")]
    [InlineData("""{"edit":"setIntegrationOptions","method":"GET","path":"/pets","answers":[{"pattern":"default","status":"99"}]}""", "answers")]
    [InlineData("""{"edit":"setIntegrationOptions","method":"GET","path":"/pets","answers":[{"pattern":"default","status":"200"},{"pattern":"3..","status":"200"}]}""", "answers")]
    [InlineData("""{"edit":"setIntegrationOptions","method":"GET","path":"/pets","answers":[{"pattern":"default","status":"200","headers":{"X":"blue"}}]}""", "answers")]
    [InlineData("""{"edit":"setIntegrationOptions","method":"GET","path":"/pets","cacheKeys":["page"]}""", "cacheKeys")]
    [InlineData("""{"edit":"setPolicy","policy":"{"}""", "policy")]
    public async Task What_API_Gateway_would_refuse_is_said_at_its_field(string edit, string field)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        var problem = await TryAsync(publisher, api, System.Text.Json.JsonElement.Parse(edit)).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");

        Assert.Contains($"edits[0].{field}", problem.Errors!.Keys, StringComparer.OrdinalIgnoreCase);
    }
}
