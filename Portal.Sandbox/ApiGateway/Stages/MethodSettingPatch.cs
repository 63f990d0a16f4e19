using System.Text.RegularExpressions;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Stages;

/// <summary>
/// Method settings by patch. The key is stored as sent, less its first slash: <c>/~1pets/GET/metrics/enabled</c> makes <c>~1pets/GET</c>.
/// </summary>
internal static partial class MethodSettingPatch
{
    /// <summary>The key of what holds for the methods that have no setting of their own.</summary>
    public const string AllMethods = "*/*";

    private const int LongestTtl = 3_600;

    // AWS's own text, run-together entries included.
    private const string Known = "/deploymentId, /description, /cacheClusterEnabled, /cacheClusterSize, /clientCertificateId, /accessLogSettings, /accessLogSettings/destinationArn, /accessLogSettings/format, "
        + "/{resourcePath}/{httpMethod}/metrics/enabled, /{resourcePath}/{httpMethod}/logging/dataTrace, /{resourcePath}/{httpMethod}/logging/loglevel, "
        + "/{resourcePath}/{httpMethod}/throttling/burstLimit/{resourcePath}/{httpMethod}/throttling/rateLimit/{resourcePath}/{httpMethod}/caching/ttlInSeconds, "
        + "/{resourcePath}/{httpMethod}/caching/enabled, /{resourcePath}/{httpMethod}/caching/dataEncrypted, /{resourcePath}/{httpMethod}/caching/requireAuthorizationForCacheControl, "
        + "/{resourcePath}/{httpMethod}/caching/unauthorizedCacheControlHeaderStrategy, /*/*/metrics/enabled, /*/*/logging/dataTrace, /*/*/logging/loglevel, "
        + "/*/*/throttling/burstLimit /*/*/throttling/rateLimit /*/*/caching/ttlInSeconds, /*/*/caching/enabled, /*/*/caching/dataEncrypted, "
        + "/*/*/caching/requireAuthorizationForCacheControl, /*/*/caching/unauthorizedCacheControlHeaderStrategy, /variables/{variable_name}, /tracingEnabled";

    public static Map<MethodSetting> Apply(Map<MethodSetting> settings, PatchOperation patch)
    {
        var path = patch.Path.StartsWith('/') ? patch.Path[1..] : patch.Path;
        if (patch.Op is "remove")
        {
            return settings.ContainsKey(path) ? settings.Without(path) : throw NothingToRemove(path);
        }

        if (patch.Op is not "replace" || Path().Match(path) is not { Success: true } match)
        {
            throw BadPath(patch.Path);
        }

        var key = match.Groups["key"].Value;
        // What holds for all methods is what a new setting of one method starts with.
        var setting = settings.Find(key) ?? settings.Find(AllMethods) ?? new();
        return settings.With(key, Changed(setting, match.Groups["field"].Value, patch));
    }

    public static AwsError BadPath(string path) => AwsError.BadRequest($"Invalid method setting path: {path}. Must be one of: [{Known}]");

    public static AwsError NothingToRemove(string path) =>
        AwsError.BadRequest($"Cannot remove method setting {path} because there is no method setting for this method ");

    private static MethodSetting Changed(MethodSetting setting, string field, PatchOperation patch) => field switch
    {
        "metrics/enabled" => setting with { MetricsEnabled = StagePatch.Flag(patch.Value) },
        "logging/loglevel" => setting with { LoggingLevel = patch.Value is "OFF" or "ERROR" or "INFO" ? patch.Value : throw AwsError.BadRequest("Invalid logging level specified. Must be one of [OFF, ERROR, INFO]") },
        "logging/dataTrace" => setting with { DataTraceEnabled = StagePatch.Flag(patch.Value) },
        "throttling/rateLimit" => setting with { ThrottlingRateLimit = StagePatch.Number(patch.Value) },
        "throttling/burstLimit" => setting with { ThrottlingBurstLimit = (int)StagePatch.Number(patch.Value) },
        "caching/enabled" => setting with { CachingEnabled = StagePatch.Flag(patch.Value) },
        "caching/ttlInSeconds" => setting with { CacheTtlInSeconds = Ttl(patch.Value) },
        "caching/dataEncrypted" => setting with { CacheDataEncrypted = StagePatch.Flag(patch.Value) },
        "caching/requireAuthorizationForCacheControl" => setting with { RequireAuthorizationForCacheControl = StagePatch.Flag(patch.Value) },
        "caching/unauthorizedCacheControlHeaderStrategy" => setting with
        {
            UnauthorizedCacheControlHeaderStrategy = patch.Value is "FAIL_WITH_403" or "SUCCEED_WITH_RESPONSE_HEADER" or "SUCCEED_WITHOUT_RESPONSE_HEADER"
                ? patch.Value
                : throw AwsError.BadRequest("Invalid unauthorized cache control header strategy specified"),
        },
        _ => throw BadPath(patch.Path),
    };

    private static int Ttl(string? value) => StagePatch.Number(value) is >= 0 and <= LongestTtl and var ttl
        ? (int)ttl
        : throw AwsError.BadRequest("Invalid time-to-live setting, must be an integer no greater than 3600");

    [GeneratedRegex(@"\A(?<key>.+/(GET|PUT|POST|DELETE|PATCH|OPTIONS|HEAD|ANY|\*))/(?<field>(metrics|logging|throttling|caching)/\w+)\z")]
    private static partial Regex Path();
}
