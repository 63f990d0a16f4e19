using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Reference;

/// <summary>Reads parameters and headers: an operation's own, then those of its path that it does not declare anew.</summary>
internal sealed class ParameterReader(JsonObject root, SchemaReader schemas)
{
    public IEnumerable<ReadParameter> AllOf(Operation operation) => operation.Json.Items("parameters").Concat(operation.Item.Items("parameters"))
        .Select(parameter => References.Follow(root, parameter))
        .OfType<JsonObject>()
        .Where(parameter => parameter.Text("name") is not null && parameter.Text("in") is not null)
        .DistinctBy(parameter => (parameter.Text("in"), parameter.Text("in") is "header" ? parameter.Text("name")!.ToLowerInvariant() : parameter.Text("name")))
        .Select(parameter => new ReadParameter(parameter.Text("in")!, parameter, View(parameter.Text("name")!, parameter.Text("in")!, parameter)));

    public ReferenceParameter View(string name, string place, JsonNode? parameter) => new()
    {
        Name = name,
        In = place,
        Required = parameter.Flag("required"),
        Deprecated = parameter.Flag("deprecated"),
        Description = parameter.Text("description") ?? "",
        Schema = schemas.Read(SchemaOf(parameter)) is var schema && schema.Description == (parameter.Text("description") ?? "") ? schema with { Description = "" } : schema,
    };

    /// <summary>A value for each parameter that a call cannot do without.</summary>
    public IReadOnlyDictionary<string, string> ExampleOf(IEnumerable<ReadParameter> parameters) => parameters
        .Where(parameter => parameter.View.Required && parameter.In is not ("body" or "formData"))
        .GroupBy(parameter => parameter.View.Name)
        .ToDictionary(parameter => parameter.Key, parameter => Plain(ExampleOf(parameter.First().Json)));

    private JsonNode? ExampleOf(JsonObject parameter) =>
        parameter.Node("example")
        ?? References.Follow(root, parameter.Member("examples").Members.FirstOrDefault().Value).Node("value")
        ?? new ExampleMaker(root, isRequest: true).Make(SchemaOf(parameter));

    /// <summary>OpenAPI 2.0 writes a parameter's schema into the parameter itself; 3.x may wrap it in a media type.</summary>
    private static JsonNode? SchemaOf(JsonNode? parameter) => parameter.Node("schema") ?? parameter.Member("content").Members.FirstOrDefault().Value.Node("schema") ?? (parameter.Node("type") is null ? null : WithoutNames(parameter));

    private static JsonObject WithoutNames(JsonNode? parameter) => new(parameter.Members
        .Where(member => member.Key is not ("name" or "in" or "required" or "description" or "deprecated"))
        .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    private static string Plain(JsonNode? node) => node switch
    {
        JsonArray array => string.Join(',', array.Select(Plain)),
        JsonValue => node.AsText ?? ReferenceText.Of(node),
        null => "",
        _ => ReferenceText.Of(node),
    };
}

/// <param name="In">path, query, header, cookie; in OpenAPI 2.0 also body and formData.</param>
/// <param name="Json">As it is written, references followed.</param>
/// <param name="View">As it is shown.</param>
internal sealed record ReadParameter(string In, JsonObject Json, ReferenceParameter View);
