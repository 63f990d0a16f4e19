using System.Text.Json.Nodes;
using Portal.Server.Catalog;
using Portal.Server.Gateway;
using Portal.Tests.Catalog.Projection;
using Portal.Tests.Sync;

namespace Portal.Tests.Catalog;

public sealed class FoundDocumentTests
{
    private const string Documentation = """
        [
          {"location": {"type": "API"}, "properties": {"description": "All about pets.", "info": {"contact": {"name": "Kim"}}}},
          {"location": {"type": "METHOD", "path": "/pets", "method": "POST"}, "properties": {"summary": "Adds a pet", "description": "Needs a name.", "tags": ["pets"]}},
          {"location": {"type": "QUERY_PARAMETER", "path": "/pets", "method": "POST", "name": "dryRun"}, "properties": {"description": "Whether it is only tried."}},
          {"location": {"type": "RESPONSE", "path": "/pets", "method": "POST", "statusCode": "200"}, "properties": {"description": "All pets."}},
          {"location": {"type": "MODEL", "name": "Pet"}, "properties": {"description": "A pet."}}
        ]
        """;

    private static readonly JsonNode Document =
        JsonNode.Parse(FoundDocument.Of(Projected.Spec(RoundTripTests.TextOf("validators-and-models")), JsonNode.Parse(Documentation)!.ToJsonString()))!;

    [Fact]
    public void What_people_wrote_stands_where_readers_look()
    {
        var operation = Document["paths"]!["/pets"]!["post"]!;

        Assert.Equal(("Adds a pet", "Needs a name.", "pets"), ((string?)operation["summary"], (string?)operation["description"], (string?)operation["tags"]![0]));
        Assert.Equal("Whether it is only tried.", (string?)operation["parameters"]![0]!["description"]);
        Assert.Equal("All pets.", (string?)operation["responses"]!["200"]!["description"]);
    }

    [Fact]
    public void All_of_it_is_kept_whole() =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Documentation), Document["x-amazon-apigateway-documentation"]!["documentationParts"]));

    [Theory]
    [InlineData("""{"title":"Empty Schema","type":"object"}""")]
    [InlineData("{}")]
    [InlineData("""{"definitions":{"id":{"format":"int64","type":"integer"}},"dependencies":{"a":["b"]},"description":"D","patternProperties":{"^x":{}},"properties":{"id":{"$ref":"#/definitions/id"}}}""")]
    public void A_model_that_a_document_would_change_is_kept_as_it_is(string schema)
    {
        var spec = Projected.Spec(RoundTripTests.TextOf("validators-and-models"));
        spec = spec with { Models = new SortedMap<ModelSpec>([.. spec.Models, new("Found", new ModelSpec { ContentType = "application/json", Schema = schema })]) };

        var document = FoundDocument.Faithful(spec, documentation: null, text => Projected.Of(text).Spec);

        Assert.Equal(spec.Text, Projected.Of(document).Spec!.Text);
        Assert.Single(document.Split("x-portal-as-it-is").Skip(1));
    }

    [Fact]
    public void It_changes_nothing_of_the_API()
    {
        var spec = Projected.Spec(RoundTripTests.TextOf("validators-and-models"));

        Assert.Equal(spec.Text, Projected.Of(Document.ToJsonString()).Spec!.Text);
    }
}
