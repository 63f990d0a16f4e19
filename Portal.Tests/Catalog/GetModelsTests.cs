using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog;

public sealed class GetModelsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static Task<HttpResponseMessage> TryAsync(Person person, ApiView api, params object[] edits) =>
        person.Http.SendAsync(HttpMethod.Post, $"/api/v1/apis/{api.Id}/edits", new { baseRevision = api.Latest.Number, edits });

    [Fact]
    public async Task A_body_is_checked_against_a_model()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        var revised = await (await TryAsync(
            publisher,
            api,
            new { edit = "addModel", name = "Pet", schema = """{"type":"object","required":["name"]}""" },
            new { edit = "addValidator", name = "all", body = true, parameters = true },
            new { edit = "setDefaultValidator", validator = "all" },
            new { edit = "setModels", method = "POST", path = "/pets", request = new[] { new { contentType = "application/json", model = "Pet" } } })).AnswerAsync<RevisedApi>(HttpStatusCode.OK);

        var models = await publisher.Http.GetAsync<ModelsView>($"/api/v1/apis/{api.Id}/models");
        Assert.Equal(("all", 3), (models.DefaultValidator, Assert.Single(models.Validators).Routes));
        Assert.Equal(["POST /pets"], Assert.Single(models.Models).UsedBy);
        Assert.Equal([new BodyModel { ContentType = "application/json", Model = "Pet" }], models.Routes.Single(route => route.Method is "POST").Request);
        Assert.Contains("\"required\"", (await publisher.Http.GetAsync<ModelText>($"/api/v1/apis/{api.Id}/models/Pet")).Schema, StringComparison.Ordinal);
        Assert.Equal("Changed POST /pets: request body. Models: Pet added. Added the request validator all. Default request validator: (none) -> all.", revised.Api.Latest.Summary);
    }

    [Theory]
    [InlineData("{\n  \"type\": \"object\"\n  \"a\": 1\n}", "Line 3, column 3")]
    [InlineData("[1]", "no JSON object")]
    [InlineData("{\"a\": 1, \"a\": 2}", "Duplicate property 'a'")]
    [InlineData("", "Type a JSON object")]
    public async Task What_is_wrong_with_a_schema_is_said_with_its_line(string schema, string fault)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        var problem = await TryAsync(publisher, api, new { edit = "addModel", name = "Pet", schema }).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");

        Assert.Contains(fault, problem.Errors!.Single(error => error.Key.EndsWith("schema", StringComparison.OrdinalIgnoreCase)).Value[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"edit":"addModel","name":"My Pet","schema":"{}"}""", "name")]
    [InlineData("""{"edit":"addValidator","name":" ","body":true,"parameters":true}""", "name")]
    [InlineData("""{"edit":"setModels","method":"POST","path":"/pets","request":[{"contentType":"json","model":null}]}""", "request[0]")]
    [InlineData("""{"edit":"setModels","method":"POST","path":"/pets","answers":[{"status":"20","contentType":"application/json","model":null}]}""", "answers[0]")]
    [InlineData("""{"edit":"setGatewayResponse","type":"THROTTLED","status":"9"}""", "status")]
    [InlineData("""{"edit":"setGatewayResponse","type":"THROTTLED","headers":{"Retry-After":"60"}}""", "headers")]
    [InlineData("""{"edit":"setGatewayResponse","type":"THROTTLED","templates":{"application/json":""}}""", "templates")]
    public async Task What_API_Gateway_would_refuse_is_said_at_its_field(string edit, string field)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        var problem = await TryAsync(publisher, api, System.Text.Json.JsonElement.Parse(edit)).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");

        Assert.Contains($"edits[0].{field}", problem.Errors!.Keys, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_never_was_is_not_found()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        await publisher.Http.GetAsync($"/api/v1/apis/{api.Id}/models/Pet", TestContext.Current.CancellationToken).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:catalog:no-such-model");
    }

    [Fact]
    public async Task Gateway_responses_are_changed_and_reset()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);
        var revised = await (await TryAsync(publisher, api, new { edit = "setGatewayResponse", type = "THROTTLED", headers = new Dictionary<string, string> { ["Retry-After"] = "'60'" } })).AnswerAsync<RevisedApi>(HttpStatusCode.OK);

        Assert.True((await publisher.Http.GetAsync<GatewayResponsesView>($"/api/v1/apis/{api.Id}/gateway-responses")).Responses.Single(response => response.Type is "THROTTLED").IsChanged);
        Assert.Equal("Added the gateway response THROTTLED.", revised.Api.Latest.Summary);

        revised = await (await TryAsync(publisher, revised.Api, new { edit = "removeGatewayResponse", type = "THROTTLED" })).AnswerAsync<RevisedApi>(HttpStatusCode.OK);
        Assert.Equal("Removed the gateway response THROTTLED.", revised.Api.Latest.Summary);
    }
}
