using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>What a stage holds beside what it serves, and what needs no deployment. The portal keeps all of it, or leaves all of it alone.</summary>
internal sealed record StageSettingsSpec
{
    /// <summary>The key of what holds for the methods that have no settings of their own.</summary>
    public const string AllMethods = "*/*";

    /// <summary>As AWS makes a stage for which nobody says more.</summary>
    public static StageSettingsSpec None { get; } = new()
    {
        Methods = SortedMap<MethodSettingsSpec>.Empty,
        CacheSize = null,
        Tracing = false,
        ClientCertificate = null,
        DocumentationVersion = null,
        WebAcl = null,
    };

    /// <summary>By "METHOD /path", as in "GET /pets/{petId}", or <see cref="AllMethods"/>; of an HTTP or WebSocket API by route key, as in "$default" and "$connect" too.</summary>
    public required SortedMap<MethodSettingsSpec> Methods { get; init; }

    /// <summary>Of the cache, in gigabytes, "0.5" to "237"; null where there is none.</summary>
    public required string? CacheSize { get; init; }

    /// <summary>Whether calls are traced with X-Ray.</summary>
    public required bool Tracing { get; init; }

    /// <summary>AWS's id of the certificate that backends are shown, or the ARN of one of ACM's.</summary>
    public required string? ClientCertificate { get; init; }

    /// <summary>The version of the documentation that belongs to what it serves.</summary>
    public required string? DocumentationVersion { get; init; }

    /// <summary>The ARN of the firewall's web ACL before it.</summary>
    public required string? WebAcl { get; init; }

    /// <summary>The canonical text, by which two are compared.</summary>
    [JsonIgnore]
    public string Text => JsonSerializer.Serialize(this, GatewayJson.Canonical.StageSettingsSpec);

    public static StageSettingsSpec Parse(string text) => JsonSerializer.Deserialize(text, GatewayJson.Canonical.StageSettingsSpec)
        ?? throw new JsonException("Settings are never null.");

    /// <summary>Without those of other routes: AWS refuses settings of a route that an API of version 2 does not have.</summary>
    public StageSettingsSpec Of(IEnumerable<string> routes)
    {
        var there = routes.Append(AllMethods).ToHashSet();

        return this with { Methods = new(Methods.Where(method => there.Contains(method.Key))) };
    }

    /// <summary>This one with what differs between two others as the second has it.</summary>
    public StageSettingsSpec With(StageSettingsSpec before, StageSettingsSpec after)
    {
        var changed = before.Methods.Keys.Union(after.Methods.Keys).Where(key => before.Methods.GetValueOrDefault(key) != after.Methods.GetValueOrDefault(key)).ToHashSet();

        return new()
        {
            Methods = new([.. Methods.Where(method => !changed.Contains(method.Key)), .. after.Methods.Where(method => changed.Contains(method.Key))]),
            CacheSize = before.CacheSize == after.CacheSize ? CacheSize : after.CacheSize,
            Tracing = before.Tracing == after.Tracing ? Tracing : after.Tracing,
            ClientCertificate = before.ClientCertificate == after.ClientCertificate ? ClientCertificate : after.ClientCertificate,
            DocumentationVersion = before.DocumentationVersion == after.DocumentationVersion ? DocumentationVersion : after.DocumentationVersion,
            WebAcl = before.WebAcl == after.WebAcl ? WebAcl : after.WebAcl,
        };
    }
}

/// <summary>How calls of a method, or of all methods, are limited, logged, measured and cached.</summary>
internal sealed record MethodSettingsSpec
{
    /// <summary>As AWS has it where nobody says otherwise.</summary>
    public static MethodSettingsSpec Default { get; } = new()
    {
        ThrottlingRateLimit = null,
        ThrottlingBurstLimit = null,
        LoggingLevel = "OFF",
        DataTraceEnabled = false,
        MetricsEnabled = false,
        CachingEnabled = false,
        CacheTtlInSeconds = 300,
        CacheDataEncrypted = false,
        RequireAuthorizationForCacheControl = true,
        UnauthorizedCacheControlHeaderStrategy = "SUCCEED_WITH_RESPONSE_HEADER",
    };

    /// <summary>Requests per second, of all callers together; null is the account's limit alone.</summary>
    public required double? ThrottlingRateLimit { get; init; }

    public required int? ThrottlingBurstLimit { get; init; }

    /// <summary>OFF, ERROR or INFO.</summary>
    public required string LoggingLevel { get; init; }

    /// <summary>Whether the log holds whole requests and answers.</summary>
    public required bool DataTraceEnabled { get; init; }

    /// <summary>Whether CloudWatch counts the method by itself, which costs.</summary>
    public required bool MetricsEnabled { get; init; }

    public required bool CachingEnabled { get; init; }

    public required int CacheTtlInSeconds { get; init; }

    public required bool CacheDataEncrypted { get; init; }

    /// <summary>Whether a caller must be allowed to make the cache forget.</summary>
    public required bool RequireAuthorizationForCacheControl { get; init; }

    /// <summary>FAIL_WITH_403, SUCCEED_WITH_RESPONSE_HEADER or SUCCEED_WITHOUT_RESPONSE_HEADER.</summary>
    public required string UnauthorizedCacheControlHeaderStrategy { get; init; }
}
