using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Plans;

/// <summary>Says whether developers may subscribe to a usage plan. It counts at once: AWS knows nothing of it.</summary>
[Demands(Policies.EditPlans)]
public sealed record OfferUsagePlan : IRequest<UsagePlanView>, IConcerns
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public required Availability Availability { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.UsagePlan, Id);
}

public sealed class OfferUsagePlanValidator : AbstractValidator<OfferUsagePlan>
{
    public OfferUsagePlanValidator() => RuleFor(request => request.Availability).IsInEnum().WithMessage("A plan is Closed, Open or ByApproval.");
}

/// <summary>Whether developers may subscribe to a plan. Those who have, stay subscribed.</summary>
public enum Availability
{
    /// <summary>Nobody may.</summary>
    Closed,

    /// <summary>Everybody may who sees its APIs, and has a key at once.</summary>
    Open,

    /// <summary>Everybody may ask who sees its APIs, and waits until somebody approves.</summary>
    ByApproval,
}
