using System.Text.Json.Nodes;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog.Documents.Reference;

/// <summary>A document, read for those who want to call what it describes. It never changes, and many may read it at once.</summary>
internal sealed class ReferenceDocument
{
    /// <summary>What still is a page that a person reads, and well under 60 kB on the wire.</summary>
    private const int MostOnOnePage = 25;
    private const int MostRowsOnOnePage = 700;

    private readonly JsonObject _root;
    private readonly OpenApiVersion _version;
    private readonly HashSet<string> _shown;

    private ReferenceDocument(SourceDocument document, bool isSocket)
    {
        (_root, _version) = (document.Root, document.Version);
        Operations = [.. Published.OperationsOf(_root, _version).Select(operation => isSocket ? operation with { SocketKey = operation.Operation.Name.Path[1..] } : operation)];
        Groups = OperationGroups.Of(_root, Operations);
        Ordered = [.. Groups.SelectMany(tag => tag.Operations).Join(Operations, link => link.Slug, operation => operation.Slug, (_, operation) => operation)];
        _shown = UsedParts.Of(_root, Operations);
        Letters = document.Text.Length;
        IsOnePage = Operations.Count <= MostOnOnePage && Operations.Sum(RowsOf) <= MostRowsOnOnePage;
    }

    public IReadOnlyList<PublishedOperation> Operations { get; }

    /// <summary>In the order of the groups.</summary>
    public IReadOnlyList<PublishedOperation> Ordered { get; }

    public IReadOnlyList<OperationGroup> Groups { get; }

    public bool IsOnePage { get; }

    /// <summary>How long the text is that it was read from, as a measure of what it takes to keep it.</summary>
    public int Letters { get; }

    public string About => _root.Member("info").Text("description") ?? "";

    public IReadOnlyList<SecurityView> Security => [.. SecurityWords.SchemesOf(_root, _version, Operations)];

    public static ReferenceDocument Of(SourceDocument document, bool isSocket) => new(document, isSocket);

    public OperationView OperationOf(PublishedOperation operation, string? baseUrl) => new OperationReader(_root, _version, new SchemaReader(_root)).Read(operation, baseUrl);

    /// <summary>Null if none of the operations that are shown uses a schema of that name.</summary>
    public SchemaView? SchemaOf(string name)
    {
        var pointer = _version.IsSwagger ? JsonPointer.Of("definitions", name) : JsonPointer.Of("components", "schemas", name);

        return _shown.Contains(pointer) ? new SchemaReader(_root).Read(new JsonObject { ["$ref"] = "#" + Uri.EscapeDataString(pointer) }) : null;
    }

    /// <summary>The document as others may have it.</summary>
    public string ToPublicJson(IReadOnlyList<string> baseUrls) => PublicDocument.Of(_root, _version, Operations, _shown, baseUrls);

    private int RowsOf(PublishedOperation operation)
    {
        var schemas = new SchemaReader(_root);
        new OperationReader(_root, _version, schemas).Read(operation, null);

        return schemas.Rows;
    }
}
