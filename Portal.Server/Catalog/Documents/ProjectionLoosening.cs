using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>
/// Carries through what it means that a part of a schema admits more than its author said. "Exactly one of" becomes "any of" where a branch admits more,
/// or a valid value would fit two; "not" goes, or it would refuse more; a model that admits anything is no model, and neither are references to it.
/// </summary>
/// <param name="models">All models, by name.</param>
/// <param name="asTheyAre">Those that are sent as they are.</param>
/// <param name="loosened">The parts that admit more.</param>
internal sealed class ProjectionLoosening(IReadOnlyDictionary<string, JsonObject> models, IReadOnlySet<string> asTheyAre, HashSet<JsonNode> loosened)
{
    private readonly HashSet<string> _loosenedModels = [];

    /// <summary>Models refer to each other in circles, so this repeats until nothing changes any more; each turn only takes away.</summary>
    public void Run()
    {
        int before;

        do
        {
            before = loosened.Count + _loosenedModels.Count;

            foreach (var (name, schema) in models.Where(model => !asTheyAre.Contains(model.Key)))
            {
                if (Visit(schema))
                {
                    _loosenedModels.Add(name);
                }
            }
        }
        while (loosened.Count + _loosenedModels.Count != before);
    }

    /// <summary>The names of the models that a schema refers to.</summary>
    public static IEnumerable<string> ModelsIn(JsonNode? node) => node switch
    {
        JsonObject schema => schema.SelectMany(member => member.Key is "$ref" && member.Value.AsText is { } reference ? [NameIn(reference)] : ModelsIn(member.Value)),
        JsonArray items => items.SelectMany(ModelsIn),
        _ => [],
    };

    /// <summary>Whether the schema admits more than was said.</summary>
    private bool Visit(JsonObject schema)
    {
        var admitsMore = loosened.Contains(schema);

        if (schema["$ref"].AsText is { } reference)
        {
            if (models.TryGetValue(NameIn(reference), out var target) && target.Count > 0)
            {
                return admitsMore | _loosenedModels.Contains(NameIn(reference));
            }

            schema.Remove("$ref");
            admitsMore = true;
        }

        foreach (var (_, part) in schema.Member("properties").Members)
        {
            admitsMore |= Visit((JsonObject)part!);
        }

        foreach (var word in (string[])["items", "additionalProperties"])
        {
            admitsMore |= schema[word] is JsonObject part && Visit(part);
        }

        if (schema["not"] is JsonObject refused && Visit(refused))
        {
            schema.Remove("not");
            admitsMore = true;
        }

        admitsMore |= VisitBranches(schema, "allOf") | VisitBranches(schema, "anyOf");

        if (VisitBranches(schema, "oneOf"))
        {
            admitsMore = true;

            if (schema["oneOf"] is JsonArray branches)
            {
                schema.Remove("oneOf");
                schema.TryAdd("anyOf", branches);
            }
        }

        if (admitsMore)
        {
            loosened.Add(schema);
        }

        return admitsMore;
    }

    private bool VisitBranches(JsonObject schema, string word)
    {
        if (schema[word] is not JsonArray branches)
        {
            return false;
        }

        var admitsMore = false;

        foreach (var branch in branches.OfType<JsonObject>())
        {
            admitsMore |= Visit(branch);
        }

        // API Gateway refuses the same reference twice; a branch that admits anything decides, or says nothing.
        List<JsonObject> distinct = [.. branches.OfType<JsonObject>().DistinctBy(branch => branch["$ref"].AsText ?? (object)branch)];
        admitsMore |= word is "oneOf" && distinct.Count < branches.Count;

        if (word is "allOf")
        {
            distinct.RemoveAll(branch => branch.Count is 0);
        }

        if (distinct is [] || (word is not "allOf" && distinct.Exists(branch => branch.Count is 0)))
        {
            schema.Remove(word);
            admitsMore |= word is "oneOf";
        }
        else if (distinct.Count < branches.Count)
        {
            branches.Clear();
            schema[word] = new JsonArray([.. distinct]);
        }

        return admitsMore;
    }

    private static string NameIn(string reference) => reference[(reference.LastIndexOf('/') + 1)..];
}
