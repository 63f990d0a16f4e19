using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog.Documents.Editing;

public sealed class BodyEditsTests
{
    private const string Text =
        """
        openapi: 3.0.0
        paths:
          /pets:
            post:
              requestBody:   # what is made
                required: true
                content:
                  application/json:
                    example: {name: Rex}   # a dog
                    schema: {$ref: '#/components/schemas/Pet'}
                  text/csv: {schema: {type: string}}
              responses:
                '200':
                  description: OK   # fine
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/Pet'}}
                '404': {$ref: '#/components/responses/Gone'}
        components:
          schemas:
            Pet: {type: object}
            Cat: {type: object}
          responses:
            Gone: {description: Gone, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        """;

    private static readonly RouteName Route = Edit.Name("POST /pets");

    [Fact]
    public void Bodies_are_shown_with_their_models()
    {
        var route = ModelTable.Of(Samples.Read(Text), 1).Routes[0];

        Assert.Equal([new BodyModel { ContentType = "application/json", Model = "Pet" }, new BodyModel { ContentType = "text/csv", Model = null }], route.Request);
        Assert.Equal([Answer("200", "application/json", "Pet"), Answer("404", "application/json", "Pet")], route.Answers);
    }

    [Fact]
    public void What_is_saved_as_it_was_shown_changes_nothing()
    {
        var document = Samples.Read(Text);
        var route = ModelTable.Of(document, 1).Routes[0];

        Assert.Equal(Text, Edit.Of(document, new DocumentEdit.SetModels(Route, route.Request, route.Answers)).Text);
    }

    [Fact]
    public void Another_model_changes_its_name_only()
    {
        var document = Samples.Read(Text);
        var route = ModelTable.Of(document, 1).Routes[0];

        var changed = Edit.Of(document, new DocumentEdit.SetModels(Route, [route.Request[0] with { Model = "Cat" }, route.Request[1]], null));

        Assert.Equal(Text.Replace("schema: {$ref: '#/components/schemas/Pet'}\n          text", "schema: {$ref: '#/components/schemas/Cat'}\n          text", StringComparison.Ordinal), changed.Text);
    }

    [Fact]
    public void A_body_that_is_missing_goes()
    {
        var document = Samples.Read(Text);
        var route = ModelTable.Of(document, 1).Routes[0];

        var changed = Edit.Of(document, new DocumentEdit.SetModels(Route, [], [.. route.Answers.Skip(1), Answer("201", "application/json", "Cat")]));

        var now = ModelTable.Of(changed, 1).Routes[0];
        Assert.Empty(now.Request);
        Assert.Equal([Answer("404", "application/json", "Pet"), Answer("201", "application/json", "Cat")], now.Answers);
        Assert.DoesNotContain("requestBody", changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_elsewhere_is_not_changed()
    {
        var document = Samples.Read(Text);

        Assert.Contains("answer 404 is written elsewhere", Edit.Refused(document, new DocumentEdit.SetModels(Route, null, [Answer("200", "application/json", "Pet"), Answer("404", "application/json", "Cat")])), StringComparison.Ordinal);
        Assert.Contains("no model 'Dog'", Edit.Refused(document, new DocumentEdit.SetModels(Route, [new BodyModel { ContentType = "application/json", Model = "Dog" }], null)), StringComparison.Ordinal);
    }

    private static AnswerModel Answer(string status, string type, string? model) => new() { Status = status, ContentType = type, Model = model };
}
