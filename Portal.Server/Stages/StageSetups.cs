using Portal.Server.Gateway;
using Portal.Shared.Catalog;
using Portal.Shared.Stages;

namespace Portal.Server.Stages;

/// <summary>A stage's settings between the words of the doors and the gateway's.</summary>
internal static class StageSetups
{
    /// <summary>What is set that a stage of such an API does not have, a sentence for each.</summary>
    public static IEnumerable<string> Misplaced(this StageSetup setup, Protocol protocol)
    {
        foreach (var key in setup.Methods.Keys.Where(key => key is not StageSetup.AllMethods && !IsKey(key, protocol)))
        {
            yield return $"'{key}' is no {(protocol is Protocol.Rest ? "method" : "route")} of such an API.";
        }

        if (protocol is Protocol.Rest)
        {
            yield break;
        }

        if (setup is not { CacheSize: null, Tracing: false, ClientCertificate: null, DocumentationVersion: null, WebAcl: null } || setup.Methods.Values.Any(method => method.Caching))
        {
            yield return "Cache, tracing, client certificate, documentation version and web ACL are a REST API's.";
        }

        if (protocol is Protocol.Http && setup.Methods.Values.Any(method => method.DataTrace || method.Logging is not ExecutionLog.Off))
        {
            yield return "An HTTP API has no execution log: its access log tells of each call.";
        }
    }

    /// <param name="setup">As it is asked for.</param>
    /// <param name="protocol">What the API is. Outside of REST APIs AWS says nothing of settings of all routes that are as it has them by itself, so neither do we.</param>
    public static StageSettingsSpec ToSpec(this StageSetup setup, Protocol protocol) => new()
    {
        Methods = new(setup.Methods.Select(method => KeyValuePair.Create(method.Key, ToSpec(method.Value)))
            .Where(method => protocol is Protocol.Rest || method.Key is not StageSetup.AllMethods || method.Value != MethodSettingsSpec.Default)),
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

    private static bool IsKey(string key, Protocol protocol) => protocol switch
    {
        Protocol.Rest => key.Contains(" /", StringComparison.Ordinal),
        Protocol.Http => key is "$default" || key.Contains(" /", StringComparison.Ordinal),
        _ => !key.Contains(' ', StringComparison.Ordinal),
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
