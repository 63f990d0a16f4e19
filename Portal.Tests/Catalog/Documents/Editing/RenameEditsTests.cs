using Portal.Server.Catalog.Documents.Editing;

namespace Portal.Tests.Catalog.Documents.Editing;

/// <summary>A thing gets another name where it stands: what names it follows, and no other letter changes.</summary>
public sealed class RenameEditsTests
{
    private const string Yaml = """
        openapi: 3.0.1
        info: { title: Pets, version: "1" }
        security:
          - door: []
        paths:
          /pets:
            get:
              security: [{ door: [read] }] # as the others
              responses:
                "200":
                  description: Pets
                  content:
                    application/json:
                      schema: { $ref: "#/components/schemas/Pet" }
                      example: { $ref: "#/components/schemas/Pet" }
            post:
              security: []
              responses: { default: { description: Ok } }
        components:
          schemas:
            Pet: # what is sold
              type: object
              discriminator:
                propertyName: kind
                mapping:
                  pet: Pet
                  cat: '#/components/schemas/Cat'
              properties:
                name: { type: string }
                mother: { $ref: "#/components/schemas/Pet" }
            Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { properties: { name: { $ref: "#/components/schemas/Pet/properties/name" } } }] }
            PetName: { type: string }
          securitySchemes:
            door: # asks the function
              type: apiKey
              name: Authorization
              in: header
              x-amazon-apigateway-authtype: custom
              x-amazon-apigateway-authorizer: { type: token, authorizerUri: "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:123456789012:function:a/invocations" }

        """;

    [Fact]
    public void The_models_of_a_route_of_a_WebSocket_API_follow()
    {
        const string Text = """
            openapi: 3.0.1
            info: { title: Chat, version: "1" }
            paths:
              /send:
                x-amazon-apigateway-any-method:
                  x-amazon-apigateway-request-models: { chat: Message, "$default": Other } # what it says
                  x-amazon-apigateway-integration: { type: mock }
            components:
              schemas:
                Message: { type: object }
                Other: { type: object }

            """;

        Assert.Equal(
            Text.Replace("chat: Message", "chat: Said", StringComparison.Ordinal).Replace("    Message: {", "    Said: {", StringComparison.Ordinal),
            Edit.Of(Samples.Read(Text), new DocumentEdit.RenameModel("Message", "Said")).Text);
    }

    [Fact]
    public void What_refers_to_a_model_follows_and_examples_stay()
    {
        var renamed = Edit.Of(Samples.Read(Yaml), new DocumentEdit.RenameModel("Pet", "Animal")).Text;

        Assert.Equal(
            Yaml.Replace("    Pet: #", "    Animal: #", StringComparison.Ordinal)
                .Replace("pet: Pet", "pet: Animal", StringComparison.Ordinal)
                .Replace("#/components/schemas/Pet", "#/components/schemas/Animal", StringComparison.Ordinal)
                .Replace("example: { $ref: \"#/components/schemas/Animal\" }", "example: { $ref: \"#/components/schemas/Pet\" }", StringComparison.Ordinal),
            renamed);
    }

    [Fact]
    public void What_an_authorizer_guards_follows() => Assert.Equal(
        Yaml.Replace("  - door: []", "  - gate: []", StringComparison.Ordinal)
            .Replace("{ door: [read] }", "{ \"gate\": [read] }", StringComparison.Ordinal)
            .Replace("    door: #", "    gate: #", StringComparison.Ordinal),
        Edit.Of(Samples.Read(Yaml), new DocumentEdit.RenameAuthorizer("door", "gate")).Text);

    [Fact]
    public void There_and_back_is_where_it_was()
    {
        var document = Samples.Read(Yaml);

        Assert.Equal(Yaml, Edit.Of(document, new DocumentEdit.RenameModel("Pet", "Animal"), new DocumentEdit.RenameModel("Animal", "Pet")).Text);
        Assert.Equal(document.Root.ToJsonString(), Edit.Of(Edit.Of(document, new DocumentEdit.RenameAuthorizer("door", "gate")), new DocumentEdit.RenameAuthorizer("gate", "door")).Root.ToJsonString());
    }

    [Fact]
    public void A_name_that_is_taken_is_refused()
    {
        Assert.Equal("There is a model 'Cat' already.", Edit.Refused(Samples.Read(Yaml), new DocumentEdit.RenameModel("Pet", "Cat")));
        Assert.Equal("There is no model 'Dog'.", Edit.Refused(Samples.Read(Yaml), new DocumentEdit.RenameModel("Dog", "Cat")));
    }

    [Fact]
    public void A_renamed_thing_is_changed_and_its_name_taken_anew()
    {
        var edited = Edit.Of(Samples.Read(Yaml), new DocumentEdit.RenameModel("PetName", "Name"), new DocumentEdit.ChangeModel("Name", "{\"type\":\"integer\"}"), new DocumentEdit.AddModel("PetName", "{\"type\":\"boolean\"}"));

        Assert.Equal(("integer", "boolean"), (edited.Root["components"]!["schemas"]!["Name"]!["type"]!.ToString(), edited.Root["components"]!["schemas"]!["PetName"]!["type"]!.ToString()));
        Assert.Contains("    Name: { type: integer }", edited.Text, StringComparison.Ordinal);
    }
}
