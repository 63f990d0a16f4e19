using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Stages;

/// <summary>Adds a stage at the end of an API's pipeline. Nothing is written to AWS before something is deployed there.</summary>
[Demands(Policies.EditStages)]
public sealed record AddStage : IRequest<StageView>, IConcerns
{
    [JsonIgnore]
    public Guid ApiId { get; init; }

    public required Guid ConnectionId { get; init; }

    /// <summary>1 to 128 letters, digits and underscores, or $default for an HTTP API, which is called without a name; it cannot change.</summary>
    public required string Name { get; init; }

    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    Concern IConcerns.Concern => new(ConcernKind.Api, ApiId);
}

public sealed class AddStageValidator : AbstractValidator<AddStage>
{
    public AddStageValidator()
    {
        RuleFor(request => request.Name).IsStageName();
        RuleFor(request => request.Variables).AreStageVariables();
    }
}
