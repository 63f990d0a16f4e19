using System.Text.Json.Serialization;

namespace Portal.Shared.Stages;

/// <summary>Asks what callers would find changed, were a stage to run again what it ran before. It writes nothing.</summary>
/// <param name="StageId">The stage.</param>
/// <param name="Release">One of its releases; null is the one before the present.</param>
[Demands(Policies.ReadCatalog)]
public sealed record ReviewRollBack(Guid StageId, Guid? Release) : IRequest<ReleaseChange>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Stage, StageId);
}

/// <summary>Brings back what a stage ran before, with the variables of then. It is approved by asking for it: the run begins at once.</summary>
[Demands(Policies.ApplyChanges)]
public sealed record RollBackStage : IRequest<ProposedDeployment>, IConcerns
{
    [JsonIgnore]
    public Guid StageId { get; init; }

    /// <summary>The release that comes back; null is the one before the present.</summary>
    public Guid? Release { get; init; }

    /// <summary>The release that runs now, as it was shown: refused if it is another by now. Null takes whatever runs.</summary>
    public Guid? Running { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Stage, StageId);
}
