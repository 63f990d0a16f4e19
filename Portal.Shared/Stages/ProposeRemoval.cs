using System.Text.Json.Serialization;

namespace Portal.Shared.Stages;

/// <summary>Proposes to delete a stage in AWS; when that is done, it is gone from the portal too, with all that it ran. To approve it, its name has to be typed.</summary>
[Demands(Policies.ApplyChanges)]
public sealed record ProposeRemoval(Guid StageId) : IRequest<ProposedDeployment>, IConcerns
{
    [JsonIgnore]
    public Concern Concern => new(ConcernKind.Stage, StageId);
}
