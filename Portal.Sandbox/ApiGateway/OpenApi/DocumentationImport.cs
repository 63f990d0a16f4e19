using System.Text.Json;
using Portal.Sandbox.ApiGateway.Documentation;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>
/// The parts in <c>x-amazon-apigateway-documentation</c>: over those that are there, or in their place. A part at a place that was spoken of before keeps its id.
/// Descriptions that stand elsewhere in a document are not read as parts.
/// </summary>
internal sealed class DocumentationImport(Map<DocumentationPart> before, bool overwrite)
{
    private readonly Dictionary<string, string> _idsBefore = before.Values.ToDictionary(part => part.Location.Key, part => part.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentationPart> _read = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Ids => [.. _read.Keys];

    public Map<DocumentationPart> Parts => Map<DocumentationPart>.Of([.. overwrite ? Map<DocumentationPart>.Empty : before, .. _read]);

    public void Read(OpenApiDocument document, ImportLog log)
    {
        foreach (var part in document.Root.Member("x-amazon-apigateway-documentation").Member("documentationParts").Items())
        {
            var type = part.Member("location").Member("type").Text() ?? "";
            log.Try($"put documentation part of type '{type}'", () => Read(type, part));
        }

        log.Try("put documentation parts", () => Limits.Check(Parts.Count, Limits.DocumentationParts, "documentation parts", "this API"));
    }

    private void Read(string type, JsonElement part)
    {
        if (!DocumentationRules.Types.Split(", ").Contains(type))
        {
            throw AwsError.BadRequest("Invalid Documentation part type specified");
        }

        var place = part.Member("location");
        var location = DocumentationRules.Checked(new()
        {
            Type = type,
            Path = place.Member("path").Text(),
            Method = place.Member("method").Text(),
            StatusCode = place.Member("statusCode").Scalar(),
            Name = place.Member("name").Text(),
        });
        var id = _idsBefore.TryGetValue(location.Key, out var known) ? known : _idsBefore[location.Key] = ApiGateway.Ids.Short();
        _read[id] = new() { Id = id, Location = location, Properties = DocumentationRules.Properties(part.Member("properties") is { ValueKind: not JsonValueKind.Undefined } properties ? properties.Template() : null) };
    }
}
