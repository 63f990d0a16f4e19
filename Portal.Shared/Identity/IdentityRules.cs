using FluentValidation;

namespace Portal.Shared.Identity;

/// <summary>The rules for what a person types about themselves, once for forms and doors.</summary>
public static class IdentityRules
{
    /// <summary>Long beats complicated: no rules about kinds of characters.</summary>
    public const int LeastPassword = 12;

    public static IRuleBuilderOptions<T, string> IsEmailAddress<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().WithMessage("Say the e-mail address.")
        .MaximumLength(256).WithMessage("An e-mail address has at most 256 characters.")
        .EmailAddress().WithMessage("This is not an e-mail address.");

    public static IRuleBuilderOptions<T, string> IsDisplayName<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty().WithMessage("Say a name.")
        .MaximumLength(200).WithMessage("A name has at most 200 characters.");

    public static IRuleBuilderOptions<T, string> IsPassword<T>(this IRuleBuilder<T, string> rule) => rule
        .MinimumLength(LeastPassword).WithMessage($"A password has at least {LeastPassword} characters.")
        .MaximumLength(200).WithMessage("A password has at most 200 characters.");
}
