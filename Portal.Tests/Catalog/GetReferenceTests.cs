using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog;

public sealed class GetReferenceTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Shop = """
        openapi: 3.1.0
        info: {title: Shop, version: 2.1.0, description: "Sells **things**."}
        x-portal-default-integration: {type: mock, status: 200, body: '{}'}
        paths:
          /things:
            get:
              operationId: listThings
              summary: Lists things
              tags: [things]
              parameters:
                - {name: limit, in: query, required: true, schema: {type: integer, maximum: 50}}
              responses:
                '200': {description: Things, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}}}}
            post:
              operationId: addThing
              deprecated: true
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
              responses:
                '201': {description: Added}
          /secret:
            get:
              operationId: secret
              x-portal-leave-out: true
              responses:
                '200': {description: Not for you}
        components:
          schemas:
            Thing:
              type: object
              required: [name]
              properties:
                name: {type: string}
                parent: {$ref: '#/components/schemas/Thing'}

        """;

    [Fact]
    public async Task A_WebSocket_API_is_connected_to_and_spoken_to()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = (await publisher.Http.PostAsync<RevisedApi>("/api/v1/apis/import", new
        {
            teamId = publisher.Team,
            name = $"Chat {Guid.NewGuid():N}",
            protocol = "WebSocket",
            document = new
            {
                text = """
                    openapi: 3.0.1
                    info: { title: Chat, version: "1" }
                    x-amazon-apigateway-route-selection-expression: $request.body.kind.name
                    components:
                      schemas: { Question: { type: object, properties: { text: { type: string, example: Hello } } } }
                      securitySchemes: { key: { type: apiKey, in: header, name: x-api-key } }
                    paths:
                      /$connect: { x-amazon-apigateway-any-method: { security: [{ key: [] }], parameters: [{ name: room, in: query, required: true, schema: { type: string, example: "7" } }], x-amazon-apigateway-integration: { type: mock } } }
                      /$disconnect: { x-amazon-apigateway-any-method: { x-amazon-apigateway-integration: { type: mock } } }
                      /ask: { x-amazon-apigateway-any-method: { summary: Ask, requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Question" } } } }, x-amazon-apigateway-integration: { type: mock } } }
                    """,
            },
        })).Api;
        await publisher.Http.PutAsync<ApiView>($"/api/v1/apis/{api.Id}", new { api.Name, api.Description, status = "Published", audience = "Everyone", teamId = publisher.Team, version = api.Version });

        var reference = await publisher.Http.GetAsync<ReferenceView>($"/api/v1/catalog/{api.AwsName}");

        Assert.Equal([("CONNECT", "$connect"), ("CLOSE", "$disconnect"), ("SEND", "ask")], reference.Operations.Select(operation => (operation.Link.Method, operation.Link.Path)));
        var (connect, disconnect, ask) = (reference.Operations[0], reference.Operations[1], reference.Operations[2]);
        Assert.Equal("wscat -c 'wss://address-of-the-api?room=7' \\\n  -H 'x-api-key: YOUR_API_KEY'", connect.Samples[0].Text);
        Assert.Equal(["wscat", "C#", "Python"], connect.Samples.Select(sample => sample.Language));
        Assert.Empty(disconnect.Samples);
        Assert.Equal(["an open connection"], ask.Needs);
        Assert.Equal("""{"kind":{"name":"ask"},"text":"Hello"}""", System.Text.Json.Nodes.JsonNode.Parse(Assert.Single(ask.Samples).Text)!.ToJsonString());
    }

    [Fact]
    public async Task A_reference_tells_what_a_caller_must_know()
    {
        var reference = await ReferenceAsync();

        Assert.Equal("2.1.0", reference.Outline.Entry.Version);
        Assert.Contains("**things**", reference.About, StringComparison.Ordinal);
        var list = Assert.Single(reference.Operations, operation => operation.Link is { Method: "GET", Path: "/things" });
        var limit = Assert.Single(list.Parameters);
        Assert.Equal(("limit", "query", true), (limit.Name, limit.In, limit.Required));
        Assert.NotEmpty(list.Responses);
        Assert.Contains(list.Samples, sample => sample.Text.Contains("curl", StringComparison.Ordinal));
        Assert.True(Assert.Single(reference.Operations, operation => operation.Link.Method is "POST").Link.Deprecated);
    }

    [Fact]
    public async Task What_is_left_out_does_not_show() =>
        Assert.DoesNotContain((await ReferenceAsync()).Operations, operation => operation.Link.Path is "/secret");

    [Fact]
    public async Task The_document_that_is_handed_out_says_nothing_of_the_portal()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await PublishAsync(publisher);
        var text = await portal.CreateClient().GetStringAsync($"/api/v1/catalog/{api.AwsName}/document", TestContext.Current.CancellationToken);

        Assert.Contains("listThings", text, StringComparison.Ordinal);
        Assert.DoesNotContain("x-portal", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_are_read_without_a_script()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        var api = await PublishAsync(publisher);
        var visitor = portal.CreateClient();

        Assert.Contains(api.Name, await visitor.GetStringAsync($"/catalog?q={api.AwsName[^32..]}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var page = await visitor.GetStringAsync($"/catalog/{api.AwsName}", TestContext.Current.CancellationToken);
        Assert.Contains("Lists things", page, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web", page, StringComparison.Ordinal);
    }

    private static async Task<ApiView> PublishAsync(Person publisher)
    {
        var api = await Given.ApiAsync(publisher, text: Shop);

        return await publisher.Http.PutAsync<ApiView>($"/api/v1/apis/{api.Id}", new { api.Name, api.Description, status = "Published", audience = "Everyone", teamId = api.Team.Id, api.Version });
    }

    private async Task<ReferenceView> ReferenceAsync()
    {
        var api = await PublishAsync(await portal.PersonAsync(Role.Publisher));

        return await portal.CreateClient().GetAsync<ReferenceView>($"/api/v1/catalog/{api.AwsName}");
    }
}
