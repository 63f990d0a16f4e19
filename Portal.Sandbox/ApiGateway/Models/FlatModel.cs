using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.Models;

/// <summary>A schema that stands by itself: the models that it names by URL, and those that they name, come along as its <c>definitions</c>.</summary>
internal sealed class FlatModel(Map<Model> models)
{
    private const int Deepest = 256;
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    private readonly SortedDictionary<string, JsonNode> _definitions = new(StringComparer.Ordinal);

    public static Model Of(Model model, Map<Model> models)
    {
        if (model.Schema is null || Parsed(model.Schema) is not JsonObject schema)
        {
            return model;
        }

        FlatModel flat = new(models);
        flat.Follow(schema);
        if (flat._definitions.Count > 0)
        {
            var own = schema["definitions"] as JsonObject ?? [];
            foreach (var (name, definition) in flat._definitions)
            {
                own[name] = definition;
            }

            schema["definitions"] = own;
        }

        return model with { Schema = schema.ToJsonString(Readable) };
    }

    /// <summary>The model's name in the URL by which others refer to it.</summary>
    public static string? NameIn(string reference) => reference.IndexOf("/models/", StringComparison.Ordinal) is >= 0 and var at && reference.Contains("apigateway.amazonaws.com/restapis/", StringComparison.Ordinal)
        ? reference[(at + "/models/".Length)..]
        : null;

    /// <summary>The models that a schema names.</summary>
    public static IEnumerable<string> NamesIn(string? schema) => schema is null ? [] : NamesIn(Parsed(schema));

    /// <summary>The schema of the model that a URL names.</summary>
    public static JsonElement? Referred(string reference, Map<Model> models)
    {
        if (NameIn(reference) is not { } name || models.Find(name)?.Schema is not { } schema)
        {
            return null;
        }

        using var document = JsonDocument.Parse(schema);
        return document.RootElement.Clone();
    }

    private static IEnumerable<string> NamesIn(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member is { Key: "$ref", Value: JsonValue target } && NameIn(target.ToString()) is { } name ? [name] : NamesIn(member.Value)),
        JsonArray items => items.SelectMany(NamesIn),
        _ => [],
    };

    private static JsonNode? Parsed(string schema) => JsonNode.Parse(schema, documentOptions: new() { MaxDepth = Deepest });

    private void Follow(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (name, value) in map.ToArray())
                {
                    if (name is "$ref" && value is JsonValue text && text.TryGetValue<string>(out var reference) && NameIn(reference) is { } model && models.Find(model)?.Schema is { } schema)
                    {
                        map["$ref"] = $"#/definitions/{model}";
                        Define(model, schema);
                    }
                    else
                    {
                        Follow(value);
                    }
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Follow(item);
                }

                break;
        }
    }

    private void Define(string name, string schema)
    {
        if (!_definitions.ContainsKey(name) && Parsed(schema) is { } parsed)
        {
            _definitions[name] = parsed;
            Follow(parsed);
        }
    }
}
