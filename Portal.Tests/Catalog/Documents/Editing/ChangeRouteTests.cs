using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;

namespace Portal.Tests.Catalog.Documents.Editing;

public sealed class ChangeRouteTests
{
    private static readonly SourceDocument Shop = Samples.Read(Samples.Yaml);

    private static readonly DocumentEdit.ChangeRoute List = new(Edit.Name("GET /pets"));

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void What_is_added_can_be_read_back(string name)
    {
        var edit = new DocumentEdit.AddRoute(Edit.Name("PUT /new/{id}/x"))
        {
            OperationId = "putNew",
            Summary = "New: #1 — 'quoted' \"twice\"\n",
            Parameters = [new RouteParameter { Name = "q", In = "query", Required = true, Type = "number" }, new RouteParameter { Name = "X-H", In = "header", Required = false, Type = "array" }],
            Integration = new RouteIntegration.Http("PATCH", "https://${stageVariables.backend}/x/{id}"),
            ApiKeyRequired = true,
            Cors = new CorsPreflight { AllowOrigins = ["https://shop.example.com"], MaxAge = 60 },
        };

        var route = Edit.Row(Edit.Of(Samples.Read(Samples.Text(name)), edit), "PUT /new/{id}/x");

        Assert.Equal((edit.OperationId, edit.Summary, edit.Integration, true), (route.OperationId, route.Summary, route.Integration, route.ApiKeyRequired));
        Assert.Equal([new RouteParameter { Name = "id", In = "path", Required = true, Type = "string" }, .. edit.Parameters], route.Parameters);
        Assert.Equal(("https://shop.example.com", 60, "PUT,OPTIONS"), (route.Cors!.AllowOrigins[0], route.Cors.MaxAge, string.Join(',', route.Cors.AllowMethods)));
    }

    [Fact]
    public void What_the_editor_does_not_know_stays()
    {
        var changed = Edit.Of(
            Shop,
            List with
            {
                Summary = new("Some: pets"),
                OperationId = new(null),
                Parameters = [new RouteParameter { Name = "limit", In = "query", Required = true, Type = "string" }],
            });

        Assert.Equal(
            Samples.Yaml
                .Replace("      operationId: listPets\n", "", StringComparison.Ordinal)
                .Replace("Lists pets", "'Some: pets'", StringComparison.Ordinal)
                .Replace("required: false", "required: true", StringComparison.Ordinal)
                .Replace("{type: integer, format: int32}", "{type: string}", StringComparison.Ordinal)
                .Replace("      - {name: X-Trace, in: header, schema: {type: string}}\n", "", StringComparison.Ordinal),
            changed.Text);
    }

    [Fact]
    public void An_added_route_looks_like_the_rest()
    {
        var edit = new DocumentEdit.AddRoute(Edit.Name("GET /pets/{petId}")) { Integration = new RouteIntegration.Mock(200, "application/json", "{\"name\": \"Rex\"}") };
        var end = "            for good\n";

        Assert.Equal(
            Samples.Yaml.Replace(
                end,
                end +
                """
                    get:
                      responses:
                        '200':
                          description: OK
                      x-amazon-apigateway-integration:
                        type: mock
                        requestTemplates:
                          application/json: '{"statusCode": 200}'
                        passthroughBehavior: when_no_match
                        responses:
                          default:
                            statusCode: '200'
                            responseTemplates:
                              application/json: '{"name": "Rex"}'

                """,
                StringComparison.Ordinal),
            Edit.Of(Shop, edit).Text);
    }

    [Fact]
    public void Tabs_are_indented_by_tabs()
    {
        var changed = Edit.Of(Samples.Read(Samples.Swagger), new DocumentEdit.ChangeRoute(Edit.Name("GET /pets")) { Summary = new("Lists"), ApiKeyRequired = true });

        Assert.Contains("}}}},\n\t\t\t\t\"summary\": \"Lists\",\n\t\t\t\t\"security\": [\n\t\t\t\t\t{\n", changed.Text, StringComparison.Ordinal);
        Assert.Contains("\t\"securityDefinitions\": {\n\t\t\"portal_api_key\": {\n", changed.Text, StringComparison.Ordinal);
        Assert.True(Edit.Row(changed, "GET /pets").ApiKeyRequired);
    }

    [Fact]
    public void An_integration_of_the_same_type_keeps_what_the_editor_does_not_know()
    {
        var document = Samples.Read(
            """
            openapi: 3.0.0
            paths:
              /a/{id}:
                get:
                  parameters: [{name: id, in: path, required: true}]
                  x-amazon-apigateway-integration:
                    type: http_proxy
                    httpMethod: GET
                    uri: https://example.com/{id}   # old
                    timeoutInMillis: 5000
                    requestParameters:
                      integration.request.path.id: method.request.path.id
                      integration.request.header.X-By: "'gateway'"
            """);
        var name = Edit.Name("GET /a/{id}");

        var moved = Edit.Of(document, new DocumentEdit.ChangeRoute(name) { Integration = new(new RouteIntegration.HttpProxy("GET", "https://example.org/all")) });

        Assert.Equal(
            document.Text.Replace("https://example.com/{id}", "https://example.org/all", StringComparison.Ordinal).Replace("          integration.request.path.id: method.request.path.id\n", "", StringComparison.Ordinal),
            moved.Text);
        Assert.Equal(document.Text, Edit.Of(document, new DocumentEdit.ChangeRoute(name) { Integration = new(new RouteIntegration.HttpProxy("GET", "https://example.com/{id}")) }).Text);
    }

    [Fact]
    public void An_HTTP_integration_maps_what_the_route_declares()
    {
        var edit = new DocumentEdit.AddRoute(Edit.Name("GET /x/{id}"))
        {
            Parameters = [new RouteParameter { Name = "q", In = "query", Required = false, Type = null }],
            Integration = new RouteIntegration.Http("GET", "https://example.com/{id}"),
        };
        var document = Edit.Of(Shop, edit);

        var changed = Edit.Of(document, new DocumentEdit.ChangeRoute(edit.Route) { Parameters = [new RouteParameter { Name = "X-T", In = "header", Required = false, Type = "string" }] });

        Assert.Equal("""{"integration.request.path.id":"method.request.path.id","integration.request.querystring.q":"method.request.querystring.q"}""", Mapping(document));
        Assert.Equal("""{"integration.request.path.id":"method.request.path.id","integration.request.header.X-T":"method.request.header.X-T"}""", Mapping(changed));

        static string Mapping(SourceDocument document) => document.Root["paths"]!["/x/{id}"]!["get"]![IntegrationJson.Member]!["requestParameters"]!.ToJsonString();
    }

    [Fact]
    public void Left_out_is_a_mark_that_can_be_taken_back()
    {
        var left = Edit.Of(Shop, new DocumentEdit.LeaveOut([Edit.Name("GET /pets"), Edit.Name("DELETE /pets/{petId}")]));

        Assert.Equal([true, false, true], RouteTable.Of(left).Routes.Select(route => route.IsLeftOut));
        Assert.Equal(Samples.Yaml, Edit.Of(left, new DocumentEdit.TakeBack([.. RouteTable.Of(left).Routes.Select(route => route.Name)])).Text);
    }

    [Fact]
    public void Edits_that_end_at_one_place_do_not_mix()
    {
        var document = Samples.Read("openapi: 3.0.0\npaths:\n  /a:\n    get:\n      responses:\n        default:\n          description: it\n");

        var edited = Edit.Of(
            document,
            new DocumentEdit.LeaveOut([Edit.Name("GET /a")]),
            new DocumentEdit.ChangeRoute(Edit.Name("GET /a")) { Integration = new(new RouteIntegration.Mock(204, "text/plain", "")) },
            new DocumentEdit.AddRoute(Edit.Name("PUT /a")),
            new DocumentEdit.AddRoute(Edit.Name("GET /b")),
            new DocumentEdit.SetDefaultIntegration(new DefaultIntegration.HttpProxy("https://example.com")));

        Assert.Equal(["GET /a", "PUT /a", "GET /b"], RouteTable.Of(edited).Routes.Select(route => route.Name.ToString()));
    }

    [Fact]
    public void The_default_integration_can_be_read_back()
    {
        DefaultIntegration[] integrations =
        [
            new DefaultIntegration.Mock(503, "text/plain", "later"),
            new DefaultIntegration.HttpProxy("https://${stageVariables.backend}"),
            new DefaultIntegration.LambdaProxy("arn:aws:lambda:eu-central-1:123456789012:function:f", "arn:aws:iam::123456789012:role/r"),
            new DefaultIntegration.LambdaProxy("arn:aws:lambda:eu-central-1:123456789012:function:f", null),
        ];

        Assert.All(integrations, integration => Assert.Equal(integration, RouteTable.Of(Edit.Of(Shop, new DocumentEdit.SetDefaultIntegration(integration))).DefaultIntegration));
        Assert.Equal(new RouteIntegration.HttpProxy("GET", "https://${stageVariables.backend}/a/{rest}"), integrations[1].For(Edit.Name("GET /a/{rest+}")));
    }

    [Fact]
    public void A_new_document_takes_its_first_route()
    {
        var document = Samples.Read(NewDocument.Text("Weather \"now\""));

        var defined = Edit.Of(document, new DocumentEdit.AddRoute(Edit.Name("GET /")) { Integration = new RouteIntegration.Mock(200, "text/plain", "sun") });

        Assert.Equal("Weather \"now\"", RouteTable.Of(document).Title);
        Assert.Contains("  \"paths\": {\n    \"/\": {\n      \"get\": {\n", defined.Text, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(defined.Text), defined.Root));
    }
}
