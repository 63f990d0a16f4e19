using System.Text.RegularExpressions;
using FluentValidation;

namespace Portal.Shared.Stages;

/// <summary>
/// API Gateway's rules for stages, in the intersection of what its documentation allows and what the service takes:
/// https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html
/// </summary>
internal static partial class StageRules
{
    /// <summary>Of HTTP APIs only: it is called without a name.</summary>
    public const string DefaultStage = "$default";

    public static IRuleBuilderOptions<T, string> IsStageName<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(name => name is DefaultStage || (name is not null && Word().IsMatch(name))).WithMessage("A stage's name has only letters, digits and underscores (a-z A-Z 0-9 _).")
        .MaximumLength(128).WithMessage("A stage's name has at most 128 characters.");

    /// <summary>Each fault names its variable.</summary>
    public static void AreStageVariables<T>(this IRuleBuilderInitial<T, IReadOnlyDictionary<string, string>> rule) => rule.Custom((variables, context) =>
    {
        foreach (var fault in Faults(variables))
        {
            context.AddFailure(fault);
        }
    });

    private static IEnumerable<string> Faults(IReadOnlyDictionary<string, string>? variables)
    {
        if (variables is null)
        {
            yield return "Stage variables may be none, not missing.";
            yield break;
        }

        if (variables.Count > 100)
        {
            yield return "A stage has at most 100 variables.";
        }

        foreach (var (name, value) in variables)
        {
            if (name.Length > 64 || !Word().IsMatch(name))
            {
                yield return $"'{Shown(name)}': a stage variable's name has 1 to 64 letters, digits and underscores.";
            }
            else if (value is null || value.Length > 512 || !Value().IsMatch(value))
            {
                yield return $"'{name}': a stage variable's value has 1 to 512 letters, digits and - . _ : / ? & = ,";
            }
        }
    }

    private static string Shown(string name) => name.Length <= 80 ? name : name[..79] + "…";

    [GeneratedRegex(@"\A[A-Za-z0-9_]+\z")]
    private static partial Regex Word();

    [GeneratedRegex(@"\A[A-Za-z0-9\-._:/?&=,]+\z")]
    private static partial Regex Value();
}
