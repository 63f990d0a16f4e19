using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;

namespace Portal.Tests.Catalog.Documents.Editing;

public sealed class ModelEditsTests
{
    private const string Pet = """{"type": "object", "properties": {"name": {"type": "string", "maxLength": 1.50, "description": "It's: é # \"x\""}, "parent": {"$ref": "#/components/schemas/PortalPet"}}}""";

    private const string Models =
        """
        openapi: 3.0.0
        paths:
          /pets:
            get: {responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Pets'}}}}}}
        components:
          schemas:
            Pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}
            # one of them
            Pet:
              type: object   # a thing
              properties:
                name: {type: string}   # how it is called
                parent: {$ref: '#/components/schemas/Pet'}
          requestBodies:
            Add: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet/properties/name'}}}}
        """;

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void A_model_that_is_taken_back_leaves_no_trace(string name)
    {
        var document = Samples.Read(Samples.Text(name));
        var schema = document.Version.IsSwagger ? Pet.Replace("components/schemas", "definitions", StringComparison.Ordinal) : Pet;

        var added = Edit.Of(document, new DocumentEdit.AddModel("PortalPet", schema));

        Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(System.Text.Json.Nodes.JsonNode.Parse(schema), System.Text.Json.Nodes.JsonNode.Parse(ModelTable.ModelOf(added, "PortalPet")!.Schema)));
        Assert.Equal(document.Text, Edit.Of(added, new DocumentEdit.RemoveModel("PortalPet")).Text);
    }

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void A_schema_that_is_saved_as_it_was_shown_changes_nothing(string name)
    {
        var document = Samples.Read(Samples.Text(name));

        Assert.All(ModelTable.Of(document, 1).Models.Take(5), model =>
            Assert.Equal(document.Text, Edit.Of(document, new DocumentEdit.ChangeModel(model.Name, ModelTable.ModelOf(document, model.Name)!.Schema)).Text));
    }

    [Fact]
    public void A_change_keeps_the_comments_beside_it()
    {
        var document = Samples.Read(Models);
        var schema = ModelTable.ModelOf(document, "Pet")!.Schema.Replace("\"string\"", "\"integer\"", StringComparison.Ordinal);

        Assert.Equal(Models.Replace("name: {type: string}", "name: {type: integer}", StringComparison.Ordinal), Edit.Of(document, new DocumentEdit.ChangeModel("Pet", schema)).Text);
    }

    [Fact]
    public void It_is_said_where_a_model_is_used()
    {
        var models = ModelTable.Of(Samples.Read(Models), 1).Models.ToDictionary(model => model.Name, model => model.UsedBy);

        Assert.Equal(["GET /pets"], models["Pets"]);
        Assert.Equal(["Pets", "requestBodies.Add"], models["Pet"]);
        Assert.Contains("used by Pets, requestBodies.Add", Edit.Refused(Samples.Read(Models), new DocumentEdit.RemoveModel("Pet")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_to_nothing_is_refused() =>
        Assert.Contains("leads nowhere", Edit.Refused(Samples.Read(Models), new DocumentEdit.ChangeModel("Pet", """{"$ref": "#/components/schemas/Cat"}""")), StringComparison.Ordinal);

    [Fact]
    public void Only_what_is_there_is_changed()
    {
        var document = Samples.Read(Models);

        Assert.Contains("no model 'Cat'", Edit.Refused(document, new DocumentEdit.ChangeModel("Cat", "{}")), StringComparison.Ordinal);
        Assert.Contains("no model 'Cat'", Edit.Refused(document, new DocumentEdit.RemoveModel("Cat")), StringComparison.Ordinal);
        Assert.Contains("'Pet' already", Edit.Refused(document, new DocumentEdit.AddModel("Pet", "{}")), StringComparison.Ordinal);
    }
}
