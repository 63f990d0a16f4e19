using FluentValidation;

namespace Portal.Shared.Plans;

/// <summary>Makes a usage plan in the portal. Nothing is written to AWS before it is proposed and approved.</summary>
[Demands(Policies.EditPlans)]
public sealed record CreateUsagePlan : IRequest<UsagePlanView>, IUsagePlanTerms, IConcerns
{
    /// <summary>Whose it shall be.</summary>
    public required Guid TeamId { get; init; }

    /// <summary>The account and Region in which it shall be; all of its stages are there.</summary>
    public required Guid ConnectionId { get; init; }

    public required string Name { get; init; }

    public string Description { get; init; } = "";

    /// <summary>For each API key; null sets no limit.</summary>
    public Throttle? Throttle { get; init; }

    /// <summary>For each API key; null sets none.</summary>
    public Quota? Quota { get; init; }

    public IReadOnlyList<PlanStage> Stages { get; init; } = [];

    /// <summary>Tags that the portal sets in AWS; null leaves them as they are.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Team, TeamId);
}

public sealed class CreateUsagePlanValidator : AbstractValidator<CreateUsagePlan>
{
    public CreateUsagePlanValidator() => Include(new UsagePlanTermsValidator());
}
