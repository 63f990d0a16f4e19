namespace Portal.Shared.Catalog;

/// <summary>A schema as its reader must know it. What is nested is nested here too, up to a depth.</summary>
public sealed record SchemaView
{
    /// <summary>For the eye: "string", "array of Pet", "Pet", "one of".</summary>
    public required string Type { get; init; }

    /// <summary>As the document calls it; null where it is written in place.</summary>
    public required string? Name { get; init; }

    /// <summary>Markdown; may be empty.</summary>
    public required string Description { get; init; }

    public required bool Deprecated { get; init; }

    /// <summary>What a value must keep to, in words: "at most 64 characters", "date-time".</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>The only values there are, as JSON writes them; empty where any will do.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    public required IReadOnlyList<PropertyView> Properties { get; init; }

    /// <summary>Of an array its items; of a map its values. Null where there is nothing more to say than the type does.</summary>
    public required SchemaView? Items { get; init; }

    public required IReadOnlyList<ChoiceView> Choices { get; init; }

    public required SchemaFold Fold { get; init; }

    /// <summary>Whether there is anything below.</summary>
    public bool HasParts => Properties is not [] || Choices is not [] || Items is not null || Fold is not SchemaFold.Shown;
}

public enum SchemaFold
{
    /// <summary>All of it is here.</summary>
    Shown,

    /// <summary>It contains itself: its parts are those further up.</summary>
    Above,

    /// <summary>Its parts are on the schema's own page.</summary>
    Elsewhere,

    /// <summary>It is nested so deeply that its parts are in the document only.</summary>
    TooDeep,
}

public sealed record PropertyView(string Name, bool Required, SchemaView Schema);

/// <param name="Words">"One of", "Any of", "Not".</param>
/// <param name="Schemas">What there is to choose from.</param>
public sealed record ChoiceView(string Words, IReadOnlyList<SchemaView> Schemas);
