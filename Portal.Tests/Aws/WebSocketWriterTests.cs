using Portal.Server.Aws;
using Portal.Server.Catalog;
using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.WebSockets;
using Portal.Server.Gateway;
using Portal.Server.Sync;
using Portal.Tests.Catalog.Documents;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Aws;

/// <summary>A WebSocket API is written thing by thing. Wherever that is cut, each route is as it was or as it shall be, and a second try ends as wanted.</summary>
public sealed class WebSocketWriterTests
{
    private const string Lambda = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:chat/invocations";

    private const string Before = $$"""
        x-amazon-apigateway-route-selection-expression: $request.body.action
        components:
          schemas:
            Message: { description: "What is said.", type: object, required: [text, author], properties: { text: { type: string }, author: { $ref: "#/components/schemas/Person" } } }
            Person: { type: object, required: [name], properties: { name: { type: string } } }
          securitySchemes:
            guard: { type: apiKey, name: Unused, in: header, x-amazon-apigateway-authorizer: { type: request, identitySource: route.request.querystring.token, authorizerUri: "{{Lambda}}" } }
        paths:
          /$connect:
            x-amazon-apigateway-any-method: { security: [{ guard: [] }], parameters: [{ name: room, in: query, required: true }, { name: X-Client, in: header }], x-amazon-apigateway-integration: { type: aws_proxy, uri: "{{Lambda}}" } }
          /$default:
            x-amazon-apigateway-any-method: { x-amazon-apigateway-integration: { type: mock, requestTemplates: { "200": "{\"statusCode\":200}" }, templateSelectionExpression: "200" } }
          /ask:
            x-amazon-apigateway-any-method: { x-amazon-apigateway-route-response: true, responses: { default: { description: "An answer.", content: { application/json: { schema: { $ref: "#/components/schemas/Person" } } } } }, x-amazon-apigateway-integration: { type: http_proxy, httpMethod: POST, uri: "https://backend.example.com/ask" } }
          /old:
            x-amazon-apigateway-any-method: { x-amazon-apigateway-integration: { type: http_proxy, httpMethod: POST, uri: "https://backend.example.com/old" } }
          /send:
            x-amazon-apigateway-any-method: { operationId: send, requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Message" } } } }, x-amazon-apigateway-integration: { type: http_proxy, httpMethod: POST, uri: "https://backend.example.com/send" } }
        """;

    private const string After = $$"""
        x-amazon-apigateway-route-selection-expression: $request.body.type
        x-amazon-apigateway-api-key-source: AUTHORIZER
        components:
          schemas:
            Message: { description: "What is said.", x-portal-description: "", x-portal-content-type: text/json, type: object, required: [text], properties: { text: { type: string, maxLength: 100 } } }
            Ping: { x-portal-description: "Are you there?", type: object, required: [at], properties: { at: { type: integer }, answer: { $ref: "#/components/schemas/Pong" } } }
            Pong: { type: object, properties: { of: { $ref: "#/components/schemas/Ping" }, others: { type: array, items: { $ref: "#/components/schemas/Pong" } } } }
          securitySchemes:
            key: { type: apiKey, name: x-api-key, in: header }
            other: { type: apiKey, name: Unused, in: header, x-amazon-apigateway-authorizer: { type: request, identitySource: route.request.header.Token, authorizerUri: "{{Lambda}}", authorizerCredentials: "arn:aws:iam::123456789012:role/guard" } }
        paths:
          /$connect:
            x-amazon-apigateway-any-method: { security: [{ other: [], key: [] }], parameters: [{ name: X-Client, in: header, required: true }], x-amazon-apigateway-integration: { type: aws_proxy, uri: "{{Lambda}}" } }
          /$default:
            x-amazon-apigateway-any-method:
              x-amazon-apigateway-route-response: true
              x-amazon-apigateway-integration:
                type: http
                httpMethod: POST
                uri: https://backend.example.com/default
                requestTemplates: { $default: "{\"all\": true}" }
                templateSelectionExpression: \$default
                responses: { $default: { responseTemplates: { "200": "{}" }, templateSelectionExpression: "200" }, "/5\\d\\d/": { responseTemplates: { "500": "{}" }, contentHandling: CONVERT_TO_TEXT } }
          /ask:
            x-amazon-apigateway-any-method: { x-amazon-apigateway-route-response: true, x-amazon-apigateway-response-model-selection-expression: $integration.response.body.kind, x-amazon-apigateway-response-models: { ping: Ping }, responses: { default: { description: "An answer.", content: { application/json: { schema: { $ref: "#/components/schemas/Message" } } } } }, x-amazon-apigateway-integration: { type: http_proxy, httpMethod: POST, uri: "https://backend.example.com/ask", requestParameters: { integration.request.header.who: context.connectionId } } }
          /send:
            x-amazon-apigateway-any-method: { operationId: send, x-amazon-apigateway-model-selection-expression: $request.body.kind, x-amazon-apigateway-request-models: { $default: Message, ping: Ping }, x-amazon-apigateway-integration: { type: http_proxy, httpMethod: POST, uri: "https://backend.example.com/send" } }
        """;

    private static readonly string[] Operations =
        ["CreateApi", "UpdateApi", "CreateModel", "UpdateModel", "CreateAuthorizer", "CreateIntegration", "CreateIntegrationResponse", "CreateRoute", "UpdateRoute", "CreateRouteResponse", "UpdateRouteResponse", "DeleteRoute", "DeleteAuthorizer", "DeleteModel", "DeleteIntegration", "DeleteApi"];

    public static TheoryData<string, string> Cuts => [.. from operation in Operations from kind in new[] { "reset-before", "reset-after" } select (operation, kind)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task What_is_cut_is_done_from_there(string operation, string kind)
    {
        await using var bench = await AwsBench.StartAsync();
        var (before, after) = (Spec(Before), Spec(After));

        await bench.FailAsync(operation, kind);
        await TryTwiceAsync(bench, null, before, gateway => gateway.CreateAsync(before, Cancelled));
        Assert.Equal(before.Text, (await LiveAsync(bench))!.Text);

        // Once more, where the first write did not need it.
        await bench.FailAsync(operation, kind);
        await TryTwiceAsync(bench, before, after, gateway => gateway.UpdateAsync(before, after, Cancelled));
        Assert.Equal(after.Text, (await LiveAsync(bench))!.Text);
        Assert.Empty((await bench.Gateway.LookAsync(GatewayScope.OfApi(Guid.Empty, after.Address), null, Cancelled)).Beside);
        Assert.Single(await ApisV2.AllAsync(bench.Clients, Cancelled));

        await TryTwiceAsync(bench, after, null, gateway => gateway.DeleteAsync(after, Cancelled));
        Assert.Empty(await ApisV2.AllAsync(bench.Clients, Cancelled));
    }

    [Fact]
    public async Task What_is_as_wanted_is_not_written()
    {
        await using var bench = await AwsBench.StartAsync();
        var spec = Spec(After);
        await bench.Gateway.CreateAsync(spec, Cancelled);
        var last = await bench.LastCallAsync();

        await bench.Gateway.UpdateAsync(spec, spec, Cancelled);

        Assert.All(await bench.CallsAfterAsync(last), call => Assert.True(call.IsRead));
    }

    [Fact]
    public async Task One_route_changed_is_three_writes()
    {
        await using var bench = await AwsBench.StartAsync();
        var spec = Spec(Before);
        await bench.Gateway.CreateAsync(spec, Cancelled);
        var last = await bench.LastCallAsync();

        await bench.Gateway.UpdateAsync(spec, Spec(Before.Replace("backend.example.com/old", "backend.example.com/new", StringComparison.Ordinal)), Cancelled);

        Assert.Equal(["CreateIntegration", "UpdateRoute", "DeleteIntegration"], (await bench.CallsAfterAsync(last)).Where(call => !call.IsRead).Select(call => call.Operation));
    }

    [Theory]
    [InlineData(Before)]
    [InlineData(After)]
    public void What_is_read_becomes_a_document_that_says_the_same(string text)
    {
        var spec = Spec(text);

        Assert.Equal(spec.Text, Project(FoundDocument.Of(spec, documentation: null)).Spec!.Text);
    }

    [Fact]
    public async Task A_stage_is_where_a_connection_is_opened()
    {
        await using var bench = await AwsBench.StartAsync();
        var spec = Spec(Before);
        var stage = Given.Stage("s1", spec) with { Name = "dev" };

        foreach (var one in new Spec[] { spec, DeploymentSpec.Of(spec), stage })
        {
            await bench.Gateway.CreateAsync(one, Cancelled);
        }

        Assert.StartsWith("ws://127.0.0.1:", (await bench.Gateway.FindStageAsync(spec.Address, "s1", Cancelled))!.InvokeUrl, StringComparison.Ordinal);
        Assert.Equal("wss://abc.execute-api.eu-west-1.amazonaws.com/dev", new AwsEndpoint("eu-west-1", null).SocketUrl("abc", "dev"));
    }

    private static WebSocketApiSpec Spec(string text)
    {
        var projection = Project("openapi: 3.0.1\ninfo: { title: chat, version: \"1\" }\n" + text);
        Assert.True(projection.MayBeDeployed, string.Join('\n', projection.Findings));

        return (WebSocketApiSpec)projection.Spec!;
    }

    private static Projection Project(string text) => WebSocketDocument.Project(Samples.Read(text), new ProjectionSettings { ApiId = "chat", AwsName = "chat", EndpointType = "REGIONAL" });

    private static async Task<Spec?> LiveAsync(AwsBench bench) => (await bench.Open().ReadAsync(GatewayScope.OfApi(Guid.Empty, new Address(Kind.WebSocketApi, "chat")), Cancelled)).Specs.SingleOrDefault();

    /// <summary>As Sync does it: after a cut, what is there must stand between what was and what shall be.</summary>
    private static async Task TryTwiceAsync(AwsBench bench, Spec? before, Spec? after, Func<AwsGateway, Task> step)
    {
        try
        {
            await step(bench.Open());
        }
        catch (GatewayRefusedException refused) when (refused.Refusal is GatewayRefusal.Passing or GatewayRefusal.Unknown)
        {
            var live = await LiveAsync(bench);
            Assert.True(before is null || after is null || live is null || Difference.IsBetween(before.Text, live.Text, after.Text), live?.Text);
            await step(bench.Open());
        }
    }
}
