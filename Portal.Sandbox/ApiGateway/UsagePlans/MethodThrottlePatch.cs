using System.Text;
using System.Text.RegularExpressions;
using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.UsagePlans;

/// <summary>
/// Limits of single methods by patch, below <c>/apiStages/{api}:{stage}/throttle</c>. The resource's path comes as it is, with its own slash
/// (<c>/throttle//pets/GET/rateLimit</c>), or escaped (<c>/throttle/~1pets/GET/rateLimit</c>).
/// </summary>
internal static partial class MethodThrottlePatch
{
    public static UsagePlan Apply(UsagePlan plan, PatchOperation patch, string stageName, string rest)
    {
        var (stage, place) = UsagePlanPatch.Find(plan, stageName);
        var throttle = stage.Throttle ?? Map<ThrottleSettings>.Empty;
        var changed = (patch.Op, Field().Match(rest)) switch
        {
            ("add" or "replace", _) when rest is "" => Parsed(patch.Value),
            ("remove", _) when rest is "" => Map<ThrottleSettings>.Empty,
            ("remove", { Success: false }) => throttle.Without(Known(throttle, rest)),
            ("add" or "replace", { Success: true } match) => Changed(throttle, UsagePlanRules.MethodKey(Key(match.Groups["key"].Value)), match.Groups["field"].Value, patch.Value),
            _ => throw UsagePlanPatch.BadPath(patch),
        };
        return plan with { ApiStages = [.. plan.ApiStages.Select((one, i) => i == place ? one with { Throttle = changed.OrNull() } : one)] };
    }

    private static Map<ThrottleSettings> Changed(Map<ThrottleSettings> throttle, string key, string field, string? value)
    {
        var setting = throttle.Find(key) ?? new(0, 0);
        return throttle.With(key, UsagePlanRules.Checked(field is "rateLimit"
            ? setting with { RateLimit = StagePatch.Number(value) }
            : setting with { BurstLimit = (int)StagePatch.Number(value) }));
    }

    private static string Known(Map<ThrottleSettings> throttle, string rest)
    {
        var key = UsagePlanRules.MethodKey(Key(rest));
        var slash = key.LastIndexOf('/');
        return throttle.ContainsKey(key) ? key : throw AwsError.NotFound($"Invalid method {{resourcePath: {key[..slash]},method: {key[(slash + 1)..]}}} specified");
    }

    /// <summary>The pointer's own slash goes; what is left is the map's key.</summary>
    private static string Key(string rest) => PatchOperation.Unescaped(rest[1..]);

    /// <summary>A whole map as JSON in the text of the value.</summary>
    private static Map<ThrottleSettings> Parsed(string? value)
    {
        try
        {
            return UsagePlanRules.MethodThrottles(RequestBody.Parse(Encoding.UTF8.GetBytes(value is { Length: > 0 } text ? text : "null"), "").Members());
        }
        catch (AwsError error) when (error.Type is "SerializationException")
        {
            throw AwsError.BadRequest("Invalid API Stage throttle specified");
        }
    }

    [GeneratedRegex(@"\A(?<key>/.*)/(?<field>rateLimit|burstLimit)\z")]
    private static partial Regex Field();
}
