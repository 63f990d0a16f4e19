using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Stages;

/// <summary>Changes the variables of a stage, in the portal: they reach AWS with the next deployment that is approved.</summary>
[Demands(Policies.EditStages)]
public sealed record ChangeStage : IRequest<StageView>, IConcerns
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>As read.</summary>
    public required int Version { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Stage, Id);
}

public sealed class ChangeStageValidator : AbstractValidator<ChangeStage>
{
    public ChangeStageValidator() => RuleFor(request => request.Variables).AreStageVariables();
}

/// <summary>Removes a stage that never ran anything.</summary>
/// <param name="Id">The stage.</param>
/// <param name="Version">As read.</param>
[Demands(Policies.EditStages)]
public sealed record RemoveStage(Guid Id, int Version) : IRequest<Nothing>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Stage, Id);
}
