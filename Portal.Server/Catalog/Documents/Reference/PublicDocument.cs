using System.Text.Json.Nodes;
using Portal.Shared;

namespace Portal.Server.Catalog.Documents.Reference;

/// <summary>
/// A document as others may have it, in JSON: only the operations that are shown and the parts that they use, without integrations, authorizers and whatever else is
/// between the portal and API Gateway (backends stand there, and roles), and with the address that developers call instead of the author's servers.
/// </summary>
internal static class PublicDocument
{
    private static readonly string[] Parts = ["definitions", "parameters", "responses"];

    public static string Of(JsonObject root, OpenApiVersion version, IReadOnlyList<PublishedOperation> operations, IReadOnlySet<string> used, IReadOnlyList<string> baseUrls)
    {
        var document = Cleaned(root);
        document["paths"] = Paths(operations);
        Prune(document, version, used);
        Place(document, version, baseUrls);
        document.Remove("webhooks");

        return ReferenceText.Pretty(document);
    }

    private static JsonObject Paths(IReadOnlyList<PublishedOperation> operations)
    {
        var paths = new JsonObject();

        foreach (var (_, operation) in operations.Select(published => (published.Slug, published.Operation)))
        {
            if (paths[operation.Name.Path] is not JsonObject item)
            {
                item = Cleaned(new JsonObject(operation.Item.Where(member => member.Key is "summary" or "description" or "parameters").Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))));
                paths[operation.Name.Path] = item;
            }

            var json = Cleaned(operation.Json);
            json.Remove("servers");
            item[operation.Name.Member] = json;
        }

        return paths;
    }

    private static void Prune(JsonObject document, OpenApiVersion version, IReadOnlySet<string> used)
    {
        var owners = version.IsSwagger
            ? Parts.Select(part => (Pointer: JsonPointer.Of(part), Json: document.Member(part)))
            : document.Member("components").Members.Where(part => part.Key is not "securitySchemes").Select(part => (Pointer: JsonPointer.Of("components", part.Key), Json: part.Value as JsonObject));

        foreach (var (pointer, json) in owners.ToList())
        {
            // A reference may lead into a part.
            foreach (var name in json?.Select(member => member.Key).Where(name => $"{pointer}/{PointerName.Escaped(name)}" is var own && !used.Any(part => part == own || part.StartsWith(own + "/", StringComparison.Ordinal))).ToList() ?? [])
            {
                json!.Remove(name);
            }
        }
    }

    private static void Place(JsonObject document, OpenApiVersion version, IReadOnlyList<string> baseUrls)
    {
        foreach (var member in new[] { "servers", "host", "basePath", "schemes" })
        {
            document.Remove(member);
        }

        if (baseUrls is [var first, ..] && Uri.TryCreate(first, UriKind.Absolute, out var address))
        {
            if (version.IsSwagger)
            {
                (document["host"], document["basePath"], document["schemes"]) = (address.Authority, address.AbsolutePath, new JsonArray(address.Scheme));
            }
            else
            {
                document["servers"] = new JsonArray([.. baseUrls.Select(url => new JsonObject { ["url"] = url })]);
            }
        }
    }

    private static JsonObject Cleaned(JsonObject json) => (JsonObject)Cleaned(json, keysAreNames: false)!;

    private static JsonNode? Cleaned(JsonNode? node, bool keysAreNames) => node switch
    {
        JsonObject json => new JsonObject(json
            .Where(member => keysAreNames || !IsOurs(member.Key))
            .Select(member => KeyValuePair.Create(member.Key, References.IsData(member.Key) && !keysAreNames ? member.Value?.DeepClone() : Cleaned(member.Value, !keysAreNames && References.NamesAreFree(member.Key))))),
        JsonArray array => new JsonArray([.. array.Select(item => Cleaned(item, keysAreNames: false))]),
        _ => node?.DeepClone(),
    };

    private static bool IsOurs(string name) =>
        name is not DocumentShape.AnyMethod && (name.StartsWith("x-amazon-", StringComparison.Ordinal) || name.StartsWith("x-portal-", StringComparison.Ordinal));
}
