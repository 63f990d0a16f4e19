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
            Demand(alternatives, keys.FirstOrDefault() ?? MakeScheme(draft));
        }
        else
        {
            // An alternative that demanded the key alone is not one that demands nothing.
            alternatives = [.. alternatives.Where(alternative => Without(alternative, keys))];
        }

        Store(draft, operation, alternatives);
        RemoveOursIfUnused(draft);
    }

    /// <summary>The editor's own scheme goes with the last operation that names it.</summary>
    public static void RemoveOursIfUnused(Draft draft)
    {
        var isUsed = Operation.AllOf(draft.Root).Any(operation => Security.Of(operation.Json, draft.Root).Contains(ApiKeySchemes.Ours))
            || draft.Root.Items("security").Any(alternative => alternative.Members.Any(scheme => scheme.Key is ApiKeySchemes.Ours));

        if (isUsed || ApiKeySchemes.SchemesOf(draft.Root, draft.Version) is not { } schemes || !schemes.Remove(ApiKeySchemes.Ours))
        {
            return;
        }

        if (schemes.Count is 0)
        {
            var owner = draft.Version.IsSwagger ? draft.Root : draft.Root.Member("components")!;
            owner.Remove(draft.Version.IsSwagger ? "securityDefinitions" : "securitySchemes");

            if (owner.Count is 0)
            {
                draft.Root.Remove("components");
            }
        }
    }

    private static void Demand(List<JsonObject> alternatives, string scheme)
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

    private static bool Without(JsonObject alternative, IReadOnlySet<string> keys)
    {
        var demanded = alternative.Count;

        foreach (var key in keys)
        {
            alternative.Remove(key);
        }

        return alternative.Count > 0 || demanded is 0;
    }

    /// <summary>What the whole document demands anyway is not repeated.</summary>
    private static void Store(Draft draft, JsonObject operation, List<JsonObject> alternatives)
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

    private static string MakeScheme(Draft draft)
    {
        var schemes = draft.Version.IsSwagger ? Draft.Child(draft.Root, "securityDefinitions") : Draft.Child(Draft.Child(draft.Root, "components"), "securitySchemes");
        schemes[ApiKeySchemes.Ours] = new JsonObject { ["type"] = "apiKey", ["name"] = "x-api-key", ["in"] = "header" };

        return ApiKeySchemes.Ours;
    }
}
