using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.WebSockets;
using Portal.Server.Gateway;
using Portal.Server.Sync.Drift;
using Portal.Tests.Aws;
using Portal.Tests.Catalog.Documents;
using Portal.Tests.Sandbox;
using Given = Portal.Tests.Gateway.Given;

namespace Portal.Tests.Sync.Drift;

/// <summary>The same of WebSocket APIs, each edited by a client that is not ours.</summary>
public sealed class WebSocketDriftTests
{
    private const string Script = """
        gw = client('apigatewayv2', 'eu-west-1')
        apis = {a['Name']: a['ApiId'] for a in gw.get_apis(MaxResults='500')['Items']}
        def route(a, key):
            return next(r for r in gw.get_routes(ApiId=a)['Items'] if r['RouteKey'] == key)
        def target(a, key):
            return route(a, key)['Target'].split('/')[1]
        EDITS = {
            'selection': lambda a: gw.update_api(ApiId=a, RouteSelectionExpression='$request.body.type'),
            'route-added': lambda a: gw.create_route(ApiId=a, RouteKey='more'),
            'route-gone': lambda a: gw.delete_route(ApiId=a, RouteId=route(a, 'ask')['RouteId']),
            'uri': lambda a: gw.update_integration(ApiId=a, IntegrationId=target(a, 'ask'), IntegrationUri='https://evil.example.com'),
            'answer': lambda a: gw.create_integration_response(ApiId=a, IntegrationId=target(a, '$connect'), IntegrationResponseKey='$default', ResponseTemplates={'200': '{}'}),
            'iam': lambda a: gw.update_route(ApiId=a, RouteId=route(a, '$connect')['RouteId'], AuthorizationType='AWS_IAM'),
            'schema': lambda a: gw.update_model(ApiId=a, ModelId=gw.get_models(ApiId=a)['Items'][0]['ModelId'], Schema='{"type":"array"}'),
            'model-described': lambda a: gw.update_model(ApiId=a, ModelId=gw.get_models(ApiId=a)['Items'][0]['ModelId'], Description='by hand'),
            'answer-bytes': lambda a: gw.update_integration_response(ApiId=a, IntegrationId=target(a, '$default'), IntegrationResponseId=gw.get_integration_responses(ApiId=a, IntegrationId=target(a, '$default'))['Items'][0]['IntegrationResponseId'], ContentHandlingStrategy='CONVERT_TO_TEXT'),
            'answer-model': lambda a: gw.update_route_response(ApiId=a, RouteId=route(a, 'ask')['RouteId'], RouteResponseId=gw.get_route_responses(ApiId=a, RouteId=route(a, 'ask')['RouteId'])['Items'][0]['RouteResponseId'], ResponseModels={'$default': 'Message'}),
            'model-added': lambda a: gw.create_model(ApiId=a, Name='More', ContentType='application/json', Schema='{"type":"object"}'),
            'unchecked': lambda a: gw.update_route(ApiId=a, RouteId=route(a, 'ask')['RouteId'], RequestModels={}),
            'key': lambda a: gw.update_route(ApiId=a, RouteId=route(a, '$connect')['RouteId'], ApiKeyRequired=True),
            'key-place': lambda a: gw.update_api(ApiId=a, ApiKeySelectionExpression='$context.authorizer.usageIdentifierKey'),
            'demand-gone': lambda a: gw.delete_route_request_parameter(ApiId=a, RouteId=route(a, '$connect')['RouteId'], RequestParameterKey='route.request.querystring.room'),
            'variable': lambda a: gw.update_stage(ApiId=a, StageName='dev', StageVariables={'level': '7'}),
            'api-gone': lambda a: gw.delete_api(ApiId=a),
            'same': lambda a: gw.tag_resource(ResourceArn=f'arn:aws:apigateway:eu-west-1::/apis/{a}', Tags={'cost-centre': '7'}),
        }
        for name, edit in EDITS.items():
            edit(apis[name])
        """;

    private static readonly Dictionary<string, string[]> Found = new()
    {
        ["selection"] = ["WebSocketApi /routeSelectionExpression"],
        ["route-added"] = ["WebSocketApi /messageRoutes/more"],
        ["route-gone"] = ["WebSocketApi /messageRoutes/ask", "WebSocketApi /beside/integrations that no route names"],
        ["uri"] = ["WebSocketApi /messageRoutes/ask"],
        ["answer"] = ["WebSocketApi /messageRoutes/$connect"],
        ["iam"] = ["WebSocketApi /messageRoutes/$connect"],
        ["schema"] = ["WebSocketApi /models/Message"],
        ["model-described"] = ["WebSocketApi /models/Message"],
        ["answer-bytes"] = ["WebSocketApi /messageRoutes/$default"],
        ["answer-model"] = ["WebSocketApi /messageRoutes/ask"],
        ["model-added"] = ["WebSocketApi /models/More"],
        ["unchecked"] = ["WebSocketApi /messageRoutes/ask"],
        ["key"] = ["WebSocketApi /messageRoutes/$connect"],
        ["key-place"] = ["WebSocketApi /apiKeySelectionExpression"],
        ["demand-gone"] = ["WebSocketApi /messageRoutes/$connect"],
        ["variable"] = ["Stage /variables/level"],
        ["api-gone"] = ["WebSocketApi "],
        ["same"] = [],
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Edits_are_found_by_both_checks_where_they_were_made()
    {
        await using var bench = await AwsBench.StartAsync();
        var applied = new Dictionary<string, GatewayState>();

        foreach (var name in Found.Keys)
        {
            var api = Api(name);
            applied[name] = new GatewayState([api, DeploymentSpec.Of(api), Given.Stage($"{name}-dev", api) with { Name = "dev", Variables = new([new("level", "1")]) }]);

            foreach (var spec in applied[name].Specs)
            {
                await bench.Gateway.CreateAsync(spec, Cancelled);
            }

            Assert.Empty(await PlacesAsync(bench, name, applied[name], quick: false));
        }

        await ForeignClient.RunAsync(bench.Address, Script);

        foreach (var (name, places) in Found)
        {
            Assert.Equal(places, await PlacesAsync(bench, name, applied[name], quick: true));
            Assert.Equal(places, await PlacesAsync(bench, name, applied[name], quick: false));
        }
    }

    private static async Task<IEnumerable<string>> PlacesAsync(AwsBench bench, string name, GatewayState applied, bool quick)
    {
        var look = await bench.Gateway.LookAsync(GatewayScope.OfApi(Guid.Empty, new Address(Kind.WebSocketApi, name), $"{name}-dev"), quick ? applied : null, Cancelled);

        return DriftFinder.Compare(applied, look, new Dictionary<string, string>()).Select(found => $"{found.Address.Kind} {found.Place}").OrderByDescending(place => place, StringComparer.Ordinal);
    }

    private static WebSocketApiSpec Api(string name)
    {
        var projection = WebSocketDocument.Project(
            Samples.Read("""
                openapi: 3.0.1
                info: { title: chat, version: "1" }
                x-amazon-apigateway-route-selection-expression: $request.body.action
                components: { schemas: { Message: { type: object, required: [text], properties: { text: { type: string } } } } }
                paths:
                  /$connect:
                    x-amazon-apigateway-any-method: { parameters: [{ name: room, in: query, required: true }], x-amazon-apigateway-integration: { type: mock, requestTemplates: { $default: "{\"statusCode\": 200}" }, templateSelectionExpression: \$default } }
                  /$default:
                    x-amazon-apigateway-any-method: { x-amazon-apigateway-integration: { type: mock, requestTemplates: { $default: "{\"statusCode\": 200}" }, templateSelectionExpression: \$default, responses: { $default: { responseTemplates: { $default: "what?" } } } } }
                  /ask:
                    x-amazon-apigateway-any-method: { requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Message" } } } }, x-amazon-apigateway-route-response: true, x-amazon-apigateway-integration: { type: http_proxy, httpMethod: POST, uri: "https://backend.example.com/ask" } }
                """),
            new ProjectionSettings { ApiId = name, AwsName = name, EndpointType = "REGIONAL" });

        return (WebSocketApiSpec)projection.Spec!;
    }
}
