using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Merging;

/// <summary>
/// Puts back what one side took out of a document and the other still names by a $ref: a document whose references lead nowhere says nothing at all. What is put back may name more.
/// Names of other sorts (of security schemes, validators, models of a route) are left as they are: what is wrong with these, the findings say.
/// </summary>
internal static class Named
{
    /// <param name="merged">Both sides together; it is changed.</param>
    /// <param name="sides">Where a thing is looked for, in this order.</param>
    /// <returns>The places that were put back.</returns>
    public static IReadOnlyList<string> PutBack(JsonObject merged, params ReadOnlySpan<JsonObject> sides)
    {
        List<string> back = [];

        for (var lost = Lost(merged).ToList(); lost is not []; lost = [.. Lost(merged)])
        {
            var any = false;

            foreach (var place in lost)
            {
                foreach (var side in sides)
                {
                    if (TryPut(merged, side, place))
                    {
                        back.Add(JsonPointer.Of([.. place]));
                        any = true;
                        break;
                    }
                }
            }

            // What nobody has led nowhere before, and is said by whoever reads the document.
            if (!any)
            {
                break;
            }
        }

        return back;
    }

    /// <summary>As whole as the sides have them: a model rather than one of its properties.</summary>
    private static IEnumerable<IReadOnlyList<string>> Lost(JsonObject root) =>
        from reference in Of(root, isNames: false).Distinct()
        where References.Resolve(root, reference) is null
        let place = References.PlaceOf(reference)
        where place is [_, ..]
        select Shortest(root, place);

    private static IReadOnlyList<string> Shortest(JsonObject root, IReadOnlyList<string> place)
    {
        JsonNode? node = root;

        for (var depth = 0; depth < place.Count; depth++)
        {
            if ((node as JsonObject)?[place[depth]] is not { } next)
            {
                var whole = place[0] is "components" ? 3 : 2;

                return [.. place.Take(Math.Max(depth + 1, Math.Min(whole, place.Count)))];
            }

            node = next;
        }

        return place;
    }

    private static bool TryPut(JsonObject merged, JsonObject side, IReadOnlyList<string> place)
    {
        JsonNode? found = side;

        foreach (var name in place)
        {
            found = (found as JsonObject)?[name];
        }

        if (found is null)
        {
            return false;
        }

        var owner = merged;

        foreach (var name in place.SkipLast(1))
        {
            // A group without a member is written as nothing in YAML.
            if (owner[name] is null)
            {
                owner[name] = new JsonObject();
            }

            if (owner[name] is not JsonObject next)
            {
                return false;
            }

            owner = next;
        }

        owner[place[^1]] = found.DeepClone();

        return true;
    }

    private static IEnumerable<string> Of(JsonNode? node, bool isNames)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    if (isNames)
                    {
                        foreach (var reference in Of(value, isNames: false))
                        {
                            yield return reference;
                        }
                    }
                    else if (name is "$ref" && value is JsonValue text && text.TryGetValue<string>(out var said) && said.StartsWith('#'))
                    {
                        yield return said;
                    }
                    else if (!References.IsData(name) && (!name.StartsWith("x-", StringComparison.Ordinal) || name == DocumentShape.AnyMethod))
                    {
                        foreach (var reference in Of(value, References.NamesAreFree(name) && value is JsonObject))
                        {
                            yield return reference;
                        }
                    }
                }

                break;

            case JsonArray items:
                foreach (var reference in items.SelectMany(item => Of(item, isNames: false)))
                {
                    yield return reference;
                }

                break;

            default:
                break;
        }
    }
}
