namespace Portal.Shared.Catalog;

/// <summary>Shows a published API to those who want to use it: what it is and its operations, all of them in full where they are few.</summary>
/// <param name="Api">Its name in addresses.</param>
[Demands(Policies.Anyone)]
public sealed record GetReference(string Api) : IRequest<ReferenceView>;

/// <summary>Shows one operation of a published API in full.</summary>
/// <param name="Api">The API's name in addresses.</param>
/// <param name="Operation">The operation's.</param>
[Demands(Policies.Anyone)]
public sealed record GetReferenceOperation(string Api, string Operation) : IRequest<ReferencePart<OperationView>>;

/// <summary>Shows one schema of a published API that its operations use.</summary>
/// <param name="Api">The API's name in addresses.</param>
/// <param name="Schema">As the document calls it.</param>
[Demands(Policies.Anyone)]
public sealed record GetReferenceSchema(string Api, string Schema) : IRequest<ReferencePart<SchemaView>>;

/// <summary>Hands out the document of a published API as JSON: without what is left out, and without what only API Gateway needs to know.</summary>
/// <param name="Api">The API's name in addresses.</param>
[Demands(Policies.Anyone)]
public sealed record GetPublishedDocument(string Api) : IRequest<PublishedDocument>;

public sealed record ReferenceView
{
    public required ReferenceOutline Outline { get; init; }

    /// <summary>Markdown, from the document; empty where it says nothing.</summary>
    public required string About { get; init; }

    /// <summary>What callers may be asked for, a sentence for each scheme.</summary>
    public required IReadOnlyList<SecurityView> Security { get; init; }

    /// <summary>In the order of the outline; empty where they are so many that each has a page of its own.</summary>
    public required IReadOnlyList<OperationView> Operations { get; init; }
}

/// <summary>What stands around every page of a reference.</summary>
public sealed record ReferenceOutline
{
    public required CatalogEntry Entry { get; init; }

    public required IReadOnlyList<OperationGroup> Groups { get; init; }

    /// <summary>Whether all operations are on one page; else each has its own.</summary>
    public required bool IsOnePage { get; init; }
}

/// <summary>A part of a reference, on a page of its own.</summary>
public sealed record ReferencePart<T>
{
    public required ReferenceOutline Outline { get; init; }

    public required T Part { get; init; }
}

/// <summary>The operations of one tag.</summary>
public sealed record OperationGroup
{
    public required string Name { get; init; }

    /// <summary>Markdown; may be empty.</summary>
    public required string Description { get; init; }

    public required IReadOnlyList<OperationLink> Operations { get; init; }
}

public sealed record OperationLink
{
    /// <summary>The operation's name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>In capitals; ANY for all of them.</summary>
    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>In a few words; empty where the document has none.</summary>
    public required string Summary { get; init; }

    public required bool Deprecated { get; init; }
}

/// <summary>A way in which callers show who they are.</summary>
/// <param name="Name">As the document calls it.</param>
/// <param name="Sentence">What to send.</param>
/// <param name="Description">Markdown; may be empty.</param>
public sealed record SecurityView(string Name, string Sentence, string Description);

public sealed record PublishedDocument
{
    /// <summary>The name of the file.</summary>
    public required string FileName { get; init; }

    public required string Json { get; init; }

    public override string ToString() => $"{nameof(PublishedDocument)} {{ {FileName} }}";
}
