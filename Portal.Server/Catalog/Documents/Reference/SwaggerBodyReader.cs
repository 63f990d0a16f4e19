using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Reference;

/// <summary>Reads what requests and responses carry, as OpenAPI 2.0 says it: bodies are parameters, and media types are listed once.</summary>
internal sealed class SwaggerBodyReader(JsonObject root, SchemaReader schemas) : BodyReader(root, schemas)
{
    public override BodyView? RequestOrNull(JsonObject operation, IReadOnlyList<ReadParameter> parameters)
    {
        if (parameters.FirstOrDefault(parameter => parameter.In is "body") is { } body)
        {
            return new BodyView
            {
                Required = body.View.Required,
                Description = body.View.Description,
                Content = [.. MediaTypes(operation, "consumes", "application/json").Select(type => Content(type, body.Json.Node("schema"), [], isRequest: true))],
            };
        }

        return parameters.Where(parameter => parameter.In is "formData").ToList() is [_, ..] fields
            ? new BodyView { Required = fields.Exists(field => field.View.Required), Description = "", Content = [.. MediaTypes(operation, "consumes", "application/x-www-form-urlencoded").Select(type => Form(type, fields))] }
            : null;
    }

    protected override IReadOnlyList<ContentView> ResponseContent(JsonObject operation, JsonNode? response)
    {
        var examples = response.Member("examples");

        return response.Node("schema") is not { } schema
            ? []
            : [.. MediaTypes(operation, "produces", "application/json").Select(type => Content(type, schema, examples?.ContainsKey(type) ?? false ? [("Example", examples[type])] : [], isRequest: false))];
    }

    private static ContentView Form(string mediaType, IEnumerable<ReadParameter> fields) => new()
    {
        MediaType = mediaType,
        Examples = [],
        Schema = new SchemaView
        {
            Type = "object",
            Name = null,
            Description = "",
            Deprecated = false,
            Rules = [],
            Values = [],
            Items = null,
            Choices = [],
            Fold = SchemaFold.Shown,
            Properties = [.. fields.Select(field => new PropertyView(field.View.Name, field.View.Required, field.View.Schema with { Description = field.View.Description }))],
        },
    };

    private IEnumerable<string> MediaTypes(JsonObject operation, string member, string otherwise) =>
        (operation.ContainsKey(member) ? operation : Root).Items(member).Select(type => type.AsText).OfType<string>().DefaultIfEmpty(otherwise);
}
