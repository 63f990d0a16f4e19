using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;

namespace Portal.Tests.Catalog.Documents.Editing;

public sealed class EditRefusalTests
{
    private static readonly SourceDocument Shop = Samples.Read(Samples.Yaml);

    [Theory]
    [InlineData("GET /pets", "There is a GET /pets already")]
    [InlineData("TRACE /x", "TRACE is no method")]
    [InlineData("GET /a//b", "no empty parts")]
    [InlineData("GET /a/", "no empty parts")]
    [InlineData("GET /a b", "letters, digits")]
    [InlineData("GET /a?b", "letters, digits")]
    [InlineData("GET /x{y}", "whole part")]
    [InlineData("GET /{x}.json", "whole part")]
    [InlineData("GET /{rest+}/x", "must be the last part")]
    [InlineData("GET /{x}/{x}", "once")]
    public void A_route_that_API_Gateway_would_refuse_is_refused(string route, string words)
    {
        Assert.Contains(words, Edit.Refused(Shop, new DocumentEdit.AddRoute(Edit.Name(route))), StringComparison.Ordinal);
    }

    public static TheoryData<string, object> Integrations => new(
    [
        ("100 to 599", new RouteIntegration.Mock(99, "text/plain", "")),
        ("no content type", new RouteIntegration.Mock(200, "plain", "")),
        ("no method", new RouteIntegration.Http("get", "https://example.com")),
        ("URL is absolute", new RouteIntegration.Http("GET", "example.com")),
        ("URL is absolute", new RouteIntegration.Http("GET", "ftp://example.com")),
        ("URL is absolute", new RouteIntegration.Http("GET", "https://exa mple.com")),
        ("URL is absolute", new RouteIntegration.Http("GET", "https://${stageVariables.a-b}/x")),
        ("URL is absolute", new RouteIntegration.HttpProxy("GET", "https://")),
        ("password", new RouteIntegration.HttpProxy("GET", "https://me:secret@example.com")),
        ("{y}", new RouteIntegration.HttpProxy("GET", "https://example.com/{y}")),
        ("named by its ARN", new RouteIntegration.LambdaProxy("shop", null)),
        ("role is named", new RouteIntegration.LambdaProxy("arn:aws:lambda:eu-central-1:123456789012:function:f", "admin")),
        ("Only mock", new RouteIntegration.Other("aws", null, null)),
    ]);

    [Theory]
    [MemberData(nameof(Integrations))]
    public void An_integration_that_API_Gateway_would_refuse_is_refused(string words, object integration)
    {
        Assert.Contains(words, Edit.Refused(Shop, new DocumentEdit.AddRoute(Edit.Name("GET /x/{id}")) { Integration = (RouteIntegration)integration }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id", "path", true, "string", "no variable {id}")]
    [InlineData("petId", "path", false, "string", "always required")]
    [InlineData("a b", "query", false, "string", "letters")]
    [InlineData("a", "body", false, "string", "stands in 'body'")]
    [InlineData("a", "query", false, "file", "'a' is file")]
    public void A_parameter_that_API_Gateway_would_refuse_is_refused(string name, string place, bool required, string type, string words)
    {
        var change = new DocumentEdit.ChangeRoute(Edit.Name("DELETE /pets/{petId}")) { Parameters = [new RouteParameter { Name = name, In = place, Required = required, Type = type }] };

        Assert.Contains(words, Edit.Refused(Shop, change), StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_stands_once()
    {
        var twice = new RouteParameter { Name = "X-A", In = "header", Required = false, Type = "string" };

        Assert.Contains("twice", Edit.Refused(Shop, new DocumentEdit.ChangeRoute(Edit.Name("GET /pets")) { Parameters = [twice, twice with { Name = "x-a" }] }), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_cannot_be_changed()
    {
        Assert.Contains("no GET /nothing", Edit.Refused(Shop, new DocumentEdit.ChangeRoute(Edit.Name("GET /nothing"))), StringComparison.Ordinal);
        Assert.Contains("no GET /nothing", Edit.Refused(Shop, new DocumentEdit.RemoveRoute(Edit.Name("GET /nothing"))), StringComparison.Ordinal);
        Assert.Contains("no GET /nothing", Edit.Refused(Shop, new DocumentEdit.LeaveOut([Edit.Name("GET /nothing")])), StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_that_is_no_preflight_is_not_made_one()
    {
        var document = Samples.Read("openapi: 3.0.0\npaths: {/a: {get: {}, options: {summary: mine}}}");

        Assert.Contains("operation of its own", Edit.Refused(document, new DocumentEdit.ChangeRoute(Edit.Name("GET /a")) { Cors = new(new CorsPreflight()) }), StringComparison.Ordinal);
        Assert.Contains("operation of its own", Edit.Refused(document, new DocumentEdit.ChangeRoute(Edit.Name("GET /a")) { Cors = new(null) }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'; drop", 1, "origin")]
    [InlineData("https://example.com/path", 1, "origin")]
    [InlineData("*", -1, "86,400")]
    public void A_preflight_that_no_browser_understands_is_refused(string origin, int seconds, string words)
    {
        var cors = new CorsPreflight { AllowOrigins = [origin], MaxAge = seconds };

        Assert.Contains(words, Edit.Refused(Shop, new DocumentEdit.ChangeRoute(Edit.Name("GET /pets")) { Cors = new(cors) }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_others_share_by_an_anchor_is_not_changed_behind_their_back()
    {
        var document = Samples.Read("openapi: 3.0.0\npaths:\n  /a: &a\n    get:\n      summary: one\n  /b: *a\n");

        Assert.Contains("anchor", Edit.Refused(document, new DocumentEdit.ChangeRoute(Edit.Name("GET /a")) { Summary = new("other") }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_is_written_out_where_it_is_changed()
    {
        var document = Samples.Read("openapi: 3.0.0\npaths:\n  /a: &a\n    get:\n      summary: one\n  /b: *a # as a\n  /c: {<<: *a, post: {}}\n");

        var changed = Edit.Of(document, new DocumentEdit.ChangeRoute(Edit.Name("GET /b")) { Summary = new("two") }, new DocumentEdit.ChangeRoute(Edit.Name("GET /c")) { Summary = new("three") });

        Assert.Equal("openapi: 3.0.0\npaths:\n  /a: &a\n    get:\n      summary: one\n  /b:\n    get:\n      summary: two # as a\n  /c: {<<: *a, post: {}, \"get\": {\"summary\": \"three\"}}\n", changed.Text);
        Assert.Contains("merge key", Edit.Refused(document, new DocumentEdit.RemoveRoute(Edit.Name("GET /c"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_referenced_path_is_edited_where_it_is_written()
    {
        var document = Samples.Read("openapi: 3.0.0\npaths:\n  /a: {get: {summary: A}}\n  /b: {$ref: '#/paths/~1a'}\n");

        Assert.Contains("written elsewhere", Edit.Refused(document, new DocumentEdit.ChangeRoute(Edit.Name("GET /b")) { Summary = new("B") }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_would_grow_too_large_is_not_made()
    {
        var mock = new RouteIntegration.Mock(200, "text/plain", new string('x', SourceDocument.MaxBytes));

        Assert.Contains("6 MB", Edit.Refused(Shop, new DocumentEdit.AddRoute(Edit.Name("GET /large")) { Integration = mock }), StringComparison.Ordinal);
    }
}
