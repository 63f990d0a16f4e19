using System.Text.RegularExpressions;
using FluentValidation;

namespace Portal.Shared.Catalog;

internal sealed class AddValidatorRules : AbstractValidator<RouteEdit.AddValidator>
{
    public AddValidatorRules() => RuleFor(edit => edit.Name)
        .Must(name => !string.IsNullOrWhiteSpace(name) && name.Length <= 128 && !name.Any(char.IsControl)).WithMessage("A name has 1 to 128 characters in one line.");
}

internal sealed class SetValidatorRules : AbstractValidator<RouteEdit.SetValidator>
{
    public SetValidatorRules() => RuleFor(edit => edit.Operations).Must(operations => operations is { Count: > 0 }).WithMessage("Choose one route at least.");
}

internal sealed class AddModelRules : AbstractValidator<RouteEdit.AddModel>
{
    public AddModelRules()
    {
        RuleFor(edit => edit.Name).IsModelName();
        RuleFor(edit => edit.Schema).IsJsonObject();
        RuleFor(edit => edit.ContentType).IsContentType();
        RuleFor(edit => edit.Description).IsModelDescription();
    }
}

internal sealed class RenameModelRules : AbstractValidator<RouteEdit.RenameModel>
{
    public RenameModelRules() => RuleFor(edit => edit.To).IsModelName();
}

internal static partial class ModelNameRules
{
    public static IRuleBuilderOptions<T, string> IsModelName<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(name => name is not null && Name().IsMatch(name)).WithMessage("'Model name must be alphanumeric': 1 to 128 letters and digits.");

    public static IRuleBuilderOptions<T, string?> IsContentType<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(type => type is null || (type.Length <= 256 && Type().IsMatch(type))).WithMessage("A content type is like application/json.");

    public static IRuleBuilderOptions<T, string?> IsModelDescription<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(description => description is not { Length: > 1024 }).WithMessage("A description has up to 1,024 characters.");

    [GeneratedRegex(@"\A[A-Za-z0-9]{1,128}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[A-Za-z0-9.+_*-]+/[A-Za-z0-9.+*_-]+\z")]
    private static partial Regex Type();
}

internal sealed class ChangeModelRules : AbstractValidator<RouteEdit.ChangeModel>
{
    public ChangeModelRules()
    {
        RuleFor(edit => edit.Schema).IsJsonObject();
        RuleFor(edit => edit.ContentType).IsContentType();
        RuleFor(edit => edit.Description).IsModelDescription();
    }
}

internal sealed partial class SetModelsRules : AbstractValidator<RouteEdit.SetModels>
{
    public SetModelsRules()
    {
        RuleForEach(edit => edit.Request).Must(body => body is not null && MediaType().IsMatch(body.ContentType ?? "")).WithMessage("A content type is like application/json.");
        RuleForEach(edit => edit.Answers)
            .Must(body => body is not null && MediaType().IsMatch(body.ContentType ?? "")).WithMessage("A content type is like application/json.")
            .Must(body => body is null || Status().IsMatch(body.Status ?? "")).WithMessage("A status is a number from 100 to 599, a range like 4XX, or default.");
        RuleFor(edit => edit.Request).Must(bodies => bodies is null || bodies.DistinctBy(body => body?.ContentType).Count() == bodies.Count).WithMessage("A content type stands there twice.");
        RuleFor(edit => edit.Answers).Must(bodies => bodies is null || bodies.DistinctBy(body => (body?.Status, body?.ContentType)).Count() == bodies.Count).WithMessage("A content type stands twice for one status.");
    }

    [GeneratedRegex(@"\A[A-Za-z0-9.+_*-]+/[A-Za-z0-9.+*_-]+(\s*;[^\r\n]*)?\z")]
    private static partial Regex MediaType();

    [GeneratedRegex(@"\A([1-5][0-9][0-9]|[1-5][xX][xX]|default)\z")]
    private static partial Regex Status();
}
