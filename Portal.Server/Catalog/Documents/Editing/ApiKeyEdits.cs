using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>"API key required": a security scheme that API Gateway takes for that, demanded beside whatever else the operation demands.</summary>
internal static class ApiKeyEdits
{
    public static void Write(Draft draft, JsonObject operation, bool required)
    {
        var keys = ApiKeySchemes.In(draft.Root, draft.Version);

        if (Security.Of(operation, draft.Root).Any(keys.Contains) == required)
        {
            return;
        }

        var alternatives = Security.Alternatives(operation, draft.Root).OfType<JsonObject>().Select(alternative => (JsonObject)alternative.DeepClone()).ToList();

        if (required)
        {
            Demand(alternatives, Key(draft, keys));
        }
        else
        {
            // An alternative that demanded the key alone is not one that demands nothing.
            alternatives = [.. alternatives.Where(alternative => Without(alternative, keys))];
        }

        Store(draft, operation, alternatives);
        SchemeEdits.RemoveOursIfUnused(draft);
    }

    public static void Demand(List<JsonObject> alternatives, string scheme)
    {
        if (alternatives.Count is 0)
        {
            alternatives.Add([]);
        }

        foreach (var alternative in alternatives)
        {
            alternative[scheme] = new JsonArray();
        }
    }

    /// <summary>False if nothing is left of an alternative that demanded keys alone.</summary>
    public static bool Without(JsonObject alternative, IReadOnlySet<string> keys)
    {
        var demanded = alternative.Count;

        foreach (var key in keys)
        {
            alternative.Remove(key);
        }

        return alternative.Count > 0 || demanded is 0;
    }

    /// <summary>What the whole document demands anyway is not repeated.</summary>
    public static void Store(Draft draft, JsonObject operation, List<JsonObject> alternatives)
    {
        var security = new JsonArray([.. alternatives]);

        if (JsonNode.DeepEquals(security, draft.Root.Node("security") ?? new JsonArray()))
        {
            operation.Remove("security");
        }
        else
        {
            operation["security"] = security;
        }
    }

    /// <summary>The document's scheme for keys, made where there is none.</summary>
    public static string Key(Draft draft, IReadOnlySet<string> keys)
    {
        if (keys.FirstOrDefault() is { } known)
        {
            return known;
        }

        SchemeEdits.Add(draft, ApiKeySchemes.Ours, new JsonObject { ["type"] = "apiKey", ["name"] = "x-api-key", ["in"] = "header" });

        return ApiKeySchemes.Ours;
    }
}
