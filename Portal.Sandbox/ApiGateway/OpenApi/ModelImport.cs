using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Portal.Sandbox.ApiGateway.Models;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.OpenApi;

/// <summary>Schemas become models: named ones under their names, inline ones under a made-up name; references become the models' URLs.</summary>
internal sealed class ModelImport(OpenApiDocument document, string apiId, Map<Model> existing, ImportLog log)
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    private readonly Dictionary<string, Model> _models = new(StringComparer.Ordinal);

    public IEnumerable<Model> Models => _models.Values;

    public void ReadNamed()
    {
        foreach (var schema in document.Schemas)
        {
            log.Try($"create model for '{schema.Name}'", () => Add(ModelRules.Name(schema.Name), schema.Value, TextOf(schema.Value)));
        }
    }

    /// <summary>The name of the model that stands for a schema in a body; null for a primitive, which API Gateway leaves out.</summary>
    public string? NameOf(JsonElement schema)
    {
        if (schema.Member("$ref").Text() is { } reference)
        {
            return Name(reference) ?? throw AwsError.BadRequest($"Invalid model identifier specified: {reference}");
        }

        if (schema.Member("type").Text() is "string" or "integer" or "number" or "boolean" || !schema.Members().Any())
        {
            return null;
        }

        var text = TextOf(schema);
        var name = $"MODEL{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..6]}";
        if (!_models.ContainsKey(name))
        {
            Add(name, schema, text);
        }

        return name;
    }

    /// <summary>Whatever bodies it is for, a schema is JSON.</summary>
    private void Add(string name, JsonElement schema, string text)
    {
        ModelRules.CheckSize(text);
        var model = new Model { Id = existing.Find(name)?.Id ?? Ids.Short(), Name = name, Description = schema.Member("description").Text() is { Length: > 0 } said ? said : null, ContentType = "application/json", Schema = text };
        _models[name] = existing.Find(name) is { } same && same == model ? same : model;
    }

    private string? Name(string reference) =>
        reference.StartsWith(document.SchemaPrefix, StringComparison.Ordinal) && document.Find(reference) is not null
            ? PatchOperation.Unescaped(Uri.UnescapeDataString(reference[document.SchemaPrefix.Length..]))
            : null;

    private string TextOf(JsonElement schema)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Readable))
        {
            Write(schema, writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private void Write(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    if (member is { Name: "$ref", Value.ValueKind: JsonValueKind.String })
                    {
                        writer.WriteStringValue(UrlOf(member.Value.GetString()!));
                    }
                    else
                    {
                        Write(member.Value, writer);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(item, writer);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private string UrlOf(string reference) =>
        reference.StartsWith("https://apigateway.amazonaws.com/restapis/", StringComparison.Ordinal) ? reference
        : Name(reference) is { } name ? Model.UrlOf(apiId, name)
        : throw AwsError.BadRequest($"Invalid model specified: Validation Result: warnings : [], errors : [Invalid model schema specified. Unresolvable reference {reference}]");
}
