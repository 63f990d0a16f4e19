using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>The security schemes of a tree. Those which the editor made for itself go with the last operation that names them.</summary>
internal static class SchemeEdits
{
    private static readonly string[] Ours = [ApiKeySchemes.Ours, Guards.OurIam];

    public static JsonObject? Of(Draft draft) => ApiKeySchemes.SchemesOf(draft.Root, draft.Version);

    public static void Add(Draft draft, string name, JsonObject scheme)
    {
        var schemes = draft.Version.IsSwagger ? Draft.Child(draft.Root, "securityDefinitions") : Draft.Child(Draft.Child(draft.Root, "components"), "securitySchemes");
        schemes[name] = scheme;
    }

    /// <summary>What has become empty by it goes too.</summary>
    public static void Remove(Draft draft, string name)
    {
        if (Of(draft) is not { } schemes || !schemes.Remove(name) || schemes.Count > 0)
        {
            return;
        }

        var owner = draft.Version.IsSwagger ? draft.Root : draft.Root.Member("components")!;
        owner.Remove(draft.Version.IsSwagger ? "securityDefinitions" : "securitySchemes");

        if (owner.Count is 0)
        {
            draft.Root.Remove("components");
        }
    }

    public static void RemoveOursIfUnused(Draft draft)
    {
        foreach (var name in Ours.Where(name => Of(draft)?.ContainsKey(name) is true && !IsUsed(draft, name)).ToList())
        {
            Remove(draft, name);
        }
    }

    /// <summary>The operations that name a scheme, or the document as a whole.</summary>
    public static IEnumerable<string> Users(Draft draft, string name)
    {
        if (draft.Root.Items("security").Any(way => way.Members.Any(scheme => scheme.Key == name)))
        {
            yield return "the API's default";
        }

        foreach (var operation in Operation.AllOf(draft.Root).Where(operation => operation.Json.Items("security").Any(way => way.Members.Any(scheme => scheme.Key == name))))
        {
            yield return operation.Name.ToString();
        }
    }

    private static bool IsUsed(Draft draft, string name) => Users(draft, name).Any();
}
