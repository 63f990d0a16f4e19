using FluentValidation;

namespace Portal.Shared.Plans;

/// <summary>What a usage plan grants, and where: the same for a new plan and for a changed one.</summary>
public interface IUsagePlanTerms
{
    string Name { get; }

    string Description { get; }

    Throttle? Throttle { get; }

    Quota? Quota { get; }

    IReadOnlyList<PlanStage> Stages { get; }

    /// <summary>Null leaves them as they are.</summary>
    IReadOnlyDictionary<string, string>? Tags { get; }
}

/// <summary>A token bucket for each API key.</summary>
public sealed record Throttle
{
    /// <summary>Requests per second, more than 0.</summary>
    public required double RateLimit { get; init; }

    /// <summary>How many requests may come at once.</summary>
    public required int BurstLimit { get; init; }
}

/// <summary>How many requests each API key has in a period, over all stages of the plan.</summary>
public sealed record Quota
{
    public required int Limit { get; init; }

    public required QuotaPeriod Period { get; init; }

    /// <summary>API Gateway's own member: 0 for a day, 0 to 6 for a week, 0 to 27 for a month.</summary>
    public int Offset { get; init; }
}

public enum QuotaPeriod
{
    Day,
    Week,
    Month,
}

/// <summary>A stage that the keys of a plan may call.</summary>
public sealed record PlanStage
{
    public required Guid StageId { get; init; }

    /// <summary>Limits for single methods, which go before the plan's own.</summary>
    public IReadOnlyList<MethodLimit> Methods { get; init; } = [];
}

/// <summary>A limit for one method of a stage, for each API key of the plan.</summary>
public sealed record MethodLimit
{
    /// <summary>As in "GET /pets/{petId}"; the method may be ANY or *.</summary>
    public required string Route { get; init; }

    /// <summary>Requests per second, more than 0.</summary>
    public required double RateLimit { get; init; }

    public required int BurstLimit { get; init; }
}

internal sealed class UsagePlanTermsValidator : AbstractValidator<IUsagePlanTerms>
{
    public UsagePlanTermsValidator()
    {
        RuleFor(terms => terms.Name)
            .Must(name => !string.IsNullOrWhiteSpace(name)).WithMessage("Say the plan's name.")
            .MaximumLength(PlanRules.LongestName).WithMessage("A name has at most 100 characters.")
            .Must(name => name is null || !name.Any(char.IsControl)).WithMessage("A name is one line of text.");

        RuleFor(terms => terms.Description)
            .NotNull().WithMessage("A description may be empty, not missing.")
            .MaximumLength(1000).WithMessage("A description has at most 1,000 characters.");

        RuleFor(terms => terms.Throttle!.RateLimit).IsRate().OverridePropertyName("Throttle.RateLimit").When(terms => terms.Throttle is not null);
        RuleFor(terms => terms.Throttle!.BurstLimit).IsBurst().OverridePropertyName("Throttle.BurstLimit").When(terms => terms.Throttle is not null);
        RuleFor(terms => terms.Quota!).IsQuota().When(terms => terms.Quota is not null);
        RuleFor(terms => terms.Stages).ArePlanStages();
        RuleFor(terms => terms.Tags).AreTagsOrNull();
    }
}
