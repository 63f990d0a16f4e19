using System.Globalization;
using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>Tells what changes in a stage's settings, a sentence for each, and one for each method.</summary>
internal static class StageSettingsWords
{
    /// <summary>A member of the settings as it is called in a sentence.</summary>
    public static string NameOf(string member) => member switch
    {
        "cacheSize" => "cache",
        "clientCertificate" => "client certificate",
        "documentationVersion" => "documentation version",
        "webAcl" => "web ACL",
        _ => member,
    };

    public static IReadOnlyList<string> Of(StageSettingsSpec? before, StageSettingsSpec? after)
    {
        if (after is null)
        {
            return [];
        }

        var was = before ?? StageSettingsSpec.None;

        return [.. Methods(was.Methods, after.Methods), .. Cache(was.CacheSize, after.CacheSize), .. Tracing(was.Tracing, after.Tracing), .. Names(was, after)];
    }

    private static IEnumerable<string> Methods(SortedMap<MethodSettingsSpec> before, SortedMap<MethodSettingsSpec> after) =>
        from key in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
        let was = before.GetValueOrDefault(key)
        let now = after.GetValueOrDefault(key)
        where was != now
        let of = key is StageSettingsSpec.AllMethods ? "all methods" : key
        select now is null
            ? $"Takes the settings of {of} away{(key is StageSettingsSpec.AllMethods ? "" : ": those of all methods hold")}."
            : $"{(was is null ? "Sets" : "Changes")} for {of}: {Listed(was ?? MethodSettingsSpec.Default, now)}.";

    private static string Listed(MethodSettingsSpec was, MethodSettingsSpec now)
    {
        List<string> said = [.. Said(was, now)];

        return said is [] ? "as AWS has it by itself, whatever holds for all methods" : string.Join("; ", said);
    }

    private static IEnumerable<string> Said(MethodSettingsSpec was, MethodSettingsSpec now)
    {
        if ((was.ThrottlingRateLimit, was.ThrottlingBurstLimit) != (now.ThrottlingRateLimit, now.ThrottlingBurstLimit))
        {
            yield return $"{Limit(now)} (was {Limit(was)})";
        }

        if (was.MetricsEnabled != now.MetricsEnabled)
        {
            yield return now.MetricsEnabled ? "metrics of its own on, for which CloudWatch charges" : "metrics of its own off";
        }

        if (was.LoggingLevel != now.LoggingLevel)
        {
            yield return $"logging {now.LoggingLevel} (was {was.LoggingLevel})";
        }

        if (was.DataTraceEnabled != now.DataTraceEnabled)
        {
            yield return now.DataTraceEnabled ? "whole requests and answers in the log, with whatever personal data they hold" : "no whole requests and answers in the log";
        }

        if (was.CachingEnabled != now.CachingEnabled)
        {
            yield return now.CachingEnabled ? "answers from the cache" : "no answers from the cache";
        }

        if (was.CacheTtlInSeconds != now.CacheTtlInSeconds)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"cached for {now.CacheTtlInSeconds} s (was {was.CacheTtlInSeconds} s)");
        }

        if (was.CacheDataEncrypted != now.CacheDataEncrypted)
        {
            yield return now.CacheDataEncrypted ? "the cache encrypted" : "the cache not encrypted";
        }

        if (was.RequireAuthorizationForCacheControl != now.RequireAuthorizationForCacheControl)
        {
            yield return now.RequireAuthorizationForCacheControl ? "only who is allowed to may make the cache forget" : "every caller may make the cache forget";
        }

        if (was.UnauthorizedCacheControlHeaderStrategy != now.UnauthorizedCacheControlHeaderStrategy)
        {
            yield return $"who may not make the cache forget: {now.UnauthorizedCacheControlHeaderStrategy} (was {was.UnauthorizedCacheControlHeaderStrategy})";
        }
    }

    private static string Limit(MethodSettingsSpec settings) => (settings.ThrottlingRateLimit, settings.ThrottlingBurstLimit) switch
    {
        (null, null) => "the account's limit of the rate",
        ({ } rate, { } burst) => string.Create(CultureInfo.InvariantCulture, $"{rate:#,0.##########} requests per second of all callers with bursts of {burst:N0}"),
        ({ } rate, null) => string.Create(CultureInfo.InvariantCulture, $"{rate:#,0.##########} requests per second of all callers"),
        (null, { } burst) => string.Create(CultureInfo.InvariantCulture, $"bursts of {burst:N0} of all callers"),
    };

    private static IEnumerable<string> Cache(string? before, string? after) => (before, after) switch
    {
        _ when before == after => [],
        (_, null) => [$"Takes the cache away (was {before} GB): what it held is gone."],
        (null, _) => [$"Orders a cache of {after} GB: AWS takes some minutes, and charges by the hour."],
        _ => [$"Changes the size of the cache: {before} GB -> {after} GB. What it holds is lost."],
    };

    private static IEnumerable<string> Tracing(bool before, bool after) =>
        before == after ? [] : [after ? "Traces calls with X-Ray, for which AWS charges." : "Traces calls with X-Ray no more."];

    private static IEnumerable<string> Names(StageSettingsSpec before, StageSettingsSpec after) =>
    [
        .. Named(before.ClientCertificate, after.ClientCertificate, value => $"Shows backends the client certificate {value}", "Shows backends no client certificate any more"),
        .. Named(before.DocumentationVersion, after.DocumentationVersion, value => $"Names the version {value} of the documentation", "Names no version of the documentation any more"),
        .. Named(before.WebAcl, after.WebAcl, value => $"Puts the web ACL {value} before the stage", "Takes the web ACL away: calls reach the stage unfiltered"),
    ];

    private static IEnumerable<string> Named(string? before, string? after, Func<string, string> some, string none)
    {
        if (before != after)
        {
            yield return $"{(after is null ? none : some(after))}{(before is null ? "" : $" (was {before})")}.";
        }
    }
}
