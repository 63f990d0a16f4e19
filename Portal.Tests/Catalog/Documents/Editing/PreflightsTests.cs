using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;

namespace Portal.Tests.Catalog.Documents.Editing;

public sealed class PreflightsTests
{
    [Fact]
    public void A_preflight_follows_the_methods_of_its_path()
    {
        var document = Edit.Of(Samples.Read(Samples.Yaml), new DocumentEdit.ChangeRoute(Edit.Name("GET /pets")) { Cors = new(new CorsPreflight()) });
        var more = Edit.Of(document, new DocumentEdit.AddRoute(Edit.Name("PATCH /pets")));
        var less = Edit.Of(more, new DocumentEdit.RemoveRoute(Edit.Name("GET /pets")));

        Assert.Equal(["GET", "POST", "OPTIONS"], Edit.Row(document, "GET /pets").Cors!.AllowMethods);
        Assert.Equal(["GET", "POST", "PATCH", "OPTIONS"], Edit.Row(more, "GET /pets").Cors!.AllowMethods);
        Assert.Equal(["POST", "PATCH", "OPTIONS"], Edit.Row(less, "POST /pets").Cors!.AllowMethods);
        Assert.True(Edit.Row(document, "OPTIONS /pets").IsPreflight);

        var gone = Edit.Of(less, new DocumentEdit.RemoveRoute(Edit.Name("POST /pets")), new DocumentEdit.RemoveRoute(Edit.Name("PATCH /pets")));

        Assert.DoesNotContain(RouteTable.Of(gone).Routes, route => route.Name.Path is "/pets");
    }

    [Fact]
    public void A_preflight_that_is_set_anew_keeps_what_the_editor_does_not_know()
    {
        var change = new DocumentEdit.ChangeRoute(Edit.Name("GET /pets")) { Cors = new(new CorsPreflight()) };
        var document = Edit.Of(Samples.Read(Samples.Yaml), change);
        var owned = Samples.Read(document.Text.Replace("summary: CORS preflight", "summary: CORS preflight\n      x-owner: web", StringComparison.Ordinal));

        Assert.Equal(owned.Text, Edit.Of(owned, change).Text);

        var narrowed = Edit.Of(owned, change with { Cors = new(new CorsPreflight { AllowOrigins = ["https://shop.example.com"], MaxAge = null }) });

        Assert.Equal(("https://shop.example.com", null), (Edit.Row(narrowed, "GET /pets").Cors!.AllowOrigins[0], Edit.Row(narrowed, "GET /pets").Cors!.MaxAge));
        Assert.Contains("x-owner: web", narrowed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_preflight_is_open_where_the_document_is_not()
    {
        var document = Samples.Read("openapi: 3.0.0\nsecurity: [{a: []}]\npaths: {/x: {get: {}}}\ncomponents: {securitySchemes: {a: {type: http}}}\n");

        var edited = Edit.Of(document, new DocumentEdit.ChangeRoute(Edit.Name("GET /x")) { Cors = new(new CorsPreflight()) });

        Assert.Empty(Edit.Row(edited, "OPTIONS /x").SecurityNames);
        Assert.Equal(["a"], Edit.Row(edited, "GET /x").SecurityNames);
    }
}
