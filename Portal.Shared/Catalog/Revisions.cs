using FluentValidation;

namespace Portal.Shared.Catalog;

/// <summary>Lists the revisions of an API, the latest first.</summary>
[Demands(Policies.ReadCatalog)]
public sealed record ListRevisions : IRequest<Page<RevisionView>>, IConcerns
{
    public required Guid ApiId { get; init; }

    public int Skip { get; init; }

    /// <summary>1 to 200.</summary>
    public int Take { get; init; } = 50;

    Concern IConcerns.Concern => new(ConcernKind.Api, ApiId);
}

public sealed class ListRevisionsValidator : AbstractValidator<ListRevisions>
{
    public ListRevisionsValidator() => this.IsPart(request => request.Skip, request => request.Take);
}

/// <summary>Shows a revision with its document.</summary>
/// <param name="ApiId">The API.</param>
/// <param name="Number">From 1; null is the latest.</param>
[Demands(Policies.ReadCatalog)]
public sealed record GetRevision(Guid ApiId, int? Number) : IRequest<RevisionText>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Api, ApiId);
}

public sealed record RevisionView
{
    public required Guid Id { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    public required DocumentFormat Format { get; init; }

    /// <summary>SHA-256 of the text as UTF-8, in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required RevisionSource Source { get; init; }

    /// <summary>The file's name or the URL, where there is one.</summary>
    public required string? SourceName { get; init; }

    /// <summary>What changed against the revision before, in words.</summary>
    public required string Summary { get; init; }

    public required int Operations { get; init; }

    /// <summary>The author's name; empty where the person is gone.</summary>
    public required string Author { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A revision with its document.</summary>
public sealed record RevisionText
{
    public required RevisionView Revision { get; init; }

    /// <summary>As its author wrote it.</summary>
    public required string Text { get; init; }

    public override string ToString() => $"{nameof(RevisionText)} {{ {Revision.Number} }}";
}
