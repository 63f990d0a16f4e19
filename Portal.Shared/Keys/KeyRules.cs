using FluentValidation;

namespace Portal.Shared.Keys;

/// <summary>What apps and keys may be, for the forms and the doors alike.</summary>
public static class KeyRules
{
    public const int LongestName = 100;
    public const int LongestText = 1000;

    /// <summary>Hours for which an old key and a new one work side by side, unless another time is chosen.</summary>
    public const int UsualOverlap = 24;

    private const int LongestOverlap = 30 * 24;
    private const int LongestLife = 3650;

    internal static IRuleBuilderOptions<T, string> IsAppName<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(name => !string.IsNullOrWhiteSpace(name)).WithMessage("Say the app's name.")
        .MaximumLength(LongestName).WithMessage("A name has at most 100 characters.")
        .Must(name => name is null || !name.Any(char.IsControl)).WithMessage("A name is one line of text.");

    internal static IRuleBuilderOptions<T, string> IsAppDescription<T>(this IRuleBuilder<T, string> rule) => rule
        .NotNull().WithMessage("A description may be empty, not missing.")
        .MaximumLength(LongestText).WithMessage("A description has at most 1,000 characters.");

    internal static IRuleBuilderOptions<T, int?> IsKeyLife<T>(this IRuleBuilder<T, int?> rule) => rule
        .InclusiveBetween(1, LongestLife).WithMessage("A key lives 1 to 3,650 days, or without end.");

    internal static IRuleBuilderOptions<T, int> IsOverlap<T>(this IRuleBuilder<T, int> rule) => rule
        .InclusiveBetween(0, LongestOverlap).WithMessage("Both keys work side by side for 0 to 720 hours.");

    internal static IRuleBuilderOptions<T, string> IsReason<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(reason => !string.IsNullOrWhiteSpace(reason)).WithMessage("Say why: the developer reads it.")
        .MaximumLength(LongestText).WithMessage("A reason has at most 1,000 characters.");
}
