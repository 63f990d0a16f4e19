using System.Net;
using System.Text.Json.Nodes;
using Portal.Server.Catalog;
using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;
using Portal.Server.Gateway;
using Portal.Tests.Catalog.Projection;
using Portal.Tests.Sandbox;

namespace Portal.Tests.Catalog.Documents.Editing;

/// <summary>A REST API names the caller's origin, if it is one of several: in preflights, and in whatever a template of an answer can carry.</summary>
public sealed class SeveralOriginsTests
{
    private const string Text =
        """
        openapi: 3.0.0
        info: {title: Shop, version: '1'}
        paths:
          /pets:
            get:
              responses: {'200': {description: OK}}
              x-amazon-apigateway-integration:   # ours
                type: mock
                requestTemplates: {application/json: '{"statusCode": 200}'}
                responses:
                  default:
                    statusCode: '200'
                    responseTemplates: {application/json: '{"name": "Rex"}'}   # one
            delete:
              responses: {'204': {description: Gone}}
              x-amazon-apigateway-integration: {type: mock, requestTemplates: {application/json: '{"statusCode": 204}'}, responses: {default: {statusCode: '204'}}}
            put:
              responses: {'200': {description: OK}}
              x-amazon-apigateway-integration: {type: http, httpMethod: PUT, uri: 'https://example.com', responses: {default: {statusCode: '200'}}}
        """;

    private static readonly CorsPreflight Both = new() { AllowOrigins = ["https://a.example", "https://b.example:8443"], AllowCredentials = true };

    public static TheoryData<string> Documents => [Text, Samples.Read(Text).Root.ToJsonString()];

    [Theory]
    [MemberData(nameof(Documents))]
    public void What_is_written_is_known_again_and_leaves_no_trace(string text)
    {
        var document = Samples.Read(text);
        var allowed = Allowed(document, Both);
        var path = Browsers.Of(allowed, 1).Paths[0];

        Assert.Equal(Both.AllowOrigins, path.Cors!.AllowOrigins);
        Assert.True(path.Cors.AllowCredentials);
        Assert.Equal(["PUT"], path.NameOne);
        Assert.Equal(allowed.Text, Allowed(allowed, Both).Text);

        var one = new CorsPreflight { AllowOrigins = ["https://a.example"] };
        Assert.DoesNotContain("$origins", Allowed(allowed, one).Text, StringComparison.Ordinal);
        Assert.Equal(["https://a.example"], Browsers.Of(Allowed(allowed, one), 1).Paths[0].Cors!.AllowOrigins);

        Assert.All([allowed, Allowed(Allowed(allowed, one), Both)], last => Assert.True(JsonNode.DeepEquals(document.Root, Edit.Of(last, new DocumentEdit.ForbidBrowsers(["/pets"], OnErrors: true)).Root)));
    }

    [Fact]
    public void What_was_read_from_AWS_is_known_again_too()
    {
        var found = Samples.Read(FoundDocument.Of((RestApiSpec)GatewayDocument.Project(Allowed(Samples.Read(Text), Both), Projected.Settings).Spec!, documentation: null));

        Assert.Equal(Both.AllowOrigins, Browsers.Of(found, 1).Paths[0].Cors!.AllowOrigins);
    }

    [Fact]
    public void What_a_route_answers_is_edited_without_it()
    {
        var allowed = Allowed(Samples.Read(Text), Both);
        var rex = Assert.IsType<RouteIntegration.Mock>(Edit.Row(allowed, "GET /pets").Integration);
        Assert.Equal("{\"name\": \"Rex\"}", rex.Body);

        var changed = Edit.Of(allowed, new DocumentEdit.ChangeRoute(Edit.Name("GET /pets")) { Integration = new(rex with { Body = "[]" }) });

        Assert.Equal(CorsOrigins.Write(Both.AllowOrigins, "[]"), changed.Root["paths"]!["/pets"]!["get"]!["x-amazon-apigateway-integration"]!["responses"]!["default"]!["responseTemplates"]!["application/json"]!.ToString());
    }

    [Fact]
    public void A_preflight_that_does_more_is_an_operation_of_its_own()
    {
        var other = Samples.Read(Allowed(Samples.Read(Text), Both).Text.Replace("Vary = 'Origin'", "Vary = 'Accept'", StringComparison.Ordinal).Replace("Vary = ''Origin''", "Vary = ''Accept''", StringComparison.Ordinal));

        Assert.True(Browsers.Of(other, 1).Paths[0].HasOwnOptions);
    }

    [Fact]
    public void Whose_answers_lack_the_header_is_found() =>
        Assert.Equal("PUT /pets", GatewayDocument.Project(Allowed(Samples.Read(Text), Both), Projected.Settings).Findings.Single(finding => finding.Rule is "origins").Operations.Single());

    [Fact]
    public void Errors_of_API_Gateway_name_all_origins_or_with_credentials_none()
    {
        var (free, credited) = (Allowed(Samples.Read(Text), Both with { AllowCredentials = false }), Allowed(Samples.Read(Text), Both));

        Assert.Equal("*", GatewayResponses.Of(free, 1).Responses.Single(response => response.Type is "DEFAULT_4XX").Headers["Access-Control-Allow-Origin"].Trim('\''));
        Assert.Null(credited.Root["x-amazon-apigateway-gateway-responses"]);
        Assert.Null(Allowed(free, Both).Root["x-amazon-apigateway-gateway-responses"]);
    }

    [Theory]
    [InlineData("https://a.example", true)]
    [InlineData("https://b.example:8443", true)]
    [InlineData("https://evil.example", false)]
    [InlineData("https://a.example.evil.example", false)]
    [InlineData(null, false)]
    public async Task A_stage_names_the_callers_origin_alone(string? origin, bool isAllowed)
    {
        await using var bench = await Bench.StartAsync();
        var spec = (RestApiSpec)GatewayDocument.Project(Allowed(Samples.Read(Text), Both), Projected.Settings).Spec!;
        var id = await bench.DeployedAsync(OpenApiBody.Of(spec));

        foreach (var (method, status, body) in new[] { ("OPTIONS", HttpStatusCode.NoContent, ""), ("GET", HttpStatusCode.OK, "{\"name\": \"Rex\"}"), ("DELETE", HttpStatusCode.NoContent, "") })
        {
            using HttpRequestMessage call = new(new HttpMethod(method), $"/restapis/{id}/dev/_user_request_/pets");

            if (origin is not null)
            {
                call.Headers.Add("Origin", origin);
            }

            var (answered, text, response) = await bench.SendAsync(call);

            Assert.Equal((status, body), (answered, text));
            Assert.Equal(isAllowed ? origin : null, response.Headers.TryGetValues("Access-Control-Allow-Origin", out var named) ? Assert.Single(named) : null);
            Assert.Equal(["Origin"], response.Headers.Vary);
            Assert.Equal("true", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Credentials")));
            Assert.Equal(method is "OPTIONS", response.Headers.Contains("Access-Control-Allow-Methods"));
        }
    }

    private static SourceDocument Allowed(SourceDocument document, CorsPreflight cors) => Edit.Of(document, new DocumentEdit.AllowBrowsers(["/pets"], cors, OnErrors: true));
}
