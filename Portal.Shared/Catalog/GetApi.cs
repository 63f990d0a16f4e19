using Portal.Shared.Identity;

namespace Portal.Shared.Catalog;

/// <summary>Shows one API.</summary>
[Demands(Policies.ReadCatalog)]
public sealed record GetApi(Guid Id) : IRequest<ApiView>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Api, Id);
}

public sealed record ApiView
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Its fixed name in AWS, which CloudWatch knows it by.</summary>
    public required string AwsName { get; init; }

    /// <summary>The name that it had in AWS when it was imported, and keeps; null where that is the name above.</summary>
    public string? NameInAws { get; init; }

    /// <summary>Why the portal does not write it, in a sentence: another tool owns it, or it was imported and is not adopted. Null where it may.</summary>
    public string? ReadOnlyBecause { get; init; }

    public required string Description { get; init; }

    public required TeamView Team { get; init; }

    public required Protocol Protocol { get; init; }

    public required EndpointType EndpointType { get; init; }

    public required ApiStatus Status { get; init; }

    /// <summary>Who sees it once it is published.</summary>
    public required Audience Audience { get; init; }

    /// <summary>Words by which developers find it.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Tags that the portal sets in AWS.</summary>
    public IReadOnlyDictionary<string, string> AwsTags { get; init; } = new Dictionary<string, string>();

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required RevisionView Latest { get; init; }

    /// <summary>What is found in the latest revision.</summary>
    public required FindingCounts Findings { get; init; }

    /// <summary>In the order of the pipeline.</summary>
    public required IReadOnlyList<ApiStage> Stages { get; init; }

    /// <summary>For saving on top of what was read.</summary>
    public required int Version { get; init; }
}

/// <summary>How many findings of each level there are.</summary>
public sealed record FindingCounts(int Errors, int Warnings, int Infos)
{
    public static FindingCounts Of(IReadOnlyList<Finding> findings) => new(
        findings.Count(finding => finding.Level is FindingLevel.Error),
        findings.Count(finding => finding.Level is FindingLevel.Warning),
        findings.Count(finding => finding.Level is FindingLevel.Info));
}
