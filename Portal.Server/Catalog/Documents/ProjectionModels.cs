using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Portal.Server.Gateway;

namespace Portal.Server.Catalog.Documents;

/// <summary>
/// The models of the API: each named schema of the document, as an import would make of it, and each object or list that stands inside a body;
/// of those AWS would make models with random names, which could never be compared.
/// </summary>
internal sealed class ProjectionModels
{
    /// <summary>
    /// In a named schema: true where it is sent as it stands, in JSON schema draft 4, as it was found in API Gateway; or that schema as a text, where a document could not hold it.
    /// Otherwise what OpenAPI means by a schema is said in that draft.
    /// </summary>
    public const string AsItIs = "x-portal-as-it-is";

    private const int MaxBytes = 400 * 1024;

    private readonly ProjectionSource _source;
    private readonly Lint _lint;
    private readonly ProjectionModelNames _names;
    private readonly ProjectionSchema _schema;
    private readonly HashSet<JsonNode> _loosened = new(ReferenceEqualityComparer.Instance);
    private readonly SortedDictionary<string, JsonObject> _models = new(StringComparer.Ordinal);
    private readonly HashSet<string> _named = [];
    private readonly HashSet<string> _asTheyAre = [];
    private readonly Dictionary<string, JsonNode?> _schemas = [];
    private readonly Queue<(string Name, JsonNode? Schema, string Pointer)> _waiting = [];

    public ProjectionModels(ProjectionSource source, Lint lint)
    {
        (_source, _lint, _names) = (source, lint, new ProjectionModelNames(source, lint));
        _schema = new ProjectionSchema(source, lint, _loosened, Reference);

        foreach (var (name, schema) in source.Root.Member("components").Member("schemas").Members)
        {
            var pointer = JsonPointer.Of("components", "schemas", name);
            _named.Add(_names.Find(pointer)!);
            Enqueue(_names.Find(pointer)!, schema, pointer);
        }
    }

    /// <summary>The model of a body. A schema that is no reference gets one of its own, named after <paramref name="wish"/>.</summary>
    public string Of(JsonNode schema, string pointer, string wish)
    {
        if (schema.Text("$ref") is { } target)
        {
            return Reference(target);
        }

        return _names.Find(pointer) ?? Add(pointer, wish, schema);
    }

    /// <summary>The schema from which a model was made.</summary>
    public JsonNode? SchemaOf(string name) => _schemas.GetValueOrDefault(name);

    /// <summary>All models that are sent; what the methods say must be within them.</summary>
    /// <param name="used">The names that the methods use.</param>
    public SortedMap<ModelSpec> Build(IEnumerable<string> used)
    {
        while (_waiting.TryDequeue(out var next))
        {
            if (AsFound(next.Schema) is { } found)
            {
                _models[next.Name] = found;
                _asTheyAre.Add(next.Name);
                continue;
            }

            // A schema that is nothing but a reference is a second name for the same thing, and draft 4 has no such names.
            _models[next.Name] = _schema.Convert(References.Follow(_source.Root, next.Schema), next.Pointer);
        }

        new ProjectionLoosening(_models, _asTheyAre, _loosened).Run();

        foreach (var name in _models.Where(model => model.Value.Count is 0 && !_asTheyAre.Contains(model.Key)).Select(model => model.Key).ToList())
        {
            _models.Remove(name);
            _lint.Add(LintSchemaRules.Unchecked, "/components/schemas", subject: name);
        }

        var texts = _models.ToDictionary(model => model.Key, model => RestApiNormal.Schema(model.Value));
        var needed = Needed(used);
        HashSet<string> sent = [.. needed, .. _named.Where(texts.ContainsKey)];

        if (Size(sent) > MaxBytes && sent.Count > needed.Count)
        {
            _lint.Add(LintSchemaRules.SizeUnused, "/components/schemas");
            sent = needed;
        }

        if (Size(sent) > MaxBytes)
        {
            _lint.Add(LintSchemaRules.Size, "/components/schemas", subject: string.Create(CultureInfo.InvariantCulture, $"{Size(sent) / 1024} KB"));
        }

        return new SortedMap<ModelSpec>(sent.Select(name => KeyValuePair.Create(name, new ModelSpec { ContentType = ModelHead.Json, Schema = texts[name] })));

        int Size(HashSet<string> names) => names.Sum(name => Encoding.UTF8.GetByteCount(texts[name]));
    }

    /// <summary>The model that a reference leads to; one into the middle of a schema makes that part a model.</summary>
    private string Reference(string target)
    {
        var pointer = JsonPointer.Of([.. JsonPointer.Parse(Uri.UnescapeDataString(target[1..])) ?? []]);

        return _names.Find(pointer)
            ?? Add(pointer, pointer.Replace("/components/schemas", "", StringComparison.Ordinal).Replace("/properties/", "/", StringComparison.Ordinal), References.Resolve(_source.Root, target));
    }

    /// <summary>Null where it does not say that it is to be sent as it is.</summary>
    private static JsonObject? AsFound(JsonNode? schema)
    {
        if (schema is not JsonObject said || said[AsItIs]?.ToString() is not { } how)
        {
            return null;
        }

        if (how is not "true")
        {
            return Text(how);
        }

        var found = ModelHead.Without(said)!.AsObject();
        found.Remove(AsItIs);

        return found;
    }

    private static JsonObject? Text(string schema)
    {
        try
        {
            return JsonNode.Parse(schema) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private void Enqueue(string name, JsonNode? schema, string pointer)
    {
        _waiting.Enqueue((name, schema, pointer));
        _schemas[name] = schema;
    }

    private string Add(string pointer, string wish, JsonNode? schema)
    {
        var name = _names.Add(pointer, wish);
        Enqueue(name, schema, pointer);
        _lint.Add(LintSchemaRules.Hoisted, pointer, subject: name);

        return name;
    }

    private HashSet<string> Needed(IEnumerable<string> used)
    {
        HashSet<string> needed = [];
        var open = new Stack<string>(used);

        while (open.TryPop(out var name))
        {
            if (_models.TryGetValue(name, out var model) && needed.Add(name))
            {
                foreach (var next in ProjectionLoosening.ModelsIn(model))
                {
                    open.Push(next);
                }
            }
        }

        return needed;
    }
}
