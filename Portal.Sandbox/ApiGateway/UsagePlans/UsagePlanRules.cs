using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGateway.ApiKeys;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.UsagePlans;

/// <summary>
/// Checks of usage plans. The texts for quotas, periods, methods, stages and unknown plans are the service's own; those for a name, a negative rate or burst,
/// a second membership, and one plan too many for a key and stage are not recorded.
/// </summary>
internal static partial class UsagePlanRules
{
    public static UsagePlan Find(Region region, string id) => region.UsagePlans.Find(id) ?? throw AwsError.NotFound("Invalid Usage Plan ID specified");

    public static string Name(string? name) => string.IsNullOrWhiteSpace(name) ? throw AwsError.BadRequest("Usage Plan name cannot be blank") : name;

    public static ThrottleSettings? Throttle(RequestBody? body) => body is null ? null : Checked(new ThrottleSettings(body.Number("rateLimit") ?? 0, body.Whole("burstLimit") ?? 0));

    public static ThrottleSettings Checked(ThrottleSettings throttle) => throttle switch
    {
        { RateLimit: < 0 } => throw AwsError.BadRequest("Usage Plan throttle rate limit must be a non-negative numeric"),
        { BurstLimit: < 0 } => throw AwsError.BadRequest("Usage Plan throttle burst limit must be a non-negative numeric"),
        _ => throttle,
    };

    public static QuotaSettings? Quota(RequestBody? body) => body is null
        ? null
        : Checked(new QuotaSettings { Limit = body.Whole("limit") ?? 0, Offset = body.Whole("offset") ?? 0, Period = body.Text("period") });

    public static QuotaSettings Checked(QuotaSettings quota)
    {
        if (quota.Limit < 1)
        {
            // The service says "non-negative", and refuses 0 all the same.
            throw AwsError.BadRequest("Usage Plan quota limit must be a non-negative numeric");
        }

        var last = quota.Period switch
        {
            QuotaSettings.Day => 0,
            QuotaSettings.Week => 6,
            QuotaSettings.Month => 27,
            _ => throw AwsError.BadRequest("Invalid Usage Plan quota period specified. Must be one of [DAY, WEEK, MONTH]"),
        };
        if (quota.Offset < 0 || quota.Offset > last)
        {
            throw AwsError.BadRequest(last is 0
                ? "Usage Plan quota offset must be zero in the DAY period"
                : $"Usage Plan quota offset must be between 0 and {last} inclusive in the {quota.Period} period");
        }

        return quota;
    }

    /// <summary>A stage that is there, of a REST or a WebSocket API.</summary>
    public static ApiStage Stage(Region region, string apiId, string stage, Map<ThrottleSettings>? throttle = null) =>
        region.Find(apiId)?.Stages.ContainsKey(stage) is true || (region.ApisV2.Find(apiId) is { Definition.IsHttp: false } sockets && sockets.Stages.ContainsKey(stage))
        ? new() { ApiId = apiId, Stage = stage, Throttle = throttle.OrNull() }
        : throw AwsError.NotFound($"API Stage not found: {apiId}:{stage}");

    public static Map<ThrottleSettings> MethodThrottles(Map<RequestBody>? bodies) =>
        Map<ThrottleSettings>.Of((bodies ?? Map<RequestBody>.Empty).Select(pair => KeyValuePair.Create(MethodKey(pair.Key), Throttle(pair.Value)!)));

    public static string MethodKey(string key) => Method().IsMatch(key) ? key : throw AwsError.BadRequest($"Invalid method {{resourcePath: {key},method: }} specified");

    public static void CheckMethodThrottles(UsagePlan plan)
    {
        foreach (var stage in plan.ApiStages)
        {
            Limits.Check(stage.Throttle?.Count ?? 0, Limits.MethodThrottles, "method throttles", $"{stage.ApiId}:{stage.Stage} in this usage plan");
        }
    }

    /// <summary>The key as a member of one plan more; a member stays one.</summary>
    public static ApiKeyEntry Joined(Region region, ApiKeyEntry key, UsagePlan plan)
    {
        if (key.UsagePlanIds.Contains(plan.Id))
        {
            return key;
        }

        CheckOnePlanPerStage(region, key, plan);
        Limits.Check(key.UsagePlanIds.Count + 1, Limits.PlansOfKey, "usage plans", "this API key");
        return key with { UsagePlanIds = [.. key.UsagePlanIds, plan.Id] };
    }

    /// <summary>A key may be in several plans, but only in one for each stage.</summary>
    public static void CheckOnePlanPerStage(Region region, ApiKeyEntry key, UsagePlan plan)
    {
        foreach (var other in key.UsagePlanIds.Where(id => id != plan.Id).Select(region.UsagePlans.Find))
        {
            if (plan.ApiStages.FirstOrDefault(stage => other?.StageOf(stage.ApiId, stage.Stage) is not null) is { } shared)
            {
                throw AwsError.Conflict($"Usage Plan {plan.Id} cannot be added because API Key {key.Id} cannot reference multiple Usage Plans with the same API stage: {shared.ApiId}:{shared.Stage}");
            }
        }
    }

    [GeneratedRegex(@"\A/.*/(GET|PUT|POST|DELETE|PATCH|OPTIONS|HEAD|ANY|\*)\z")]
    private static partial Regex Method();
}
