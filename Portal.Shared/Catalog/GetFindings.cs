namespace Portal.Shared.Catalog;

/// <summary>Tells what API Gateway refuses, drops or changes of a revision.</summary>
/// <param name="ApiId">The API.</param>
/// <param name="Number">From 1; null is the latest.</param>
[Demands(Policies.ReadCatalog)]
public sealed record GetFindings(Guid ApiId, int? Number) : IRequest<FindingsView>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Api, ApiId);
}

public sealed record FindingsView
{
    /// <summary>The revision that was looked at.</summary>
    public required int Revision { get; init; }

    public required FindingCounts Counts { get; init; }

    /// <summary>Operations that would be deployed if no error stood.</summary>
    public required int Deployable { get; init; }

    /// <summary>Errors first, otherwise in the order of the document.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }
}
