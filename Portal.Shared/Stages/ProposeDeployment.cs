using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Stages;

/// <summary>Asks what deploying a revision to a stage would change in AWS, and keeps that as a run which waits for approval. Nothing is written to AWS.</summary>
[Demands(Policies.ApplyChanges)]
public sealed record ProposeDeployment : IRequest<ProposedDeployment>, IConcerns
{
    [JsonIgnore]
    public Guid StageId { get; init; }

    /// <summary>The number of the revision; null is the latest.</summary>
    public int? Revision { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Stage, StageId);
}

public sealed class ProposeDeploymentValidator : AbstractValidator<ProposeDeployment>
{
    public ProposeDeploymentValidator() => RuleFor(request => request.Revision).GreaterThan(0).WithMessage("Revisions count from 1.");
}

public sealed record ProposedDeployment
{
    /// <summary>The run that waits for approval.</summary>
    public required Guid RunId { get; init; }

    /// <summary>Nothing would change: the stage is already as it should be, and the run is done.</summary>
    public required bool IsEmpty { get; init; }
}
