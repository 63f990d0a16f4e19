using Portal.Server.Catalog.Documents;
using Portal.Server.Catalog.Documents.Editing;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog.Documents.Editing;

public sealed class SwaggerBodyEditsTests
{
    private const string Text =
        """
        swagger: '2.0'
        produces: [application/json]
        paths:
          /pets:
            post:
              consumes: [application/json, application/xml]   # both
              parameters:
                - {name: dry, in: query, type: boolean}
                - name: pet   # what is made
                  in: body
                  required: true
                  schema: {$ref: '#/definitions/Pet'}
              responses:
                '200': {description: OK, schema: {$ref: '#/definitions/Pet'}, examples: {application/json: {}}}
                '404': {$ref: '#/responses/Gone'}
            get:
              parameters: [{name: file, in: formData, type: file}]
              responses: {'200': {description: OK}}
        responses:
          Gone: {description: Gone, schema: {$ref: '#/definitions/Pet'}}
        definitions:
          Pet: {type: object}
          Cat: {type: object}
        """;

    private static readonly RouteName Route = Edit.Name("POST /pets");

    [Fact]
    public void Bodies_are_shown_with_their_models_for_each_content_type()
    {
        var route = Shown(Samples.Read(Text));

        Assert.Equal([Body("application/json", "Pet"), Body("application/xml", "Pet")], route.Request);
        Assert.Equal([Answer("200", "application/json", "Pet"), Answer("404", "application/json", "Pet")], route.Answers);
    }

    [Fact]
    public void What_is_saved_as_it_was_shown_changes_nothing()
    {
        var document = Samples.Read(Text);
        var route = Shown(document);

        Assert.Equal(Text, Edit.Of(document, new DocumentEdit.SetModels(Route, route.Request, route.Answers)).Text);
    }

    [Fact]
    public void Another_model_changes_its_name_only()
    {
        var changed = Edit.Of(Samples.Read(Text), new DocumentEdit.SetModels(Route, [Body("application/json", "Cat"), Body("application/xml", "Cat")], null));

        Assert.Equal(Text.Replace("          schema: {$ref: '#/definitions/Pet'}\n      responses", "          schema: {$ref: '#/definitions/Cat'}\n      responses", StringComparison.Ordinal), changed.Text);
    }

    [Fact]
    public void Content_types_are_those_of_the_operation()
    {
        var changed = Edit.Of(Samples.Read(Text), new DocumentEdit.SetModels(Route, [Body("application/json", "Pet")], [Answer("200", "application/xml", "Pet"), Answer("404", "application/xml", "Pet"), Answer("201", "application/xml", null)]));

        var route = Shown(changed);
        Assert.Equal([Body("application/json", "Pet")], route.Request);
        Assert.Equal([Answer("200", "application/xml", "Pet"), Answer("404", "application/xml", "Pet"), Answer("201", "application/xml", null)], route.Answers);
        Assert.Contains("produces: [application/json]", changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_that_is_missing_goes()
    {
        var changed = Edit.Of(Samples.Read(Text), new DocumentEdit.SetModels(Route, [], [Answer("404", "application/json", "Pet")]));

        var route = Shown(changed);
        Assert.Empty(route.Request);
        Assert.Equal([Answer("404", "application/json", "Pet")], route.Answers);
        Assert.Contains("name: dry", changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_is_added_where_there_was_none()
    {
        var document = Samples.Read("""{"swagger": "2.0", "paths": {"/pets": {"post": {"responses": {}}}}, "definitions": {"Pet": {"type": "object"}}}""");

        var route = Shown(Edit.Of(document, new DocumentEdit.SetModels(Route, [Body("application/json", "Pet")], [Answer("200", "application/json", "Pet")])));

        Assert.Equal([Body("application/json", "Pet")], route.Request);
        Assert.Equal([Answer("200", "application/json", "Pet")], route.Answers);
    }

    [Fact]
    public void What_this_version_cannot_say_is_refused()
    {
        var document = Samples.Read(Text);

        Assert.Contains("one model", Edit.Refused(document, new DocumentEdit.SetModels(Route, [Body("application/json", "Pet"), Body("application/xml", "Cat")], null)), StringComparison.Ordinal);
        Assert.Contains("the same content types", Edit.Refused(document, new DocumentEdit.SetModels(Route, null, [Answer("200", "application/json", "Pet"), Answer("404", "application/xml", "Pet")])), StringComparison.Ordinal);
        Assert.Contains("written elsewhere", Edit.Refused(document, new DocumentEdit.SetModels(Route, null, [Answer("200", "application/json", "Pet"), Answer("404", "application/json", "Cat")])), StringComparison.Ordinal);
        Assert.Contains("is a form", Edit.Refused(document, new DocumentEdit.SetModels(Edit.Name("GET /pets"), [Body("application/json", "Pet")], null)), StringComparison.Ordinal);
        Assert.Contains("no model 'Dog'", Edit.Refused(document, new DocumentEdit.SetModels(Route, [Body("application/json", "Dog")], null)), StringComparison.Ordinal);
    }

    private static RouteModelsView Shown(SourceDocument document) => ModelTable.Of(document, 1).Routes.Single(route => route.Method is "POST");

    private static BodyModel Body(string type, string? model) => new() { ContentType = type, Model = model };

    private static AnswerModel Answer(string status, string type, string? model) => new() { Status = status, ContentType = type, Model = model };
}
