using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Merging;

/// <summary>
/// Brings together what two sides made of one document. What one side changed and the other left is taken;
/// what both made alike too; what both made otherwise is a conflict, for which a side is chosen.
/// Objects are merged by their members, all else as a whole: half of one policy and half of another is none.
/// </summary>
internal sealed class ThreeWay
{
    /// <summary>Objects with extensions' names whose members are things of their own.</summary>
    private static readonly HashSet<string> Containers = ["x-amazon-apigateway-gateway-responses", "x-amazon-apigateway-request-validators", DocumentShape.AnyMethod];

    private static readonly HashSet<string> OfParts = ["components/schemas", "definitions", "x-amazon-apigateway-gateway-responses", "x-amazon-apigateway-request-validators"];

    private static readonly HashSet<string> OfSchemes = ["components/securitySchemes", "securityDefinitions"];

    private readonly Func<string, MergeSide?> _choice;
    private readonly List<string> _kept = [];
    private readonly List<MergedPlace> _conflicts = [];

    private ThreeWay(Func<string, MergeSide?> choice) => _choice = choice;

    /// <param name="before">What both began with.</param>
    /// <param name="ours">As it was edited here.</param>
    /// <param name="theirs">As its authors edited it.</param>
    /// <param name="choice">Which side counts at a place where both changed the same; null where nobody has said.</param>
    public static Merged Of(JsonObject before, JsonObject ours, JsonObject theirs, Func<string, MergeSide?> choice)
    {
        var merge = new ThreeWay(choice);
        var root = merge.Objects([], before, ours, theirs);

        return new Merged(root, merge._kept, merge._conflicts);
    }

    private JsonObject Objects(string[] place, JsonObject? before, JsonObject ours, JsonObject theirs)
    {
        var merged = new JsonObject();

        foreach (var name in theirs.Select(member => member.Key).Concat(ours.Select(member => member.Key)).Distinct())
        {
            if (Member([.. place, name], Slot.Of(before, name), Slot.Of(ours, name), Slot.Of(theirs, name)) is { IsThere: true } slot)
            {
                merged[name] = slot.Value?.DeepClone();
            }
        }

        return merged;
    }

    private Slot Member(string[] place, Slot before, Slot ours, Slot theirs)
    {
        if (ours.Says(theirs) || ours.Says(before))
        {
            return theirs;
        }

        if (theirs.Says(before))
        {
            _kept.AddRange(Parts(place, before, ours));

            return ours;
        }

        if (ours.Value is JsonObject our && theirs.Value is JsonObject their && (before.Value is JsonObject || !before.IsThere) && !IsWhole(place, our, their))
        {
            return new Slot(true, Objects(place, before.Value as JsonObject, our, their));
        }

        if (!theirs.IsThere && OnlySettled(before.Value, ours.Value))
        {
            return theirs;
        }

        var pointer = JsonPointer.Of(place);
        var choice = _choice(pointer);
        _conflicts.Add(new MergedPlace(pointer, before, ours, theirs, choice));

        return choice is MergeSide.Ours ? ours : theirs;
    }

    /// <summary>Each thing that was made here by its own name: "components" is none.</summary>
    private static IEnumerable<string> Parts(string[] place, Slot before, Slot ours) => ours.Value is JsonObject our && IsGroup(place)
        ? our.Where(member => !Slot.Of(our, member.Key).Says(Slot.Of(before.Value as JsonObject, member.Key))).SelectMany(member => Parts([.. place, member.Key], Slot.Of(before.Value as JsonObject, member.Key), new Slot(true, member.Value)))
        : [JsonPointer.Of(place)];

    private static bool IsGroup(string[] place) => string.Join('/', place) is "components" or "paths" || OfParts.Contains(string.Join('/', place)) || OfSchemes.Contains(string.Join('/', place));

    private static bool IsWhole(string[] place, JsonObject ours, JsonObject theirs)
    {
        var owner = string.Join('/', place[..^1]);

        return OfParts.Contains(owner)
            || (OfSchemes.Contains(owner) && ours.Text("type") != theirs.Text("type"))
            || (place[^1].StartsWith("x-", StringComparison.Ordinal) && !Containers.Contains(place[^1]));
    }

    /// <summary>What the portal notes beside a thing goes with the thing.</summary>
    private static bool OnlySettled(JsonNode? before, JsonNode? ours) =>
        before is JsonObject was && ours is JsonObject now && JsonNode.DeepEquals(Plain(was), Plain(now));

    private static JsonObject Plain(JsonObject json)
    {
        var plain = (JsonObject)json.DeepClone();

        foreach (var name in plain.Select(member => member.Key).Where(name => name.StartsWith("x-portal-", StringComparison.Ordinal)).ToList())
        {
            plain.Remove(name);
        }

        foreach (var name in plain.Where(member => member.Value is JsonObject).Select(member => member.Key).ToList())
        {
            plain[name] = Plain((JsonObject)plain[name]!);
        }

        return plain;
    }
}

/// <summary>A member that is there or not; null is a value.</summary>
internal readonly record struct Slot(bool IsThere, JsonNode? Value)
{
    public static Slot Of(JsonObject? owner, string name) => owner is not null && owner.TryGetPropertyValue(name, out var value) ? new(true, value) : default;

    public bool Says(Slot other) => IsThere == other.IsThere && JsonNode.DeepEquals(Value, other.Value);
}

/// <summary>What came of it.</summary>
/// <param name="Root">The tree; at a conflict for which nobody has chosen it says what the authors say.</param>
/// <param name="Kept">Where it says what was made here.</param>
/// <param name="Conflicts">Where both sides changed the same.</param>
internal sealed record Merged(JsonObject Root, IReadOnlyList<string> Kept, IReadOnlyList<MergedPlace> Conflicts);

/// <summary>A place that both sides changed, each otherwise.</summary>
internal sealed record MergedPlace(string Pointer, Slot Before, Slot Ours, Slot Theirs, MergeSide? Choice);
