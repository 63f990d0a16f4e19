using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;
using Portal.Tests.Sandbox;
using Given = Portal.Tests.Catalog.Given;

namespace Portal.Tests.Stages;

public sealed class TrySocketTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    /// <summary>Seconds: longer than an answer takes on a busy machine.</summary>
    private const int Silence = 5;

    [Fact]
    public async Task What_is_sent_is_answered_over_one_connection()
    {
        await using var backend = await Backend.StartAsync();
        var publisher = await portal.PersonAsync(Role.Publisher);
        var dev = await DeployedAsync(publisher, backend);

        var talk = await TalkAsync(publisher, dev, new { query = new[] { new { name = "room", value = "7" } }, messages = new[] { """{"action":"ask","text":"a"}""", """{"action":"ask","text":"b"}""" }, silence = Silence });

        Assert.Equal((101, null), (talk.Status, talk.Closed));
        Assert.Equal(2, talk.Received.Count);
        Assert.All(talk.Received, message => Assert.Contains("/first", message.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_handshake_lacks_is_refused()
    {
        await using var backend = await Backend.StartAsync();
        var publisher = await portal.PersonAsync(Role.Publisher);
        var dev = await DeployedAsync(publisher, backend);

        var talk = await TalkAsync(publisher, dev, new { messages = new[] { "hello" }, silence = 1 });

        Assert.Equal((400, 0), (talk.Status, talk.Received.Count));
    }

    [Fact]
    public async Task A_message_that_its_model_does_not_take_is_told_so()
    {
        await using var backend = await Backend.StartAsync();
        var publisher = await portal.PersonAsync(Role.Publisher);
        var dev = await DeployedAsync(publisher, backend);

        var talk = await TalkAsync(publisher, dev, new { query = new[] { new { name = "room", value = "7" } }, messages = new[] { """{"action":"ask"}""" }, silence = Silence });

        Assert.DoesNotContain("/first", Assert.Single(talk.Received).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_API_is_not_spoken_to()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var dev = await Pipeline.StageAsync(publisher, await Given.ApiAsync(publisher));

        await publisher.Http.SendAsync(HttpMethod.Post, $"/api/v1/stages/{dev.Id}/talk", new { }).RefusedAsync(HttpStatusCode.UnprocessableEntity, "urn:portal:stages:not-tried-by-socket");
    }

    private static Task<SocketTalk> TalkAsync(Person publisher, StageView stage, object request) => publisher.Http.PostAsync<SocketTalk>($"/api/v1/stages/{stage.Id}/talk", request, HttpStatusCode.OK);

    internal static async Task<StageView> DeployedAsync(Person publisher, Backend backend)
    {
        var api = (await publisher.Http.PostAsync<RevisedApi>("/api/v1/apis/import", new
        {
            teamId = publisher.Team,
            name = $"Chat {Guid.NewGuid():N}",
            protocol = "WebSocket",
            document = new
            {
                text = $$"""
                    openapi: 3.0.1
                    info: { title: Chat, version: "1" }
                    x-amazon-apigateway-route-selection-expression: $request.body.action
                    components: { schemas: { Question: { type: object, required: [text], properties: { text: { type: string } } } } }
                    paths:
                      /$connect:
                        x-amazon-apigateway-any-method:
                          parameters: [{ name: room, in: query, required: true, schema: { type: string } }]
                          x-amazon-apigateway-integration: { type: mock, requestTemplates: { $default: "{\"statusCode\": 200}" }, templateSelectionExpression: \$default }
                      /ask:
                        x-amazon-apigateway-any-method:
                          requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Question" } } } }
                          x-amazon-apigateway-route-response: true
                          x-amazon-apigateway-integration: { type: http_proxy, httpMethod: POST, uri: "{{backend.Url}}/first" }
                    """,
            },
        })).Api;
        var dev = await Pipeline.StageAsync(publisher, api);
        await Pipeline.DeployAsync(publisher, dev);

        return dev;
    }
}
