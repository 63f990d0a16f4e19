using FluentValidation;

namespace Portal.Shared.Catalog;

internal sealed class AddAuthorizerRules : AbstractValidator<RouteEdit.AddAuthorizer>
{
    public AddAuthorizerRules()
    {
        RuleFor(edit => edit.Name).IsSchemeName();
        RuleFor(edit => edit.Authorizer).IsAuthorizer();
    }
}

/// <summary>Its name is the document's, whatever that is.</summary>
internal sealed class ChangeAuthorizerRules : AbstractValidator<RouteEdit.ChangeAuthorizer>
{
    public ChangeAuthorizerRules() => RuleFor(edit => edit.Authorizer).IsAuthorizer();
}

internal sealed class RenameAuthorizerRules : AbstractValidator<RouteEdit.RenameAuthorizer>
{
    public RenameAuthorizerRules() => RuleFor(edit => edit.To).IsSchemeName();
}

internal sealed class SetGuardRules : AbstractValidator<RouteEdit.SetGuard>
{
    public SetGuardRules()
    {
        RuleFor(edit => edit.Operations).Must(operations => operations is { Count: > 0 }).WithMessage("Choose one route at least.");
        RuleFor(edit => edit.Guard).IsGuard();
    }
}

internal sealed class SetDefaultGuardRules : AbstractValidator<RouteEdit.SetDefaultGuard>
{
    public SetDefaultGuardRules() => RuleFor(edit => edit.Guard)
        .IsGuard()
        .Must(guard => guard is not Guard.Default).WithMessage("The default is one of Open, Iam and an authorizer.");
}

internal sealed class SetApiKeySourceRules : AbstractValidator<RouteEdit.SetApiKeySource>
{
    public SetApiKeySourceRules() => RuleFor(edit => edit.Source).IsKnown();
}

internal static class GuardRules
{
    public static IRuleBuilderOptions<T, Guard> IsGuard<T>(this IRuleBuilder<T, Guard> rule) => rule
        .NotNull().WithMessage("Say who may call.")
        .Must(guard => guard is not Guard.Other).WithMessage("What the document demands here is kept as it is; leave it unsaid, or choose another guard.")
        .Must(guard => guard is not Guard.By { Authorizer: null or "" }).WithMessage("Choose an authorizer.")
        .Must(guard => guard is not Guard.By { Scopes: var scopes } || (scopes is { Count: <= 50 } && scopes.All(scope => !string.IsNullOrWhiteSpace(scope) && !scope.Any(char.IsWhiteSpace))))
        .WithMessage("A scope is a word without spaces, like pets/read.");
}
