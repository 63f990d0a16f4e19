using System.Text.Json.Serialization;
using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.Documentation;

/// <summary>What is said of a part of an API, as GetDocumentationPart shows it.</summary>
internal sealed record DocumentationPart
{
    public required string Id { get; init; }

    public required DocumentationLocation Location { get; init; }

    /// <summary>A JSON object as a text.</summary>
    public required string Properties { get; init; }
}

/// <summary>The part of an API that is spoken of. A path that is not said is <c>/</c>, a method or status <c>*</c>.</summary>
internal sealed record DocumentationLocation
{
    public required string Type { get; init; }

    public string? Path { get; init; }

    public string? Method { get; init; }

    public string? StatusCode { get; init; }

    public string? Name { get; init; }

    /// <summary>Two that say the same have the same.</summary>
    [JsonIgnore]
    public string Key => string.Join(' ', Type, Path ?? "/", Method ?? "*", StatusCode ?? "*", Name);
}

/// <summary>A documentation frozen under a name, as GetDocumentationVersion shows it.</summary>
internal sealed record DocumentationVersion(string Version, DateTimeOffset CreatedDate, string? Description);

/// <summary>A version with what was frozen.</summary>
internal sealed record FrozenDocumentation(DocumentationVersion About, Map<DocumentationPart> Parts);

/// <summary>All that is said of an API: the parts at work, by id, and the versions, by name.</summary>
internal sealed record WholeDocumentation
{
    public static WholeDocumentation Empty { get; } = new() { Parts = Map<DocumentationPart>.Empty, Versions = Map<FrozenDocumentation>.Empty };

    [JsonConverter(typeof(SavedDocumentation))]
    public required Map<DocumentationPart> Parts { get; init; }

    public required Map<FrozenDocumentation> Versions { get; init; }

    public DocumentationPart? At(DocumentationLocation location) => Parts.Values.FirstOrDefault(part => part.Location.Key == location.Key);
}

/// <summary>What an import of parts made.</summary>
internal sealed record DocumentationPartIds(IReadOnlyList<string> Ids, IReadOnlyList<string>? Warnings);
