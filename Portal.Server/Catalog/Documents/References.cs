using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>Every $ref must lead to a node of the same document, and through other references to one that is none. Models that contain themselves are fine.</summary>
internal sealed class References(JsonObject root, OpenApiVersion version)
{
    /// <summary>Objects whose keys are names that the author chose; a property may well be called 'example' or '$ref'.</summary>
    private static readonly HashSet<string> NameMaps =
    [
        "properties", "patternProperties", "definitions", "$defs", "schemas", "dependentSchemas", "responses", "parameters", "examples", "requestBodies", "headers",
        "securitySchemes", "securityDefinitions", "links", "callbacks", "pathItems", "webhooks", "content", "variables", "encoding", "mapping", "scopes",
    ];

    /// <summary>Below these stands data, in which $ref is a word like any other.</summary>
    private static readonly HashSet<string> Data = ["example", "default", "enum", "const", "value"];

    private readonly Dictionary<string, JsonNode?> _targets = [];
    private readonly HashSet<string> _grounded = [];

    /// <summary>The node that a local reference names, or null if it names none: "#/components/schemas/Pet".</summary>
    public static JsonNode? Resolve(JsonObject root, string reference) => Pointer(reference) is { } names && Walk(root, names, out var node) ? node : null;

    /// <summary>The names along the way that a local reference goes; none where it is no reference of this document.</summary>
    public static IReadOnlyList<string> PlaceOf(string reference) => Pointer(reference) ?? [];

    /// <summary>Follows a node that is a reference, through others, to what it stands for. A document that was read has no loop of them.</summary>
    public static JsonNode? Follow(JsonObject root, JsonNode? node)
    {
        while (node is JsonObject next && next["$ref"] is JsonValue value && value.TryGetValue<string>(out var reference))
        {
            node = Resolve(root, reference);
        }

        return node;
    }

    /// <summary>Whether the keys of such a member's object are names that the author chose.</summary>
    public static bool NamesAreFree(string member) => NameMaps.Contains(member);

    /// <summary>Whether data stands below such a member, in which no word means anything.</summary>
    public static bool IsData(string member) => Data.Contains(member);

    public void Check(SourceNode tree) => Check(tree, [], keysAreNames: false);

    private void Check(SourceNode node, Stack<string> way, bool keysAreNames)
    {
        for (var i = 0; i < node.Items.Count; i++)
        {
            way.Push(i.ToString(CultureInfo.InvariantCulture));
            Check(node.Items[i], way, keysAreNames: false);
            way.Pop();
        }

        foreach (var member in node.Members)
        {
            if (member.IsMergeKey || (!keysAreNames && IsData(member)))
            {
                continue;
            }

            way.Push(member.Name);

            if (!keysAreNames && member is { Name: "$ref" })
            {
                CheckReference(member, way);
            }
            else if (member.Value.Members.Count > 0 || member.Value.Items.Count > 0)
            {
                Check(member.Value, way, keysAreNames: !keysAreNames && NameMaps.Contains(member.Name) && member.Value.Kind is JsonValueKind.Object);
            }

            way.Pop();
        }
    }

    private bool IsData(SourceMember member) => Data.Contains(member.Name) || member.Name.StartsWith("x-", StringComparison.Ordinal) && member.Name != DocumentShape.AnyMethod
        || (member.Name is "examples" && (version.IsSwagger || member.Value.Kind is JsonValueKind.Array));

    private void CheckReference(SourceMember member, Stack<string> way)
    {
        var reference = member.Value.Scalar;

        if (member.Value.Kind is not JsonValueKind.String)
        {
            throw Wrong("A $ref must be text.", member, way);
        }

        if (reference is not ['#', ..])
        {
            throw Wrong($"The $ref '{DocumentReader.Shown(reference)}' leads out of this document; bundle it into one file.", member, way);
        }

        // A chain is walked once: what was found to lead to the ground is not walked again.
        var seen = new HashSet<string>();

        for (var next = reference; next is not null && !_grounded.Contains(next);)
        {
            if (!seen.Add(next))
            {
                throw Wrong($"The $ref '{DocumentReader.Shown(reference)}' leads back to itself through nothing but references.", member, way);
            }

            next = Target(next, member, way) is JsonObject target && target["$ref"] is JsonValue value && value.TryGetValue<string>(out var further) && further is ['#', ..] ? further : null;
        }

        _grounded.UnionWith(seen);
    }

    private JsonNode? Target(string reference, SourceMember member, Stack<string> way)
    {
        if (_targets.TryGetValue(reference, out var known))
        {
            return known;
        }

        var names = Pointer(reference) ?? throw Wrong($"The $ref '{DocumentReader.Shown(reference)}' is no JSON pointer.", member, way);

        return Walk(root, names, out var target)
            ? _targets[reference] = target
            : throw Wrong($"The $ref '{DocumentReader.Shown(reference)}' leads nowhere.", member, way);
    }

    /// <summary>A reference is a URI fragment, in which a brace may stand as %7B.</summary>
    private static IReadOnlyList<string>? Pointer(string reference) => reference is ['#', .. var pointer] ? JsonPointer.Parse(Uri.UnescapeDataString(pointer)) : null;

    private static bool Walk(JsonNode? node, IReadOnlyList<string> names, out JsonNode? target)
    {
        target = node;

        foreach (var name in names)
        {
            switch (target)
            {
                case JsonObject @object when @object.TryGetPropertyValue(name, out var member):
                    target = member;
                    break;

                case JsonArray array when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < array.Count:
                    target = array[index];
                    break;

                default:
                    return false;
            }
        }

        return true;
    }

    private static UnreadableException Wrong(string sentence, SourceMember member, Stack<string> way) => new(sentence, member.KeyStart, JsonPointer.Of([.. way.Reverse()]));
}
