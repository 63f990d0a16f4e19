using System.Text.Json.Serialization;

namespace Portal.Shared.Stages;

/// <summary>Says whether what changes a stage must be approved by another person than the one who proposed it. Going back to what ran there before never needs one.</summary>
[Demands(Policies.ProtectStages)]
public sealed record ProtectStage : IRequest<StageView>, IConcerns
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required bool NeedsSecondPerson { get; init; }

    /// <summary>As read.</summary>
    public required int Version { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Stage, Id);
}
