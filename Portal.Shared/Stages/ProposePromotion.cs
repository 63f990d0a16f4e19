using System.Text.Json.Serialization;

namespace Portal.Shared.Stages;

/// <summary>Asks what the next stage of the pipeline would find changed, were it to run what this one runs. It writes nothing.</summary>
/// <param name="StageId">The stage whose release would be promoted.</param>
[Demands(Policies.ReadCatalog)]
public sealed record ReviewPromotion(Guid StageId) : IRequest<PromotionReview>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Stage, StageId);
}

/// <summary>Proposes that the next stage of the pipeline runs what this one runs: in one connection the very same deployment. It waits for approval as a run.</summary>
[Demands(Policies.ApplyChanges)]
public sealed record ProposePromotion : IRequest<ProposedDeployment>, IConcerns
{
    /// <summary>The stage whose release is promoted.</summary>
    [JsonIgnore]
    public Guid StageId { get; init; }

    /// <summary>The release that was reviewed: refused if the stage runs another by now. Null takes whatever it runs.</summary>
    public Guid? Release { get; init; }

    /// <summary>Whether the next stage gets this one's settings of methods, cache, tracing and documentation version too. Else it keeps its own; web ACL, client certificate and tags stay its own either way.</summary>
    public bool TakeSettings { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Stage, StageId);
}

/// <summary>What a promotion would change, and what stands against it.</summary>
public sealed record PromotionReview
{
    /// <summary>The stage that runs the release now.</summary>
    public required StageView From { get; init; }

    public required ReleaseChange Change { get; init; }

    /// <summary>Whether the very same deployment moves on; else the revision is deployed anew, because the next stage is on another connection.</summary>
    public required bool SameDeployment { get; init; }

    /// <summary>What would change in the settings of the next stage, a sentence each, were they to move on too; they do not unless that is asked for.</summary>
    public required IReadOnlyList<string> OtherSettings { get; init; }
}
