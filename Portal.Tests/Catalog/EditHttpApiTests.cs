using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog;

/// <summary>HTTP APIs have authorizers and CORS of their own, and lack what REST APIs have.</summary>
public sealed class EditHttpApiTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Function = "arn:aws:lambda:eu-central-1:123456789012:function:authorize";

    private static async Task<ApiView> ApiAsync(Person person) => (await person.Http.PostAsync<RevisedApi>("/api/v1/apis/import", new
    {
        teamId = person.Team,
        name = $"Pets {Guid.NewGuid():N}",
        protocol = "Http",
        document = new { text = Given.Pets.Replace("type: mock", "type: http_proxy", StringComparison.Ordinal).Replace("  status: 200\n  contentType: application/json\n  body: '{\"ok\":true}'", "  baseUrl: https://example.com", StringComparison.Ordinal) },
    })).Api;

    private static Task<HttpResponseMessage> TryAsync(Person person, ApiView api, params object[] edits) =>
        person.Http.SendAsync(HttpMethod.Post, $"/api/v1/apis/{api.Id}/edits", new { baseRevision = api.Latest.Number, edits });

    [Fact]
    public async Task Routes_are_guarded_by_signed_tokens_and_functions()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await ApiAsync(publisher);

        var revised = await (await TryAsync(
            publisher,
            api,
            new { edit = "addAuthorizer", name = "pool", authorizer = new { type = "jwt", issuer = "https://issuer.example/pool", audience = new[] { "shop" } } },
            new { edit = "addAuthorizer", name = "staff", authorizer = new { type = "httpRequest", function = Function, identitySources = new[] { "$request.header.X-Staff" }, simpleResponses = true, ttlSeconds = 60 } },
            new { edit = "setGuard", operations = new[] { "GET /pets" }, guard = new { type = "authorizer", authorizer = "pool", scopes = new[] { "pets/read" } } },
            new { edit = "setGuard", operations = new[] { "POST /pets" }, guard = new { type = "authorizer", authorizer = "staff" } })).AnswerAsync<RevisedApi>(HttpStatusCode.OK);

        var security = await publisher.Http.GetAsync<GuardsView>($"/api/v1/apis/{api.Id}/security");
        Assert.Equivalent(new Authorizer.Jwt { Issuer = "https://issuer.example/pool", Audience = ["shop"] }, security.Schemes[0].Authorizer);
        Assert.Equivalent(new Authorizer.HttpRequest { Function = Function, IdentitySources = ["$request.header.X-Staff"], SimpleResponses = true, TtlSeconds = 60 }, security.Schemes[1].Authorizer);
        Assert.Equal(0, revised.Api.Findings.Errors);
        Assert.Equal(3, (await publisher.Http.GetAsync<FindingsView>($"/api/v1/apis/{api.Id}/findings")).Deployable);
    }

    [Fact]
    public async Task An_authorizer_is_changed_and_leaves_no_trace()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await ApiAsync(publisher);
        var text = (await publisher.Http.GetAsync<RevisionText>($"/api/v1/apis/{api.Id}/revisions/1")).Text;
        var added = await (await TryAsync(publisher, api, new { edit = "addAuthorizer", name = "pool", authorizer = new { type = "jwt", issuer = "https://issuer.example/pool", audience = new[] { "shop" } } })).AnswerAsync<RevisedApi>(HttpStatusCode.OK);

        var changed = await (await TryAsync(publisher, added.Api, new { edit = "changeAuthorizer", name = "pool", authorizer = new { type = "httpRequest", function = Function } })).AnswerAsync<RevisedApi>(HttpStatusCode.OK);
        Assert.Equivalent(new Authorizer.HttpRequest { Function = Function }, (await publisher.Http.GetAsync<GuardsView>($"/api/v1/apis/{api.Id}/security")).Schemes[0].Authorizer);

        await (await TryAsync(publisher, changed.Api, new { edit = "removeAuthorizer", name = "pool" })).AnswerAsync<RevisedApi>(HttpStatusCode.OK);
        Assert.Equal(text, (await publisher.Http.GetAsync<RevisionText>($"/api/v1/apis/{api.Id}/revisions/4")).Text);
    }

    [Fact]
    public async Task Browsers_are_let_in_and_out_of_all_routes()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await ApiAsync(publisher);
        var text = (await publisher.Http.GetAsync<RevisionText>($"/api/v1/apis/{api.Id}/revisions/1")).Text;

        var revised = await (await TryAsync(publisher, api, new { edit = "setHttpCors", cors = new { allowOrigins = new[] { "https://a.example", "https://b.example" }, allowMethods = new[] { "GET" }, allowCredentials = true, maxAge = 60 } })).AnswerAsync<RevisedApi>(HttpStatusCode.OK);

        var cors = (await publisher.Http.GetAsync<BrowsersView>($"/api/v1/apis/{api.Id}/cors")).OfHttpApi!;
        Assert.Equal(["https://a.example", "https://b.example"], cors.AllowOrigins);
        Assert.Equal((true, 60), (cors.AllowCredentials, cors.MaxAge));
        Assert.Equal("Added what browsers may send.", revised.Api.Latest.Summary);

        await (await TryAsync(publisher, revised.Api, new { edit = "setHttpCors", cors = (object?)null })).AnswerAsync<RevisedApi>(HttpStatusCode.OK);
        Assert.Equal(text, (await publisher.Http.GetAsync<RevisionText>($"/api/v1/apis/{api.Id}/revisions/3")).Text);
    }

    [Theory]
    [InlineData("""{"edit":"addAuthorizer","name":"a","authorizer":{"type":"token","function":"arn:aws:lambda:eu-central-1:123456789012:function:a"}}""")]
    [InlineData("""{"edit":"addAuthorizer","name":"a","authorizer":{"type":"cognito","userPools":["arn:aws:cognito-idp:eu-central-1:123456789012:userpool/a"]}}""")]
    [InlineData("""{"edit":"setDefaultGuard","guard":{"type":"open"},"apiKeyRequired":true}""")]
    [InlineData("""{"edit":"addValidator","name":"a","body":true,"parameters":true}""")]
    [InlineData("""{"edit":"setGatewayResponse","type":"THROTTLED","status":"429"}""")]
    [InlineData("""{"edit":"allowBrowsers","paths":["/pets"],"cors":{}}""")]
    [InlineData("""{"edit":"setPolicy","policy":"{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}}"}""")]
    [InlineData("""{"edit":"setIntegrationOptions","method":"GET","path":"/pets","contentHandling":"CONVERT_TO_TEXT"}""")]
    public async Task What_HTTP_APIs_lack_is_refused(string edit)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);

        await TryAsync(publisher, await ApiAsync(publisher), System.Text.Json.JsonElement.Parse(edit)).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:catalog:of-other-protocol");
    }

    [Theory]
    [InlineData("""{"edit":"addAuthorizer","name":"a","authorizer":{"type":"jwt","issuer":"https://issuer.example","audience":["a"]}}""")]
    [InlineData("""{"edit":"setHttpCors","cors":{"allowOrigins":["*"]}}""")]
    public async Task What_REST_APIs_lack_is_refused(string edit)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);

        await TryAsync(publisher, await Given.ApiAsync(publisher), System.Text.Json.JsonElement.Parse(edit)).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:catalog:of-other-protocol");
    }

    [Theory]
    [InlineData("""{"edit":"addAuthorizer","name":"a","authorizer":{"type":"jwt","issuer":"issuer","audience":["a"]}}""", "authorizer.issuer")]
    [InlineData("""{"edit":"addAuthorizer","name":"a","authorizer":{"type":"jwt","issuer":"https://issuer.example","audience":[]}}""", "authorizer.audience")]
    [InlineData("""{"edit":"addAuthorizer","name":"a","authorizer":{"type":"jwt","issuer":"https://issuer.example","audience":["a"],"identitySource":"method.request.header.A"}}""", "authorizer.identitySource")]
    [InlineData("""{"edit":"addAuthorizer","name":"a","authorizer":{"type":"httpRequest","function":"arn:aws:lambda:eu-central-1:123456789012:function:a","payloadVersion":"1.0","simpleResponses":true}}""", "authorizer.simpleResponses")]
    [InlineData("""{"edit":"addAuthorizer","name":"a","authorizer":{"type":"httpRequest","function":"arn:aws:lambda:eu-central-1:123456789012:function:a","ttlSeconds":60}}""", "authorizer.identitySources")]
    [InlineData("""{"edit":"setHttpCors","cors":{"allowOrigins":["*"],"allowCredentials":true}}""", "cors.allowOrigins")]
    [InlineData("""{"edit":"setHttpCors","cors":{"allowOrigins":["*"],"maxAge":86401}}""", "cors.maxAge")]
    public async Task What_API_Gateway_would_refuse_is_said_at_its_field(string edit, string field)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);

        var problem = await TryAsync(publisher, await ApiAsync(publisher), System.Text.Json.JsonElement.Parse(edit)).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");

        Assert.Contains($"edits[0].{field}", problem.Errors!.Keys, StringComparer.OrdinalIgnoreCase);
    }
}
