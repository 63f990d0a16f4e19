using Portal.Server.Catalog.Documents.Editing;

namespace Portal.Tests.Catalog.Documents.Editing;

public sealed class ApiKeyEditsTests
{
    [Fact]
    public void An_API_key_is_demanded_beside_what_is_demanded_already()
    {
        var document = Samples.Read("openapi: 3.0.0\nsecurity: [{a: []}, {b: []}]\npaths: {/x: {get: {}}}\ncomponents: {securitySchemes: {a: {type: http}, b: {type: http}}}\n");
        var change = new DocumentEdit.ChangeRoute(Edit.Name("GET /x"));

        var locked = Edit.Of(document, change with { ApiKeyRequired = true });

        Assert.Equal("""[{"a":[],"portal_api_key":[]},{"b":[],"portal_api_key":[]}]""", locked.Root["paths"]!["/x"]!["get"]!["security"]!.ToJsonString());
        Assert.Equal(document.Text, Edit.Of(locked, change with { ApiKeyRequired = false }).Text);
    }

    [Fact]
    public void A_key_that_the_whole_document_demands_can_be_waived_for_one_route()
    {
        var document = Samples.Read("openapi: 3.0.0\nsecurity:\n- k: []\npaths: {/x: {get: {}}}\ncomponents: {securitySchemes: {k: {type: apiKey, in: header, name: x-api-key}}}\n");

        var open = Edit.Of(document, new DocumentEdit.ChangeRoute(Edit.Name("GET /x")) { ApiKeyRequired = false });

        Assert.Equal("[]", open.Root["paths"]!["/x"]!["get"]!["security"]!.ToJsonString());
        Assert.False(Edit.Row(open, "GET /x").ApiKeyRequired);
    }
}
