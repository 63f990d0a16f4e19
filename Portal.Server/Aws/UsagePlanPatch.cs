using System.Globalization;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>
/// What differs between two forms of a plan, as one list of patch operations: stages that go, stages that come, then limits.
/// https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html
/// </summary>
internal static class UsagePlanPatch
{
    /// <param name="before">As it is.</param>
    /// <param name="after">As it shall be.</param>
    /// <param name="stages">AWS's ids of the stages that differ.</param>
    public static List<PatchOperation> Of(UsagePlanSpec before, UsagePlanSpec after, IReadOnlyDictionary<string, ApiStage> stages) =>
    [
        .. before.Stages.Keys.Except(after.Stages.Keys).Select(key => Removal(stages[key])),
        .. after.Stages.Keys.Except(before.Stages.Keys).Select(key => Operation(Op.Add, "/apiStages", Value(stages[key]))),
        .. after.Stages.Where(stage => !IsSame(before, after, stage.Key)).SelectMany(stage => Methods(Value(stages[stage.Key]), before.Stages.GetValueOrDefault(stage.Key), stage.Value)),
        .. Changed("/name", before.Name, after.Name),
        .. Changed("/description", before.Description, after.Description),
        .. Throttle("/throttle", before.Throttle, after.Throttle),
        .. Quota(before.Quota, after.Quota),
    ];

    /// <summary>Whether a stage is in both, with the same limits of methods.</summary>
    public static bool IsSame(UsagePlanSpec before, UsagePlanSpec after, string key) =>
        before.Stages.GetValueOrDefault(key) is { } was && after.Stages.GetValueOrDefault(key) is { } now && was.Methods.SequenceEqual(now.Methods);

    public static PatchOperation Removal(ApiStage stage) => Operation(Op.Remove, "/apiStages", Value(stage));

    // The route stands in the path as it is, with its own slash after the one that ends "throttle": Terraform sends it so, and AWS takes it.
    private static IEnumerable<PatchOperation> Methods(string stage, PlanStageSpec? before, PlanStageSpec after)
    {
        var was = before?.Methods ?? SortedMap<ThrottleSpec>.Empty;
        var path = $"/apiStages/{stage}/throttle/";

        return
        [
            .. was.Keys.Except(after.Methods.Keys).Select(route => Operation(Op.Remove, path + PlanStages.MethodKeyOf(route), null)),
            .. after.Methods.Where(method => was.GetValueOrDefault(method.Key) != method.Value).SelectMany(method => Limits(Op.Replace, path + PlanStages.MethodKeyOf(method.Key), method.Value)),
        ];
    }

    private static IEnumerable<PatchOperation> Throttle(string path, ThrottleSpec? before, ThrottleSpec? after) => (before, after) switch
    {
        _ when before == after => [],
        (_, null) => [Operation(Op.Remove, path, null)],
        (null, _) => Limits(Op.Add, path, after),
        _ => Limits(Op.Replace, path, after),
    };

    private static IEnumerable<PatchOperation> Limits(Op op, string path, ThrottleSpec throttle) =>
    [
        Operation(op, $"{path}/rateLimit", throttle.RateLimit.ToString(CultureInfo.InvariantCulture)),
        Operation(op, $"{path}/burstLimit", throttle.BurstLimit.ToString(CultureInfo.InvariantCulture)),
    ];

    private static IEnumerable<PatchOperation> Quota(QuotaSpec? before, QuotaSpec? after)
    {
        if (before == after)
        {
            return [];
        }

        if (after is null)
        {
            return [Operation(Op.Remove, "/quota", null)];
        }

        var op = before is null ? Op.Add : Op.Replace;

        return
        [
            Operation(op, "/quota/limit", after.Limit.ToString(CultureInfo.InvariantCulture)),
            Operation(op, "/quota/offset", after.Offset.ToString(CultureInfo.InvariantCulture)),
            Operation(op, "/quota/period", after.Period),
        ];
    }

    private static IEnumerable<PatchOperation> Changed(string path, string? before, string? after) => before == after ? [] : [Operation(Op.Replace, path, after ?? "")];

    private static string Value(ApiStage stage) => $"{stage.ApiId}:{stage.Stage}";

    private static PatchOperation Operation(Op op, string path, string? value) => new() { Op = op, Path = path, Value = value };
}
