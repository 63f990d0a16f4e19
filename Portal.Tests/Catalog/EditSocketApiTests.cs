using System.Net;
using System.Text.Json;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog;

/// <summary>WebSocket APIs have routes that messages name, and one place to guard.</summary>
public sealed class EditSocketApiTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Function = "arn:aws:lambda:eu-central-1:123456789012:function:chat";

    private static readonly object Chat = new { type = "Lambda", uri = Function };

    private static Task<ApiView> ApiAsync(Person person) =>
        person.Http.PostAsync<ApiView>("/api/v1/apis", new { teamId = person.Team, name = $"Chat {Guid.NewGuid():N}", protocol = "WebSocket" });

    private static Task<HttpResponseMessage> TryAsync(Person person, ApiView api, params object[] edits) =>
        person.Http.SendAsync(HttpMethod.Post, $"/api/v1/apis/{api.Id}/edits", new { baseRevision = api.Latest.Number, edits });

    private static async Task<ApiView> EditAsync(Person person, ApiView api, params object[] edits) =>
        (await (await TryAsync(person, api, edits)).AnswerAsync<RevisedApi>(HttpStatusCode.OK)).Api;

    private static Task<SocketRoutesView> RoutesAsync(Person person, ApiView api) => person.Http.GetAsync<SocketRoutesView>($"/api/v1/apis/{api.Id}/socket-routes");

    private static async Task<string> TextAsync(Person person, ApiView api, int number) => (await person.Http.GetAsync<RevisionText>($"/api/v1/apis/{api.Id}/revisions/{number}")).Text;

    private static Task<ModelText> ModelAsync(Person person, ApiView api, string name) => person.Http.GetAsync<ModelText>($"/api/v1/apis/{api.Id}/models/{name}");

    [Fact]
    public async Task An_API_is_defined_from_nothing_and_may_be_deployed()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await ApiAsync(publisher);

        api = await EditAsync(
            publisher,
            api,
            new { edit = "addAuthorizer", name = "door", authorizer = new { type = "request", function = Function, identitySources = new[] { "route.request.querystring.token" } } },
            new { edit = "addSocketRoute", key = "$connect", integration = Chat },
            new { edit = "addSocketRoute", key = "$default", answers = true, integration = new { type = "Mock", requestTemplates = new Dictionary<string, string> { ["$default"] = "{\"statusCode\": 200}" }, answers = new[] { new { pattern = "$default", templates = new Dictionary<string, string> { ["$default"] = "what?" } } } } },
            new { edit = "addSocketRoute", key = "send", operationId = "send", integration = new { type = "HttpProxy", uri = "https://${stageVariables.backend}/send", vpcLink = "${stageVariables.link}", timeoutMillis = 5000, requestParameters = new Dictionary<string, string> { ["integration.request.header.X-Connection"] = "context.connectionId" } } },
            new { edit = "setGuard", operations = new[] { "ANY /$connect" }, guard = new { type = "authorizer", authorizer = "door" } });

        var view = await RoutesAsync(publisher, api);
        Assert.Equal("$request.body.action", view.Selection);
        Assert.Equal(["$connect", "$default", "send"], view.Routes.Select(route => route.Key));
        Assert.Equivalent(new Guard.By { Authorizer = "door" }, view.Routes[0].Guard);
        Assert.Equal(Function, view.Routes[0].Integration!.Uri);
        Assert.True(view.Routes[1].Answers);
        Assert.Equal("what?", Assert.Single(view.Routes[1].Integration!.Answers).Templates["$default"]);
        Assert.Equal(("${stageVariables.link}", 5000, "POST"), (view.Routes[2].Integration!.VpcLink, view.Routes[2].Integration!.TimeoutMillis, view.Routes[2].Integration!.Method));
        Assert.Equal(0, api.Findings.Errors);
        Assert.Equal(3, (await publisher.Http.GetAsync<FindingsView>($"/api/v1/apis/{api.Id}/findings")).Deployable);
    }

    [Fact]
    public async Task A_route_gets_another_name_and_leaves_no_trace()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await ApiAsync(publisher);
        var empty = await TextAsync(publisher, api, 1);

        api = await EditAsync(publisher, api, new { edit = "addSocketRoute", key = "send", integration = Chat });
        var added = await TextAsync(publisher, api, 2);
        api = await EditAsync(publisher, api, new { edit = "changeSocketRoute", key = "send", newKey = "say" });
        Assert.Equal(added.Replace("\"/send\"", "\"/say\"", StringComparison.Ordinal), await TextAsync(publisher, api, 3));

        api = await EditAsync(publisher, api, new { edit = "changeSocketRoute", key = "say", newKey = "send" });
        Assert.Equal(added, await TextAsync(publisher, api, 4));

        api = await EditAsync(publisher, api, new { edit = "removeRoute", method = "ANY", path = "/send" });
        Assert.Equal(JsonElement.Parse(empty).ToString(), JsonElement.Parse(await TextAsync(publisher, api, 5)).ToString(), ignoreAllWhiteSpace: true);
    }

    [Fact]
    public async Task What_is_said_again_changes_nothing()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await EditAsync(publisher, await ApiAsync(publisher), new { edit = "addSocketRoute", key = "send", answers = true, integration = Chat });
        var route = Assert.Single((await RoutesAsync(publisher, api)).Routes);

        var again = await (await TryAsync(publisher, api, new { edit = "changeSocketRoute", key = "send", answers = true, integration = route.Integration })).AnswerAsync<RevisedApi>(HttpStatusCode.OK);

        Assert.False(again.IsNew);
    }

    [Fact]
    public async Task The_type_of_an_integration_is_changed_with_all_that_belongs_to_it()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await EditAsync(publisher, await ApiAsync(publisher), new { edit = "addSocketRoute", key = "send", integration = new { type = "Http", uri = "https://example.com", vpcLink = "abc123" } }, new { edit = "setRouteSelection", expression = "${request.body.kind}" });

        api = await EditAsync(publisher, api, new { edit = "changeSocketRoute", key = "send", integration = Chat });

        var view = await RoutesAsync(publisher, api);
        Assert.Equal("${request.body.kind}", view.Selection);
        Assert.Equivalent(new SocketIntegrationView { Type = SocketIntegrationType.Lambda, Uri = Function, Method = "POST" }, Assert.Single(view.Routes).Integration);
        Assert.DoesNotContain("VPC_LINK", await TextAsync(publisher, api, api.Latest.Number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_are_held_against_models_and_answers_are_described_by_them()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await EditAsync(
            publisher,
            await ApiAsync(publisher),
            new { edit = "addModel", name = "Message", schema = """{"type":"object","description":"From the schema."}""" },
            new { edit = "addModel", name = "Ping", schema = """{"type":"object"}""", contentType = "text/json", description = "Are you there?" },
            new { edit = "addSocketRoute", key = "send", answers = true, integration = Chat, messages = new { selection = "$request.body.kind", models = new[] { new { key = "$default", model = "Message" }, new { key = "ping", model = "Ping" } } }, replies = new { models = new[] { new { key = "$default", model = "Ping" } } } });

        var route = Assert.Single((await RoutesAsync(publisher, api)).Routes);
        Assert.Equal("$request.body.kind", route.Messages.Selection);
        Assert.Equal([("$default", "Message"), ("ping", "Ping")], route.Messages.Models.Select(model => (model.Key, model.Model!)));
        Assert.Equal([new MessageModel { Key = "$default", Model = "Ping" }], route.Replies.Models);
        Assert.Equal(0, api.Findings.Errors);
        Assert.Equal("From the schema.", (await ModelAsync(publisher, api, "Message")).Description);
        Assert.Equal("Are you there?", (await ModelAsync(publisher, api, "Ping")).Description);

        var used = (await publisher.Http.GetAsync<ModelsView>($"/api/v1/apis/{api.Id}/models")).Models;
        Assert.All(used, model => Assert.Equal(["ANY /send"], model.UsedBy));
        await TryAsync(publisher, api, new { edit = "removeModel", name = "Ping" }).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:catalog:edit-refused");

        api = await EditAsync(publisher, api, new { edit = "renameModel", name = "Ping", to = "Pong" }, new { edit = "changeModel", name = "Pong", schema = """{"type":"object","title":"Pong"}""" });
        var pong = await ModelAsync(publisher, api, "Pong");
        Assert.Equal(("text/json", "Are you there?"), (pong.ContentType, pong.Description));
        Assert.Equal("Pong", (await RoutesAsync(publisher, api)).Routes[0].Messages.Models[1].Model);

        api = await EditAsync(publisher, api, new { edit = "changeSocketRoute", key = "send", messages = new { }, replies = new { } }, new { edit = "removeModel", name = "Pong" });
        Assert.Empty((await RoutesAsync(publisher, api)).Routes[0].Messages.Models);
        Assert.DoesNotContain("x-amazon-apigateway-model-selection-expression", await TextAsync(publisher, api, api.Latest.Number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_connects_brings_a_key_and_parameters()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await EditAsync(
            publisher,
            await ApiAsync(publisher),
            new { edit = "addSocketRoute", key = "$connect", integration = Chat, apiKeyRequired = true, parameters = new[] { new { name = "room", @in = "query", required = true } } },
            new { edit = "setApiKeySource", source = "Authorizer" });
        var before = await TextAsync(publisher, api, api.Latest.Number);

        var view = await RoutesAsync(publisher, api);
        Assert.Equal((ApiKeySource.Authorizer, true), (view.ApiKeySource, view.Routes[0].ApiKeyRequired));
        Assert.Equal(("room", "query", true), (view.Routes[0].Parameters[0].Name, view.Routes[0].Parameters[0].In, view.Routes[0].Parameters[0].Required));
        Assert.Equal(ApiKeySource.Authorizer, (await publisher.Http.GetAsync<GuardsView>($"/api/v1/apis/{api.Id}/security")).ApiKeySource);
        Assert.Contains("x-amazon-apigateway-api-key-source", before, StringComparison.Ordinal);

        Assert.False((await (await TryAsync(publisher, api, new { edit = "changeSocketRoute", key = "$connect", apiKeyRequired = true, parameters = view.Routes[0].Parameters }, new { edit = "setApiKeySource", source = "Authorizer" })).AnswerAsync<RevisedApi>(HttpStatusCode.OK)).IsNew);

        api = await EditAsync(publisher, api, new { edit = "changeSocketRoute", key = "$connect", apiKeyRequired = false, parameters = Array.Empty<object>() }, new { edit = "setApiKeySource", source = "Header" });
        var after = await TextAsync(publisher, api, api.Latest.Number);
        Assert.All(new[] { "apiKey", "parameters", "api-key-source" }, word => Assert.DoesNotContain(word, after, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"edit":"addRoute","method":"GET","path":"/pets"}""")]
    [InlineData("""{"edit":"addAuthorizer","name":"a","authorizer":{"type":"token","function":"arn:aws:lambda:eu-central-1:123456789012:function:a"}}""")]
    [InlineData("""{"edit":"addAuthorizer","name":"a","authorizer":{"type":"request","function":"arn:aws:lambda:eu-central-1:123456789012:function:a","identitySources":["method.request.header.A"]}}""")]
    [InlineData("""{"edit":"addAuthorizer","name":"a","authorizer":{"type":"request","function":"arn:aws:lambda:eu-central-1:123456789012:function:a","identitySources":["route.request.header.A"],"ttlSeconds":60}}""")]
    [InlineData("""{"edit":"setGuard","operations":["ANY /send"],"guard":{"type":"iam"}}""")]
    [InlineData("""{"edit":"setDefaultGuard","guard":{"type":"iam"},"apiKeyRequired":false}""")]
    [InlineData("""{"edit":"addValidator","name":"a","body":true,"parameters":true}""")]
    [InlineData("""{"edit":"setGatewayResponse","type":"THROTTLED","status":"429"}""")]
    [InlineData("""{"edit":"allowBrowsers","paths":["/send"],"cors":{}}""")]
    public async Task What_WebSocket_APIs_lack_is_refused(string edit)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);

        await TryAsync(publisher, await ApiAsync(publisher), JsonElement.Parse(edit)).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:catalog:of-other-protocol");
    }

    [Theory]
    [InlineData("""{"edit":"addSocketRoute","key":"send","integration":{"type":"Mock"}}""")]
    [InlineData("""{"edit":"setRouteSelection","expression":"$request.body.action"}""")]
    [InlineData("""{"edit":"addModel","name":"Pet2","schema":"{}","description":"A pet."}""")]
    [InlineData("""{"edit":"addAuthorizer","name":"a","authorizer":{"type":"request","function":"arn:aws:lambda:eu-central-1:123456789012:function:a","identitySources":["route.request.header.A"]}}""")]
    public async Task Other_APIs_have_no_routes_of_messages(string edit)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await Given.ApiAsync(publisher);

        await TryAsync(publisher, api, JsonElement.Parse(edit)).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:catalog:of-other-protocol");
        await publisher.Http.SendAsync(HttpMethod.Get, $"/api/v1/apis/{api.Id}/socket-routes", new { }).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:catalog:of-other-protocol");
    }

    [Theory]
    [InlineData("""{"edit":"addSocketRoute","key":"a/b","integration":{"type":"Mock"}}""", "key")]
    [InlineData("""{"edit":"addSocketRoute","key":"$other","integration":{"type":"Mock"}}""", "key")]
    [InlineData("""{"edit":"addSocketRoute","key":"a","integration":{"type":"Http","uri":"ftp://example.com"}}""", "integration.uri")]
    [InlineData("""{"edit":"addSocketRoute","key":"a","integration":{"type":"Lambda","uri":"chat"}}""", "integration.uri")]
    [InlineData("""{"edit":"addSocketRoute","key":"a","integration":{"type":"Mock","vpcLink":"abc"}}""", "integration.vpcLink")]
    [InlineData("""{"edit":"addSocketRoute","key":"a","integration":{"type":"Mock","timeoutMillis":29001}}""", "integration.timeoutMillis")]
    [InlineData("""{"edit":"addSocketRoute","key":"a","integration":{"type":"Mock","requestParameters":{"integration.request.header.A":"a"}}}""", "integration.requestParameters")]
    [InlineData("""{"edit":"addSocketRoute","key":"a","integration":{"type":"Mock","answers":[{"pattern":"200"}]}}""", "integration.answers")]
    [InlineData("""{"edit":"addSocketRoute","key":"a","integration":{"type":"Mock","answers":[{"pattern":"$default","contentHandling":"PERHAPS"}]}}""", "integration.answers")]
    [InlineData("""{"edit":"addSocketRoute","key":"a","integration":{"type":"Mock"},"apiKeyRequired":true}""", "apiKeyRequired")]
    [InlineData("""{"edit":"changeSocketRoute","key":"a","parameters":[{"name":"b","in":"query"}]}""", "parameters")]
    [InlineData("""{"edit":"changeSocketRoute","key":"$connect","parameters":[{"name":"b","in":"path"}]}""", "parameters")]
    [InlineData("""{"edit":"changeSocketRoute","key":"a","messages":{"models":[{"key":"ping","model":"Ping"}]}}""", "messages.selection")]
    [InlineData("""{"edit":"changeSocketRoute","key":"a","replies":{"selection":"$request.body.kind","models":[{"key":"ping","model":null}]}}""", "replies.models")]
    [InlineData("""{"edit":"addModel","name":"A","schema":"{}","contentType":"json"}""", "contentType")]
    [InlineData("""{"edit":"setApiKeySource","source":7}""", "source")]
    [InlineData("""{"edit":"changeSocketRoute","key":"a","newKey":"a b"}""", "newKey")]
    [InlineData("""{"edit":"setRouteSelection","expression":"request.body.action"}""", "expression")]
    public async Task What_API_Gateway_would_refuse_is_said_at_its_field(string edit, string field)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);

        var problem = await TryAsync(publisher, await ApiAsync(publisher), JsonElement.Parse(edit)).RefusedAsync(HttpStatusCode.BadRequest, "urn:portal:platform:malformed");

        Assert.Contains($"edits[0].{field}", problem.Errors!.Keys, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_guarded_route_does_not_become_one_that_cannot_be_guarded()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await EditAsync(publisher, await ApiAsync(publisher), new { edit = "addSocketRoute", key = "$connect", integration = Chat }, new { edit = "setGuard", operations = new[] { "ANY /$connect" }, guard = new { type = "iam" } });

        await TryAsync(publisher, api, new { edit = "changeSocketRoute", key = "$connect", newKey = "send" }).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:catalog:edit-refused");
    }
}
