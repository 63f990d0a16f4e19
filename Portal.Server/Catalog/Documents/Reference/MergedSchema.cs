using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Reference;

/// <summary>A schema with the parts of its allOf put together, as a reader takes them: all of the properties, all of the rules.</summary>
internal sealed class MergedSchema
{
    private readonly Dictionary<string, JsonNode?> _properties = [];
    private readonly HashSet<string> _required = [];
    private readonly List<string> _rules = [];
    private readonly List<(string Words, IReadOnlyList<JsonNode?> Schemas)> _choices = [];

    private MergedSchema()
    {
    }

    public string Description { get; private set; } = "";

    public bool Deprecated { get; private set; }

    public IReadOnlyDictionary<string, JsonNode?> Properties => _properties;

    public IReadOnlySet<string> Required => _required;

    /// <summary>In words.</summary>
    public IReadOnlyList<string> Rules => _rules;

    /// <summary>As JSON writes them.</summary>
    public IReadOnlyList<string> Values { get; private set; } = [];

    public IReadOnlyList<(string Words, IReadOnlyList<JsonNode?> Schemas)> Choices => _choices;

    public JsonNode? Items { get; private set; }

    /// <summary>The schema of members that are not named; null where it says nothing of them.</summary>
    public JsonObject? Others { get; private set; }

    /// <summary>Whether the items of a list, or the values of a map, can have parts of their own.</summary>
    public bool HasParts => _properties.Count > 0 || _choices.Count > 0 || Items is not null || Others is not null;

    public static MergedSchema Of(JsonObject root, JsonNode? node)
    {
        var merged = new MergedSchema();
        merged.Add(root, node, []);

        return merged;
    }

    private void Add(JsonObject root, JsonNode? node, HashSet<JsonNode> seen)
    {
        if (References.Follow(root, node) is not JsonObject schema || !seen.Add(schema))
        {
            return;
        }

        Description = Description is "" ? schema.Text("description") ?? "" : Description;
        Deprecated |= schema.Flag("deprecated");
        _rules.AddRange(SchemaRules.Of(schema).Except(_rules));
        Values = Values is [] ? ValuesOf(schema) : Values;
        Items ??= schema.Node("items");
        Others ??= schema.Member("additionalProperties");
        _required.UnionWith(schema.Items("required").Select(name => name.AsText).OfType<string>());

        foreach (var (name, property) in schema.Member("properties").Members)
        {
            _properties[name] = property;
        }

        AddChoice("One of", schema.Items("oneOf"));
        AddChoice("Any of", schema.Items("anyOf"));
        AddChoice("Not", schema.Node("not") is { } not ? [not] : []);

        foreach (var part in schema.Items("allOf"))
        {
            Add(root, part, seen);
        }
    }

    private void AddChoice(string words, IEnumerable<JsonNode?> schemas)
    {
        if (schemas.ToList() is [_, ..] all)
        {
            _choices.Add((words, all));
        }
    }

    private static IReadOnlyList<string> ValuesOf(JsonObject schema) => schema.ContainsKey("const")
        ? [ReferenceText.Of(schema["const"])]
        : [.. schema.Items("enum").Select(ReferenceText.Of)];
}
