using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Reference;

/// <summary>Operations by tag: first the tags that the document declares, in its order, then those that operations name, last what has none.</summary>
internal static class OperationGroups
{
    public static IReadOnlyList<OperationGroup> Of(JsonObject root, IReadOnlyList<PublishedOperation> operations)
    {
        var declared = root.Items("tags").Where(tag => tag.Text("name") is not null).DistinctBy(tag => tag.Text("name")).ToDictionary(tag => tag.Text("name")!, tag => tag.Text("description") ?? "");
        var names = declared.Keys.Concat(operations.Select(operation => operation.Tag).OfType<string>()).Distinct();
        var groups =
            from name in names
            let own = operations.Where(operation => operation.Tag == name).ToList()
            where own.Count > 0
            select new OperationGroup { Name = name, Description = declared.GetValueOrDefault(name, ""), Operations = [.. own.Select(Link)] };
        var all = groups.ToList();
        var rest = operations.Where(operation => operation.Tag is null).Select(Link).ToList();

        return rest.Count is 0 ? all : [.. all, new OperationGroup { Name = all.Count is 0 ? "Operations" : "Other operations", Description = "", Operations = rest }];
    }

    public static OperationLink Link(PublishedOperation operation) => new()
    {
        Slug = operation.Slug,
        Method = operation.SocketKey switch { null => operation.Operation.Name.Method, "$connect" => "CONNECT", "$disconnect" => "CLOSE", _ => "SEND" },
        Path = operation.SocketKey ?? operation.Operation.Name.Path,
        Summary = operation.Operation.Json.Text("summary")?.Trim() ?? "",
        Deprecated = operation.Operation.Json.Flag("deprecated"),
    };
}
