using System.Text.Json.Nodes;

namespace Portal.Server.Catalog.Documents;

/// <summary>An operation of the document that API Gateway has a place for.</summary>
/// <param name="Route">As the document names it.</param>
/// <param name="Source">Its path by segment, as the document names the variables; none for the root.</param>
/// <param name="Segments">The same as API Gateway has it: below one path all variables have one name there.</param>
/// <param name="Pointer">Where it stands.</param>
/// <param name="Node">The operation.</param>
/// <param name="Item">The path item it belongs to, whose parameters are its too.</param>
/// <param name="ItemPointer">Where that stands.</param>
internal sealed record ProjectionOperation(RouteName Route, IReadOnlyList<string> Source, IReadOnlyList<string> Segments, string Pointer, JsonObject Node, JsonObject Item, string ItemPointer)
{
    /// <summary>As findings name it: "GET /pets".</summary>
    public string Name => Route.ToString();

    public string Path => "/" + string.Join('/', Segments);

    public string SourcePath => "/" + string.Join('/', Source);

    /// <summary>As specs name it.</summary>
    public string Key => $"{Route.Method} {Path}";

    /// <summary>Each variable's name in the document, with its name in API Gateway; a greedy one without its plus.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; } = Source.Zip(Segments)
        .Where(pair => pair.First is ['{', ..]).DistinctBy(pair => pair.First).ToDictionary(pair => NameIn(pair.First), pair => NameIn(pair.Second));

    public bool IsRenamed => Variables.Any(variable => variable.Key != variable.Value);

    private static string NameIn(string segment) => segment.Trim('{', '}').TrimEnd('+');
}
