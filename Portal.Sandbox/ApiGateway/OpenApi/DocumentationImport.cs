using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Sandbox.ApiGateway.Documentation;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>
/// What a document says of its parts: over what was said before, property by property, or in its place. A part at a place that was spoken of before keeps its id.
/// An import of an API reads OpenAPI's own words first, and over them the parts in <c>x-amazon-apigateway-documentation</c>; one of documentation reads only these.
/// </summary>
internal sealed class DocumentationImport(Map<DocumentationPart> before, bool overwrite)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, string> _idsBefore = before.Values.ToDictionary(part => part.Location.Key, part => part.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentationPart> _read = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Ids => [.. _read.Keys];

    public Map<DocumentationPart> Parts => Map<DocumentationPart>.Of([.. overwrite ? Map<DocumentationPart>.Empty : before, .. _read]);

    /// <summary>What is said in OpenAPI's own words. More than there may be is left out, as nobody asked for parts.</summary>
    public void ReadNative(OpenApiDocument document, string prefix, ImportLog log)
    {
        var room = Limits.DocumentationParts - (overwrite ? 0 : before.Count);
        foreach (var (location, properties) in new NativeDocumentation(document).Parts(prefix))
        {
            if (_read.Count == room && !_idsBefore.ContainsKey(location.Key))
            {
                log.Warn($"More than {Limits.DocumentationParts} documentation parts. Ignoring the descriptions of all others");
                return;
            }

            Keep(location, properties.ToJsonString(Plain));
        }
    }

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
        Keep(location, DocumentationRules.Properties(part.Member("properties") is { ValueKind: not JsonValueKind.Undefined } properties ? properties.Template() : null));
    }

    private void Keep(DocumentationLocation location, string properties)
    {
        var id = _idsBefore.TryGetValue(location.Key, out var known) ? known : _idsBefore[location.Key] = ApiGateway.Ids.Short();
        var said = _read.GetValueOrDefault(id) ?? (overwrite ? null : before.Find(id));
        _read[id] = new() { Id = id, Location = location, Properties = said is null ? properties : Over(said.Properties, properties) };
    }

    /// <summary>What is said anew takes the place of what was said, each by its name; the rest stays.</summary>
    private static string Over(string before, string after)
    {
        var said = JsonNode.Parse(before)!.AsObject();
        var anew = JsonNode.Parse(after)!.AsObject();
        if (said.All(property => anew.ContainsKey(property.Key)))
        {
            return after;
        }

        foreach (var (name, value) in anew)
        {
            said[name] = value?.DeepClone();
        }

        return said.ToJsonString(Plain);
    }
}
