using Portal.Server.Gateway;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>A stage's settings between the words of the doors and the gateway's.</summary>
internal static class StageSetups
{
    public static StageSettingsSpec ToSpec(this StageSetup setup) => new()
    {
        Methods = new(setup.Methods.Select(method => KeyValuePair.Create(method.Key, ToSpec(method.Value)))),
        CacheSize = setup.CacheSize,
        Tracing = setup.Tracing,
        ClientCertificate = setup.ClientCertificate,
        DocumentationVersion = setup.DocumentationVersion,
        WebAcl = setup.WebAcl,
    };

    public static StageSetup ToSetup(this StageSettingsSpec spec) => new()
    {
        Methods = spec.Methods.ToDictionary(method => method.Key, method => ToSetup(method.Value)),
        CacheSize = spec.CacheSize,
        Tracing = spec.Tracing,
        ClientCertificate = spec.ClientCertificate,
        DocumentationVersion = spec.DocumentationVersion,
        WebAcl = spec.WebAcl,
    };

    private static MethodSettingsSpec ToSpec(MethodSetup setup) => new()
    {
        ThrottlingRateLimit = setup.RateLimit,
        ThrottlingBurstLimit = setup.BurstLimit,
        LoggingLevel = setup.Logging switch { ExecutionLog.Error => "ERROR", ExecutionLog.Info => "INFO", _ => "OFF" },
        DataTraceEnabled = setup.DataTrace,
        MetricsEnabled = setup.Metrics,
        CachingEnabled = setup.Caching,
        CacheTtlInSeconds = setup.CacheTtl,
        CacheDataEncrypted = setup.CacheEncrypted,
        RequireAuthorizationForCacheControl = setup.CacheControlNeedsAuthorization,
        UnauthorizedCacheControlHeaderStrategy = setup.UnauthorizedCacheControl switch
        {
            CacheControlRefusal.FailWith403 => "FAIL_WITH_403",
            CacheControlRefusal.SucceedWithoutHeader => "SUCCEED_WITHOUT_RESPONSE_HEADER",
            _ => "SUCCEED_WITH_RESPONSE_HEADER",
        },
    };

    private static MethodSetup ToSetup(MethodSettingsSpec spec) => new()
    {
        RateLimit = spec.ThrottlingRateLimit,
        BurstLimit = spec.ThrottlingBurstLimit,
        Logging = spec.LoggingLevel switch { "ERROR" => ExecutionLog.Error, "INFO" => ExecutionLog.Info, _ => ExecutionLog.Off },
        DataTrace = spec.DataTraceEnabled,
        Metrics = spec.MetricsEnabled,
        Caching = spec.CachingEnabled,
        CacheTtl = spec.CacheTtlInSeconds,
        CacheEncrypted = spec.CacheDataEncrypted,
        CacheControlNeedsAuthorization = spec.RequireAuthorizationForCacheControl,
        UnauthorizedCacheControl = spec.UnauthorizedCacheControlHeaderStrategy switch
        {
            "FAIL_WITH_403" => CacheControlRefusal.FailWith403,
            "SUCCEED_WITHOUT_RESPONSE_HEADER" => CacheControlRefusal.SucceedWithoutHeader,
            _ => CacheControlRefusal.SucceedWithHeader,
        },
    };
}
