using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Stages;

/// <summary>Gives a stage another place in the pipeline of its API. What runs stays where it is.</summary>
[Demands(Policies.EditStages)]
public sealed record MoveStage : IRequest<Page<StageView>>, IConcerns
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Its new place, from 0; beyond the last is the last.</summary>
    public required int Position { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Stage, Id);
}

public sealed class MoveStageValidator : AbstractValidator<MoveStage>
{
    public MoveStageValidator() => RuleFor(request => request.Position).GreaterThanOrEqualTo(0).WithMessage("Places count from 0.");
}
