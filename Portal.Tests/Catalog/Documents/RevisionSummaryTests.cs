using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;
using Portal.Tests.Catalog.Documents.Editing;

namespace Portal.Tests.Catalog.Documents;

public sealed class RevisionSummaryTests
{
    private static readonly SourceDocument Shop = Samples.Read(Samples.Yaml);

    [Fact]
    public void A_revision_says_what_it_changed()
    {
        var changed = Edit.Of(
            Shop,
            new DocumentEdit.AddRoute(Edit.Name("PUT /pets")),
            new DocumentEdit.RemoveRoute(Edit.Name("DELETE /pets/{petId}")),
            new DocumentEdit.ChangeRoute(Edit.Name("GET /pets")) { Summary = new("All"), ApiKeyRequired = true, Integration = new(new RouteIntegration.HttpProxy("GET", "https://example.com")) },
            new DocumentEdit.LeaveOut([Edit.Name("POST /pets")]),
            new DocumentEdit.SetTitle("Zoo"),
            new DocumentEdit.SetDefaultIntegration(new DefaultIntegration.Mock(200, "text/plain", "")));

        Assert.Equal(
            [
                "Added PUT /pets.",
                "Removed DELETE /pets/{petId}.",
                "Left out POST /pets.",
                "Changed GET /pets: summary, API key required, integration (default) -> proxy to GET https://example.com.",
                "Title: Pet shop -> Zoo.",
                "Default integration: (none) -> mock 200.",
            ],
            RevisionSummary.Between(Shop, changed));
        Assert.Contains("Took back POST /pets.", RevisionSummary.Between(changed, Shop));
    }

    [Fact]
    public void Routes_of_messages_have_no_method()
    {
        static SourceDocument Chat(string routes) => Samples.Read($"openapi: 3.0.1\ninfo: {{title: Chat, version: '1'}}\nx-amazon-apigateway-route-selection-expression: $request.body.action\npaths: {{{routes}}}\n");

        Assert.Equal(
            ["Added send.", "Removed $default.", "Changed $connect: operation id."],
            RevisionSummary.Between(
                Chat("/$connect: {x-amazon-apigateway-any-method: {}}, /$default: {x-amazon-apigateway-any-method: {}}"),
                Chat("/$connect: {x-amazon-apigateway-any-method: {operationId: connect}}, /send: {x-amazon-apigateway-any-method: {}}")));
    }

    [Fact]
    public void What_no_route_shows_is_told_too()
    {
        var changed = Samples.Read(Samples.Yaml
            .Replace("      name: petId", "      description: Its id\n      name: petId", StringComparison.Ordinal)
            .Replace("components:\n", "components:\n  schemas:\n    Pet: {}\n", StringComparison.Ordinal)
            .Replace("info:\n", "servers: []\ninfo:\n", StringComparison.Ordinal)
            .Replace("    parameters:\n    - $ref", "    summary: One pet\n    parameters:\n    - $ref", StringComparison.Ordinal));

        Assert.Equal(["Changed DELETE /pets/{petId}: summary of the path.", "Models: Pet added.", "Changed components.parameters, servers."], RevisionSummary.Between(Shop, changed));
    }

    [Fact]
    public void Many_routes_are_counted()
    {
        var many = Edit.Of(Shop, [.. Enumerable.Range(0, 13).Select(i => new DocumentEdit.AddRoute(new RouteName("GET", $"/x{i}")))]);

        Assert.EndsWith("GET /x9 and 3 more routes.", Assert.Single(RevisionSummary.Between(Shop, many)), StringComparison.Ordinal);
        Assert.Equal("First revision, with 16 routes.", RevisionSummary.Of(null, many));
    }

    [Fact]
    public void Nothing_but_layout_is_said_to_be_that()
    {
        Assert.Equal("Only the layout of the text or its comments changed.", RevisionSummary.Of(Shop, Samples.Read(Samples.Yaml + "# more\n")));
        Assert.Equal("Nothing changed.", RevisionSummary.Of(Shop, Shop));
    }
}
