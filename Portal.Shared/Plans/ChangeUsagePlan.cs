using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Plans;

/// <summary>Changes a usage plan in the portal, all of it at once. AWS hears of it when the change is proposed and approved.</summary>
[Demands(Policies.EditPlans)]
public sealed record ChangeUsagePlan : IRequest<UsagePlanView>, IUsagePlanTerms, IConcerns
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>For each API key; null sets no limit.</summary>
    public required Throttle? Throttle { get; init; }

    /// <summary>For each API key; null sets none.</summary>
    public required Quota? Quota { get; init; }

    public required IReadOnlyList<PlanStage> Stages { get; init; }

    /// <summary>Tags that the portal sets in AWS; null leaves them as they are.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>As read.</summary>
    public required int Version { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.UsagePlan, Id);
}

public sealed class ChangeUsagePlanValidator : AbstractValidator<ChangeUsagePlan>
{
    public ChangeUsagePlanValidator() => Include(new UsagePlanTermsValidator());
}
