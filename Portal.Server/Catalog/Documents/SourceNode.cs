using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>How a node is written. JSON is all flow, double quotes and plain words.</summary>
internal enum NodeStyle
{
    /// <summary>An object or array in brackets.</summary>
    Flow,

    /// <summary>An object or array by indentation.</summary>
    Block,

    /// <summary>The one pair of a list without its braces, [a: 1].</summary>
    BarePair,

    Plain,
    SingleQuoted,
    DoubleQuoted,

    /// <summary>Text by indentation, after | or >.</summary>
    Literal,

    /// <summary>*name: the node stands elsewhere.</summary>
    Alias,
}

/// <summary>A node of a document and the part of the text in which it is written, from <see cref="Start"/> up to before <see cref="End"/>.</summary>
internal sealed class SourceNode
{
    private Dictionary<string, SourceMember>? _byName;

    public required JsonValueKind Kind { get; init; }

    public required NodeStyle Style { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>A string's letters, or a number as JSON writes it.</summary>
    public string Scalar { get; init; } = "";

    /// <summary>An object's members in the order of the text; after them those that a merge key brings.</summary>
    public IReadOnlyList<SourceMember> Members { get; init; } = [];

    public IReadOnlyList<SourceNode> Items { get; init; } = [];

    /// <summary>How much the node takes with all its aliases expanded, in letters, roughly.</summary>
    public int Weight { get; init; }

    /// <summary>How many levels it has with all its aliases expanded.</summary>
    public int Height { get; init; }

    /// <summary>The member of an object or the item of an array, and where a reader would look for it: at its key or at itself.</summary>
    public SourceNode? Child(string name, out int place)
    {
        place = Start;

        if (Kind is JsonValueKind.Object)
        {
            _byName ??= Members.Where(member => !member.IsMergeKey).ToDictionary(member => member.Name);

            if (_byName.TryGetValue(name, out var found))
            {
                place = found.KeyStart;

                return found.Value;
            }
        }

        if (Kind is JsonValueKind.Array && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < Items.Count)
        {
            place = Items[index].Start;

            return Items[index];
        }

        return null;
    }

    public JsonNode? ToJson() => Kind switch
    {
        JsonValueKind.Object => new JsonObject(Members.Where(member => !member.IsMergeKey).Select(member => KeyValuePair.Create(member.Name, member.Value.ToJson()))),
        JsonValueKind.Array => new JsonArray([.. Items.Select(item => item.ToJson())]),
        JsonValueKind.String => JsonValue.Create(Scalar),
        // Kept as it is written: a number may be larger or finer than any type of ours.
        JsonValueKind.Number => JsonValue.Create(JsonElement.Parse(Scalar)),
        JsonValueKind.True => JsonValue.Create(true),
        JsonValueKind.False => JsonValue.Create(false),
        JsonValueKind.Null => null,
        _ => throw new UnreachableException(),
    };
}

/// <summary>A member of an object: its key's part of the text, and its value.</summary>
internal sealed record SourceMember(string Name, int KeyStart, int KeyEnd, SourceNode Value)
{
    /// <summary>YAML's &lt;&lt;, which stands in the text but is no member of the object.</summary>
    public bool IsMergeKey { get; init; }

    /// <summary>Brought by a merge key: a member of the object whose text stands elsewhere.</summary>
    public bool IsMerged { get; init; }
}
