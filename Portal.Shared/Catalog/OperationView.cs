namespace Portal.Shared.Catalog;

/// <summary>An operation as its callers must know it.</summary>
public sealed record OperationView
{
    public required OperationLink Link { get; init; }

    /// <summary>Markdown; may be empty.</summary>
    public required string Description { get; init; }

    /// <summary>What callers must show, one of these; empty where it is open to everybody.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    public required IReadOnlyList<ReferenceParameter> Parameters { get; init; }

    public required BodyView? Body { get; init; }

    public required IReadOnlyList<ResponseView> Responses { get; init; }

    public required IReadOnlyList<CodeSample> Samples { get; init; }
}

public sealed record ReferenceParameter
{
    public required string Name { get; init; }

    /// <summary>path, query, header or cookie.</summary>
    public required string In { get; init; }

    public required bool Required { get; init; }

    public required bool Deprecated { get; init; }

    /// <summary>Markdown; may be empty.</summary>
    public required string Description { get; init; }

    public required SchemaView Schema { get; init; }
}

/// <summary>What a request carries.</summary>
public sealed record BodyView
{
    public required bool Required { get; init; }

    /// <summary>Markdown; may be empty.</summary>
    public required string Description { get; init; }

    public required IReadOnlyList<ContentView> Content { get; init; }
}

public sealed record ResponseView
{
    /// <summary>A status, a range such as 4XX, or default.</summary>
    public required string Status { get; init; }

    /// <summary>Markdown; may be empty.</summary>
    public required string Description { get; init; }

    public required IReadOnlyList<ReferenceParameter> Headers { get; init; }

    public required IReadOnlyList<ContentView> Content { get; init; }
}

/// <summary>A body in one of its media types.</summary>
public sealed record ContentView
{
    public required string MediaType { get; init; }

    public required SchemaView? Schema { get; init; }

    public required IReadOnlyList<ExampleView> Examples { get; init; }
}

/// <param name="Name">As the document calls it, or "Example".</param>
/// <param name="Text">As it would be sent.</param>
public sealed record ExampleView(string Name, string Text);

/// <param name="Language">For people: curl, C#.</param>
/// <param name="Text">A call that works once the key is filled in.</param>
public sealed record CodeSample(string Language, string Text);
