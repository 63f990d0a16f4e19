using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Stages;

/// <summary>Changes the settings of a stage, in the portal: they reach AWS with the next run of the stage, or with one of their own (<see cref="ProposeStageSetup"/>).</summary>
[Demands(Policies.EditStages)]
public sealed record ChangeStageSetup : IRequest<StageSetupView>, IConcerns
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Null leaves the settings as they are in AWS, whoever sets them there.</summary>
    public required StageSetup? Settings { get; init; }

    public required string? Description { get; init; }

    public required StageAccessLog AccessLog { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    /// <summary>As read.</summary>
    public required int Version { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Stage, Id);
}

public sealed class ChangeStageSetupValidator : AbstractValidator<ChangeStageSetup>
{
    public ChangeStageSetupValidator()
    {
        RuleFor(request => request.Settings).AreStageSettings();
        RuleFor(request => request.Description).MaximumLength(1000).WithMessage("A description has at most 1,000 characters.");
        RuleFor(request => request.AccessLog).IsAccessLog();
        RuleFor(request => request.Tags).AreTags();
    }
}

/// <summary>Proposes the settings of a stage as they stand in the portal, and nothing else, as a run that waits for approval.</summary>
/// <param name="StageId">The stage.</param>
[Demands(Policies.ApplyChanges)]
public sealed record ProposeStageSetup(Guid StageId) : IRequest<ProposedDeployment>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Stage, StageId);
}
