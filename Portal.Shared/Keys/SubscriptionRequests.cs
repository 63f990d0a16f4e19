using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Keys;

/// <summary>Lists subscriptions to the plans that one reaches; those that wait first, then the newest.</summary>
[Demands(Policies.ReadPlans)]
public sealed record ListSubscriptions : IRequest<Page<SubscriptionRow>>
{
    public SubscriptionState? State { get; init; }

    public Guid? PlanId { get; init; }

    public int Skip { get; init; }

    /// <summary>1 to 200.</summary>
    public int Take { get; init; } = 50;
}

public sealed class ListSubscriptionsValidator : AbstractValidator<ListSubscriptions>
{
    public ListSubscriptionsValidator()
    {
        RuleFor(request => request.Skip).InclusiveBetween(0, 1_000_000).WithMessage("Skip 0 or more.");
        RuleFor(request => request.Take).InclusiveBetween(1, 200).WithMessage("Take 1 to 200 at once.");
    }
}

/// <summary>A subscription, as those see it who sell the plan.</summary>
public sealed record SubscriptionRow
{
    public required Guid Id { get; init; }

    public required string App { get; init; }

    /// <summary>The app owner's name.</summary>
    public required string Owner { get; init; }

    public required string OwnerEmail { get; init; }

    public required Guid PlanId { get; init; }

    public required string Plan { get; init; }

    public required SubscriptionState State { get; init; }

    public required string? Reason { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>Lets an app subscribe. Its owner may then have the key issued: only they see it.</summary>
[Demands(Policies.EditPlans)]
public sealed record ApproveSubscription(Guid Id) : IRequest<SubscriptionRow>, IConcerns
{
    Concern IConcerns.Concern => new(ConcernKind.Subscription, Id);
}

/// <summary>Says no to a subscription that waits.</summary>
[Demands(Policies.EditPlans)]
public sealed record RefuseSubscription : IRequest<SubscriptionRow>, IConcerns
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The developer reads it.</summary>
    public required string Reason { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Subscription, Id);
}

public sealed class RefuseSubscriptionValidator : AbstractValidator<RefuseSubscription>
{
    public RefuseSubscriptionValidator() => RuleFor(request => request.Reason).IsReason();
}
