using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents.Editing;

/// <summary>The security schemes of a tree. Those which the editor made for itself go with the last operation that names them.</summary>
internal static class SchemeEdits
{
    private static readonly string[] Ours = [ApiKeySchemes.Ours, Guards.OurIam];

    public static JsonObject? Of(Draft draft) => ApiKeySchemes.SchemesOf(draft.Root, draft.Version);

    public static void Add(Draft draft, string name, JsonObject scheme) => draft.Declarations("securityDefinitions", "securitySchemes")[name] = scheme;

    /// <summary>What has become empty by it goes too.</summary>
    public static void Remove(Draft draft, string name)
    {
        if (Of(draft)?.Remove(name) is true)
        {
            draft.DropEmptyDeclarations("securityDefinitions", "securitySchemes");
        }
    }

    public static void RemoveOursIfUnused(Draft draft)
    {
        foreach (var name in Ours.Where(name => Of(draft)?.ContainsKey(name) is true && !Users(draft, name).Any()).ToList())
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
}
