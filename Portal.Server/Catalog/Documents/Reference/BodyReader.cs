using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Reference;

/// <summary>Reads what requests and responses carry, as OpenAPI 3 says it.</summary>
internal class BodyReader(JsonObject root, SchemaReader schemas)
{
    /// <summary>More of an example than a screenful is read in the document.</summary>
    private const int LongestExample = 6000;

    protected JsonObject Root => root;

    protected SchemaReader Schemas => schemas;

    public virtual BodyView? RequestOrNull(JsonObject operation, IReadOnlyList<ReadParameter> parameters) => References.Follow(root, operation.Node("requestBody")) is JsonObject body
        ? new BodyView { Required = body.Flag("required"), Description = body.Text("description") ?? "", Content = Content(body, isRequest: true) }
        : null;

    public ResponseView Response(JsonObject operation, string status, JsonNode? node)
    {
        var response = References.Follow(root, node);
        var headers = new ParameterReader(root, schemas);

        return new ResponseView
        {
            Status = status,
            Description = response.Text("description") ?? "",
            Headers = [.. response.Member("headers").Members.Select(header => headers.View(header.Key, "header", References.Follow(root, header.Value)))],
            Content = ResponseContent(operation, response),
        };
    }

    protected virtual IReadOnlyList<ContentView> ResponseContent(JsonObject operation, JsonNode? response) => Content(response, isRequest: false);

    protected ContentView Content(string mediaType, JsonNode? schema, IEnumerable<(string Name, JsonNode? Value)> examples, bool isRequest)
    {
        var said = examples.Select(example => new ExampleView(example.Name, Shortened(TextOf(example.Value)))).ToList();

        return new ContentView
        {
            MediaType = mediaType,
            Schema = schema is null ? null : schemas.Read(schema),
            Examples = said is [] && schema is not null && IsJson(mediaType) ? [new ExampleView("Example", Shortened(ReferenceText.Pretty(new ExampleMaker(root, isRequest).Make(schema))))] : said,
        };
    }

    internal static bool IsJson(string mediaType) => mediaType.Contains("json", StringComparison.OrdinalIgnoreCase) || mediaType is "*/*";

    private IReadOnlyList<ContentView> Content(JsonNode? owner, bool isRequest) =>
        [.. owner.Member("content").Members.Select(content => Content(content.Key, content.Value.Node("schema"), ExamplesOf(content.Value), isRequest))];

    private IEnumerable<(string, JsonNode?)> ExamplesOf(JsonNode? content)
    {
        if (content is JsonObject json && json.TryGetPropertyValue("example", out var only))
        {
            yield return ("Example", only);
        }

        foreach (var (name, node) in content.Member("examples").Members)
        {
            var example = References.Follow(root, node);

            if (example is JsonObject said && said.TryGetPropertyValue("value", out var value))
            {
                yield return (example.Text("summary") ?? name, value);
            }
        }
    }

    private static string TextOf(JsonNode? value) => value.AsText ?? ReferenceText.Pretty(value);

    private static string Shortened(string text) => text.Length <= LongestExample ? text : text[..LongestExample] + "\n… (the rest is in the document)";
}
