using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;
using Portal.Server.Gateway;
using Portal.Tests.Catalog.Projection;

namespace Portal.Tests.Catalog.Documents.Editing;

public sealed class BrowserEditsTests
{
    private const string Text =
        """
        openapi: 3.0.0
        info: {title: Shop, version: '1'}
        paths:
          /pets:
            get:
              responses: {'200': {description: OK, headers: {X-Count: {schema: {type: integer}}}}}
              x-amazon-apigateway-integration:   # ours
                type: mock
                requestTemplates: {application/json: '{"statusCode": 200}'}
                responses:
                  default:
                    statusCode: '200'
                    responseParameters: {method.response.header.X-Count: "'3'"}   # three
            post:
              responses: {'200': {description: OK}}
              x-amazon-apigateway-integration: {type: http_proxy, httpMethod: POST, uri: 'https://example.com'}
          /own:
            options:
              responses: {'200': {description: OK}}
              x-amazon-apigateway-integration: {type: http_proxy, httpMethod: OPTIONS, uri: 'https://example.com'}
        """;

    private static readonly CorsPreflight Shop = new() { AllowOrigins = ["https://shop.example"], AllowCredentials = true };

    [Fact]
    public void API_Gateway_answers_preflights_and_sends_the_header()
    {
        var allowed = Edit.Of(Samples.Read(Text), new DocumentEdit.AllowBrowsers(["/pets"], Shop, OnErrors: true));

        var spec = (RestApiSpec)GatewayDocument.Project(allowed, Projected.Settings).Spec!;
        var answer = spec.Methods["GET /pets"].Integration!.Responses["200"].Parameters;
        Assert.Equal("'https://shop.example'", answer["method.response.header.Access-Control-Allow-Origin"]);
        Assert.Equal("'true'", answer["method.response.header.Access-Control-Allow-Credentials"]);
        Assert.Equal("'3'", answer["method.response.header.X-Count"]);
        Assert.Contains("method.response.header.Access-Control-Allow-Origin", spec.Methods["GET /pets"].Responses["200"].Parameters.Keys);
        Assert.Equal("'GET,POST,OPTIONS'", spec.Methods["OPTIONS /pets"].Integration!.Responses["204"].Parameters["method.response.header.Access-Control-Allow-Methods"]);
        Assert.Equal("'https://shop.example'", spec.GatewayResponses["DEFAULT_4XX"].ResponseParameters["gatewayresponse.header.Access-Control-Allow-Origin"]);
        Assert.Equal("'https://shop.example'", spec.GatewayResponses["DEFAULT_5XX"].ResponseParameters["gatewayresponse.header.Access-Control-Allow-Origin"]);
    }

    [Fact]
    public void It_is_said_whose_answers_have_the_header()
    {
        var view = Browsers.Of(Edit.Of(Samples.Read(Text), new DocumentEdit.AllowBrowsers(["/pets"], Shop, OnErrors: true)), 1);

        Assert.True(view.OnErrors);
        var (pets, own) = (view.Paths[0], view.Paths[1]);
        Assert.Equal(("https://shop.example", true), (pets.Cors!.AllowOrigins[0], pets.Cors.AllowCredentials));
        Assert.Equal(["GET"], pets.Sends);
        Assert.Equal(["POST"], pets.Passes);
        Assert.Equal((null, true), (own.Cors, own.HasOwnOptions));
    }

    [Fact]
    public void What_it_made_it_changes()
    {
        var allowed = Edit.Of(Samples.Read(Text), new DocumentEdit.AllowBrowsers(["/pets"], Shop, OnErrors: true));

        var all = Edit.Of(allowed, new DocumentEdit.AllowBrowsers(["/pets"], new CorsPreflight(), OnErrors: true));

        Assert.DoesNotContain("shop.example", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Credentials", all.Text, StringComparison.Ordinal);
        Assert.Equal(all.Text, Edit.Of(all, new DocumentEdit.AllowBrowsers(["/pets"], new CorsPreflight(), OnErrors: true)).Text);
    }

    [Fact]
    public void What_it_made_it_takes_away()
    {
        var document = Samples.Read(Text);

        Assert.Equal(Text, Edit.Of(Edit.Of(document, new DocumentEdit.AllowBrowsers(["/pets"], Shop, OnErrors: true)), new DocumentEdit.ForbidBrowsers(["/pets"], OnErrors: true)).Text);
    }

    [Fact]
    public void An_error_that_says_something_of_its_own_has_the_header_too()
    {
        var document = Edit.Of(Samples.Read(Text), new DocumentEdit.SetGatewayResponse("THROTTLED", "429", new Dictionary<string, string>(), new Dictionary<string, string> { ["text/plain"] = "Slow down" }));

        var allowed = Edit.Of(document, new DocumentEdit.AllowBrowsers(["/pets"], Shop, OnErrors: true));

        Assert.Equal("'https://shop.example'", GatewayResponses.Of(allowed, 1).Responses.Single(response => response.Type is "THROTTLED").Headers["Access-Control-Allow-Origin"]);
        Assert.Equal(document.Text, Edit.Of(allowed, new DocumentEdit.ForbidBrowsers(["/pets"], OnErrors: true)).Text);
        Assert.False(Browsers.Of(Edit.Of(allowed, new DocumentEdit.SetGatewayResponse("UNAUTHORIZED", "401", new Dictionary<string, string>(), new Dictionary<string, string>())), 1).OnErrors);
    }

    [Fact]
    public void Errors_that_say_more_keep_it()
    {
        var document = Edit.Of(Samples.Read(Text), new DocumentEdit.SetGatewayResponse("DEFAULT_4XX", "400", new Dictionary<string, string> { ["A"] = "'1'" }, new Dictionary<string, string>()));

        Assert.Equal(document.Text, Edit.Of(Edit.Of(document, new DocumentEdit.AllowBrowsers(["/pets"], Shop, OnErrors: true)), new DocumentEdit.ForbidBrowsers(["/pets"], OnErrors: true)).Text);
    }

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void Calls_from_browsers_that_are_taken_back_leave_no_trace(string name)
    {
        var document = Samples.Read(Samples.Text(name));
        List<string> paths = [.. Browsers.Of(document, 1).Paths.Where(path => path.Cors is null && !path.HasOwnOptions && document.Root["paths"]![path.Path]!["$ref"] is null && path.Sends.Count is 0).Select(path => path.Path).Take(5)];

        if (paths is not [])
        {
            var allowed = Edit.Of(document, new DocumentEdit.AllowBrowsers(paths, Shop, OnErrors: true));

            Assert.All(Browsers.Of(allowed, 1).Paths.Where(path => paths.Contains(path.Path)), path => Assert.Equal("https://shop.example", path.Cors!.AllowOrigins[0]));
            Assert.Equal(document.Text, Edit.Of(allowed, new DocumentEdit.ForbidBrowsers(paths, OnErrors: true)).Text);
        }
    }

    [Fact]
    public void What_browsers_would_not_take_is_refused()
    {
        var document = Samples.Read(Text);

        Assert.Contains("no *", Edit.Refused(document, new DocumentEdit.AllowBrowsers(["/pets"], new CorsPreflight { AllowCredentials = true }, OnErrors: true)), StringComparison.Ordinal);
        Assert.Contains("operation of its own", Edit.Refused(document, new DocumentEdit.AllowBrowsers(["/own"], new CorsPreflight(), OnErrors: true)), StringComparison.Ordinal);
        Assert.Contains("no route that is written at /nowhere", Edit.Refused(document, new DocumentEdit.AllowBrowsers(["/nowhere"], new CorsPreflight(), OnErrors: true)), StringComparison.Ordinal);
    }
}
