namespace Portal.Shared.Stages;

/// <summary>Lists what was promoted in an API's pipeline, the latest first, at most 100.</summary>
[Demands(Policies.ReadCatalog)]
public sealed record ListPromotions(Guid ApiId) : IRequest<Page<PromotionView>>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Api, ApiId);
}

/// <summary>A release that moved on to the next stage, or was to.</summary>
public sealed record PromotionView
{
    public required Guid Id { get; init; }

    /// <summary>The names of the stages; the first is empty where the stage is gone.</summary>
    public required string From { get; init; }

    public required string To { get; init; }

    public required Guid ToStageId { get; init; }

    /// <summary>The number of the revision.</summary>
    public required int Revision { get; init; }

    public required Guid RunId { get; init; }

    /// <summary>Who proposed it; empty where the person is gone.</summary>
    public required string By { get; init; }

    public required string ApprovedBy { get; init; }

    public required DateTimeOffset At { get; init; }

    public required PromotionOutcome Outcome { get; init; }
}

public enum PromotionOutcome
{
    Done,

    /// <summary>It ended before its end, and may be continued.</summary>
    Stopped,

    /// <summary>It was set aside while it ran.</summary>
    Cancelled,

    /// <summary>It was done, and taken back.</summary>
    TakenBack,
}
