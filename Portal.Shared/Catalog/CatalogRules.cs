using FluentValidation;

namespace Portal.Shared.Catalog;

/// <summary>The rules for what is typed about an API, once for forms and doors.</summary>
internal static class CatalogRules
{
    /// <summary>How long an API's name may be.</summary>
    public const int LongestName = 200;

    public const int MostTags = 10;

    public const int LongestTag = 40;

    public static IRuleBuilderOptions<T, string> IsApiName<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(name => !string.IsNullOrWhiteSpace(name)).WithMessage("Say the API's name.")
        .MaximumLength(LongestName).WithMessage("A name has at most 200 characters.")
        .Must(name => name is null || !name.Any(char.IsControl)).WithMessage("A name is one line of text.");

    public static IRuleBuilderOptions<T, string> IsDescription<T>(this IRuleBuilder<T, string> rule) => rule
        .NotNull().WithMessage("A description may be empty, not missing.")
        .MaximumLength(2000).WithMessage("A description has at most 2,000 characters.");

    public static void IsTags<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) => rule
        .Must(tags => tags is null || tags.Count <= MostTags).WithMessage("At most 10 tags.")
        .Must(tags => tags is null || tags.All(tag => !string.IsNullOrWhiteSpace(tag) && tag.Length <= LongestTag && !tag.Any(char.IsControl) && !tag.Contains(',', StringComparison.Ordinal)))
        .WithMessage("A tag has 1 to 40 characters in one line, without a comma.");

    public static IRuleBuilderOptions<T, TEnum> IsKnown<T, TEnum>(this IRuleBuilder<T, TEnum> rule)
        where TEnum : struct, Enum => rule.IsInEnum().WithMessage($"One of {string.Join(", ", Enum.GetNames<TEnum>())}.");

    /// <summary>Of a list that is asked for in parts.</summary>
    public static void IsPart<T>(this AbstractValidator<T> validator, System.Linq.Expressions.Expression<Func<T, int>> skip, System.Linq.Expressions.Expression<Func<T, int>> take)
    {
        validator.RuleFor(skip).InclusiveBetween(0, 1_000_000).WithMessage("Skip 0 or more.");
        validator.RuleFor(take).InclusiveBetween(1, 200).WithMessage("Take 1 to 200 at once.");
    }
}
