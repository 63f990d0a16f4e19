using System.Text.Json.Serialization;

namespace Portal.Shared.Catalog;

/// <summary>Shows what would become of the next document of an API together with what was made in the portal; nothing is saved.</summary>
[Demands(Policies.EditCatalog)]
public sealed record PreviewRevision : IRequest<RevisionPreview>, IConcerns
{
    [JsonIgnore]
    public Guid ApiId { get; init; }

    public required DocumentSource Document { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Api, ApiId);
}

public sealed class PreviewRevisionValidator : FluentValidation.AbstractValidator<PreviewRevision>
{
    public PreviewRevisionValidator() =>
        FluentValidation.DefaultValidatorExtensions.NotNull(RuleFor(request => request.Document)).SetValidator(new DocumentSourceValidator());
}

public sealed record RevisionPreview
{
    /// <summary>The number of the revision that stands.</summary>
    public required int Latest { get; init; }

    /// <summary>The number of the revision that was brought last: what changed since then was made here.</summary>
    public required int Brought { get; init; }

    /// <summary>What would change against the latest revision, in words.</summary>
    public required string Summary { get; init; }

    /// <summary>What was made here and stays, in words.</summary>
    public required IReadOnlyList<string> Kept { get; init; }

    /// <summary>What one side took out and stays all the same, because the other names it by a $ref; in words.</summary>
    public required IReadOnlyList<string> PutBack { get; init; }

    /// <summary>Errors that are in neither of the two and in both together: a route made here that names an authorizer which the new document no longer has. They keep these routes from being deployed until they are settled.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What was changed here, and by the authors too, otherwise: a side has to be chosen for each.</summary>
    public required IReadOnlyList<MergeConflict> Conflicts { get; init; }

    /// <summary>Why the two could not be brought together; null where they could.</summary>
    public required string? NotMerged { get; init; }
}

/// <summary>A place that was changed on both sides, each otherwise.</summary>
public sealed record MergeConflict
{
    /// <summary>By which a choice names it.</summary>
    public required string Pointer { get; init; }

    public required string Place { get; init; }

    /// <summary>As JSON; null where it was not there.</summary>
    public required string? Before { get; init; }

    /// <summary>As it is here; null where it was taken out.</summary>
    public required string? Ours { get; init; }

    /// <summary>As the new document has it; null where it has none.</summary>
    public required string? Theirs { get; init; }
}

/// <summary>Whose change counts.</summary>
public enum MergeSide
{
    /// <summary>The portal's.</summary>
    Ours,

    /// <summary>The new document's.</summary>
    Theirs,
}
