using FluentValidation;
using Portal.Shared.Identity;

namespace Portal.Shared.Plans;

/// <summary>Lists the usage plans that one reaches, by name.</summary>
[Demands(Policies.ReadPlans)]
public sealed record ListUsagePlans : IRequest<Page<UsagePlanRow>>
{
    /// <summary>Part of the name or the description; null or empty finds all.</summary>
    public string? Search { get; init; }

    public Guid? ConnectionId { get; init; }

    /// <summary>Only those with a stage of this API.</summary>
    public Guid? ApiId { get; init; }

    public int Skip { get; init; }

    /// <summary>1 to 200.</summary>
    public int Take { get; init; } = 50;
}

public sealed class ListUsagePlansValidator : AbstractValidator<ListUsagePlans>
{
    public ListUsagePlansValidator()
    {
        RuleFor(request => request.Search).MaximumLength(200).WithMessage("Search for at most 200 characters.");
        RuleFor(request => request.Skip).InclusiveBetween(0, 1_000_000).WithMessage("Skip 0 or more.");
        RuleFor(request => request.Take).InclusiveBetween(1, 200).WithMessage("Take 1 to 200 at once.");
    }
}

/// <summary>A usage plan in a list.</summary>
public sealed record UsagePlanRow
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required TeamView Team { get; init; }

    /// <summary>The connection's name.</summary>
    public required string Connection { get; init; }

    public required Throttle? Throttle { get; init; }

    public required Quota? Quota { get; init; }

    public required IReadOnlyList<PlanStageView> Stages { get; init; }

    public required UsagePlanState State { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
