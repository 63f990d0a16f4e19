using System.Text.RegularExpressions;
using FluentValidation;

namespace Portal.Shared.Plans;

/// <summary>
/// API Gateway's rules for usage plans, as the service checks them: https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlan.html.
/// Limits of 0, which shut a plan, are not among them here: a key is disabled or taken off the plan instead.
/// </summary>
public static partial class PlanRules
{
    public const int LongestName = 100;

    /// <summary>AWS's quota of methods with a limit of their own, in one stage of a plan.</summary>
    public const int MostMethods = 20;

    private const int MostStages = 50;
    private const double LeastRate = 0.001;
    private const double HighestRate = 1_000_000;
    private const int HighestBurst = 1_000_000;
    private const int LongestRoute = 300;

    /// <summary>The greatest offset of a period.</summary>
    public static int MostOffset(QuotaPeriod period) => period switch
    {
        QuotaPeriod.Week => 6,
        QuotaPeriod.Month => 27,
        _ => 0,
    };

    internal static IRuleBuilderOptions<T, double> IsRate<T>(this IRuleBuilder<T, double> rule) => rule
        .Must(IsRate).WithMessage("A rate is between 0.001 and 1,000,000 requests per second.");

    internal static IRuleBuilderOptions<T, int> IsBurst<T>(this IRuleBuilder<T, int> rule) => rule
        .Must(IsBurst).WithMessage("A burst is between 1 and 1,000,000 requests.");

    internal static IRuleBuilderOptionsConditions<T, Quota> IsQuota<T>(this IRuleBuilderInitial<T, Quota> rule) => rule.Custom((quota, context) =>
    {
        if (quota.Limit < 1)
        {
            context.AddFailure("Quota.Limit", "A quota is at least 1 request. To let nobody in, take the keys off the plan.");
        }

        if (!Enum.IsDefined(quota.Period))
        {
            context.AddFailure("Quota.Period", "A period is Day, Week or Month.");
        }
        else if (quota.Offset < 0 || quota.Offset > MostOffset(quota.Period))
        {
            context.AddFailure("Quota.Offset", quota.Period is QuotaPeriod.Day ? "By the day there is no offset: it is 0." : $"By the {quota.Period.ToString().ToLowerInvariant()} the offset is 0 to {MostOffset(quota.Period)}.");
        }
    });

    /// <summary>Each fault stands at its stage and method.</summary>
    internal static void ArePlanStages<T>(this IRuleBuilderInitial<T, IReadOnlyList<PlanStage>> rule) => rule.Custom((stages, context) =>
    {
        foreach (var (field, fault) in Faults(stages))
        {
            context.AddFailure($"Stages{field}", fault);
        }
    });

    private static IEnumerable<(string Field, string Fault)> Faults(IReadOnlyList<PlanStage?>? stages)
    {
        if (stages is null)
        {
            return [("", "The stages of a plan may be none, not missing.")];
        }

        return
        [
            .. stages.Count > MostStages ? new[] { ("", $"A plan has at most {MostStages} stages here.") } : [],
            .. stages.OfType<PlanStage>().GroupBy(stage => stage.StageId).Any(group => group.Count() > 1) ? new[] { ("", "A stage is in a plan once.") } : [],
            .. stages.SelectMany((stage, index) => stage is null
                ? [($"[{index}]", "Say which stage.")]
                : Faults(stage.Methods).Select(fault => ($"[{index}].Methods{fault.Field}", fault.Fault))),
        ];
    }

    private static IEnumerable<(string Field, string Fault)> Faults(IReadOnlyList<MethodLimit?>? methods)
    {
        if (methods is null)
        {
            return [("", "The limits of methods may be none, not missing.")];
        }

        return
        [
            .. methods.Count > MostMethods ? new[] { ("", $"API Gateway takes limits for at most {MostMethods} methods of a stage.") } : [],
            .. methods.OfType<MethodLimit>().GroupBy(method => method.Route).Any(group => group.Count() > 1) ? new[] { ("", "A method has one limit.") } : [],
            .. methods.SelectMany((method, index) => Faults(method).Select(fault => ($"[{index}]{fault.Field}", fault.Fault))),
        ];
    }

    private static IEnumerable<(string Field, string Fault)> Faults(MethodLimit? method)
    {
        if (method is null)
        {
            yield return ("", "Say which method.");
            yield break;
        }

        if (method.Route is null || method.Route.Length > LongestRoute || !Route().IsMatch(method.Route))
        {
            yield return (".Route", "A method is given with its path, as in GET /pets/{petId}.");
        }

        if (!IsRate(method.RateLimit))
        {
            yield return (".RateLimit", "A rate is between 0.001 and 1,000,000 requests per second.");
        }

        if (!IsBurst(method.BurstLimit))
        {
            yield return (".BurstLimit", "A burst is between 1 and 1,000,000 requests.");
        }
    }

    private static bool IsRate(double rate) => rate is >= LeastRate and <= HighestRate;

    private static bool IsBurst(int burst) => burst is >= 1 and <= HighestBurst;

    [GeneratedRegex(@"\A(GET|PUT|POST|DELETE|PATCH|OPTIONS|HEAD|ANY|\*) /[A-Za-z0-9_\-.,:{}+/]*\z")]
    private static partial Regex Route();
}
