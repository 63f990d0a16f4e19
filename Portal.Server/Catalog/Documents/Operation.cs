using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>An operation of a document with the path item in which it is written.</summary>
internal sealed record Operation(RouteName Name, JsonObject Json, JsonObject Item, string Pointer)
{
    /// <summary>All operations below paths in the order of the document; a path item that is a reference has those of its target.</summary>
    public static IEnumerable<Operation> AllOf(JsonObject root) =>
        from path in root.Member("paths").Members
        where path.Key is ['/', ..] && path.Value is JsonObject
        from operation in OfItem(root, path.Key, (JsonObject)path.Value!, JsonPointer.Of("paths", path.Key))
        select operation;

    public static Operation? Find(JsonObject root, RouteName name) => root.Member("paths").Member(name.Path) is { } item
        ? OfItem(root, name.Path, item, JsonPointer.Of("paths", name.Path)).FirstOrDefault(operation => operation.Name == name)
        : null;

    private static IEnumerable<Operation> OfItem(JsonObject root, string path, JsonObject item, string pointer)
    {
        foreach (var (name, value) in item.Where(member => DocumentShape.Methods.Contains(member.Key)))
        {
            if (value is JsonObject json)
            {
                yield return new Operation(RouteName.Of(name, path), json, item, $"{pointer}/{name}");
            }
        }

        if (item.Text("$ref") is ['#', .. var target] && References.Resolve(root, '#' + target) is JsonObject elsewhere)
        {
            foreach (var operation in OfItem(root, path, elsewhere, Uri.UnescapeDataString(target)).Where(operation => !item.ContainsKey(operation.Name.Member)))
            {
                yield return operation;
            }
        }
    }
}
