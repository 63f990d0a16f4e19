using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.UsagePlans;

/// <summary>The patch paths of UpdateUsagePlan. What belongs together (a quota and its period) is checked after the last of them.</summary>
internal static partial class UsagePlanPatch
{
    private const string OfStage = "/apiStages/<apidId:stageName>/throttle";

    // Recorded for remove; the other two name their paths in the same way.
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["remove"] = $"/apiStages, /quota, /throttle, /productCode, {OfStage}/<resourcePath>/<httpMethod>, {OfStage}",
        ["add"] = $"/apiStages, /quota/limit, /quota/offset, /quota/period, /throttle/rateLimit, /throttle/burstLimit, /productCode, {OfStage}/<resourcePath>/<httpMethod>/rateLimit, {OfStage}/<resourcePath>/<httpMethod>/burstLimit, {OfStage}",
        ["replace"] = $"/name, /description, /quota/limit, /quota/offset, /quota/period, /throttle/rateLimit, /throttle/burstLimit, /productCode, {OfStage}/<resourcePath>/<httpMethod>/rateLimit, {OfStage}/<resourcePath>/<httpMethod>/burstLimit, {OfStage}",
    };

    public static UsagePlan Apply(Region region, UsagePlan plan, PatchOperation patch)
    {
        if (StageThrottle().Match(patch.Path) is { Success: true } match)
        {
            return MethodThrottlePatch.Apply(plan, patch, PatchOperation.Unescaped(match.Groups["stage"].Value), match.Groups["rest"].Value);
        }

        return (patch.Op, patch.Parts) switch
        {
            ("replace", ["name"]) => plan with { Name = UsagePlanRules.Name(patch.Value) },
            ("replace", ["description"]) => plan with { Description = patch.Value },
            ("add" or "replace", ["productCode"]) => plan with { ProductCode = patch.Value },
            ("remove", ["productCode"]) => plan with { ProductCode = null },
            ("add" or "replace", ["throttle", "rateLimit"]) => plan with { Throttle = (plan.Throttle ?? new(0, 0)) with { RateLimit = StagePatch.Number(patch.Value) } },
            ("add" or "replace", ["throttle", "burstLimit"]) => plan with { Throttle = (plan.Throttle ?? new(0, 0)) with { BurstLimit = (int)StagePatch.Number(patch.Value) } },
            ("remove", ["throttle"]) => plan with { Throttle = null },
            ("add" or "replace", ["quota", "limit"]) => plan with { Quota = QuotaOf(plan) with { Limit = (int)StagePatch.Number(patch.Value) } },
            ("add" or "replace", ["quota", "offset"]) => plan with { Quota = QuotaOf(plan) with { Offset = (int)StagePatch.Number(patch.Value) } },
            ("add" or "replace", ["quota", "period"]) => plan with { Quota = QuotaOf(plan) with { Period = patch.Value } },
            ("remove", ["quota"]) => plan with { Quota = null },
            ("add", ["apiStages"]) => WithStage(region, plan, patch.Value),
            ("remove", ["apiStages"]) => WithoutStage(plan, patch.Value),
            _ => throw BadPath(patch),
        };
    }

    public static UsagePlan Checked(UsagePlan plan) => plan with
    {
        Throttle = plan.Throttle is { } throttle ? UsagePlanRules.Checked(throttle) : null,
        Quota = plan.Quota is { } quota ? UsagePlanRules.Checked(quota) : null,
    };

    public static AwsError BadPath(PatchOperation patch) => Known.TryGetValue(patch.Op, out var paths)
        ? AwsError.BadRequest($"Invalid patch path  '{patch.Path}' specified for op '{patch.Op}'. Must be one of: [{paths}]")
        : AwsError.BadRequest($"Invalid patch path  '{patch.Path}' specified for op '{patch.Op}'. Please choose supported operations");

    /// <summary>The stage "api:stage" of the plan, and its place in it.</summary>
    public static (ApiStage Stage, int Place) Find(UsagePlan plan, string? name)
    {
        var (api, stage) = Parsed(name);
        for (var i = 0; i < plan.ApiStages.Count; i++)
        {
            if (plan.ApiStages[i].ApiId == api && plan.ApiStages[i].Stage == stage)
            {
                return (plan.ApiStages[i], i);
            }
        }

        throw AwsError.NotFound($"Invalid API Stage {{api: {api}, stage: {stage}}} specified for usageplan {plan.Id}");
    }

    private static UsagePlan WithStage(Region region, UsagePlan plan, string? name)
    {
        var (api, stage) = Parsed(name);
        return plan.StageOf(api, stage) is not null ? plan : plan with { ApiStages = [.. plan.ApiStages, UsagePlanRules.Stage(region, api, stage)] };
    }

    private static UsagePlan WithoutStage(UsagePlan plan, string? name)
    {
        var place = Find(plan, name).Place;
        return plan with { ApiStages = [.. plan.ApiStages.Where((_, i) => i != place)] };
    }

    private static (string Api, string Stage) Parsed(string? name) =>
        name?.Split(':') is [{ Length: > 0 } api, { Length: > 0 } stage] ? (api, stage) : throw AwsError.BadRequest("Invalid API Stage specified");

    private static QuotaSettings QuotaOf(UsagePlan plan) => plan.Quota ?? new() { Limit = 0, Offset = 0 };

    [GeneratedRegex(@"\A/apiStages/(?<stage>[^/]+:[^/]+)/throttle(?<rest>(/.*)?)\z")]
    private static partial Regex StageThrottle();
}
