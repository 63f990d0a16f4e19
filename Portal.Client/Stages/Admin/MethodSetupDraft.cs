using System.Globalization;
using Portal.Shared.Stages;

namespace Portal.Client.Stages.Admin;

/// <summary>The settings of a method, or of all methods, as they are typed. Numbers are texts until they are sent.</summary>
public sealed class MethodSetupDraft
{
    public string Method { get; set; } = StageSetup.AllMethods;

    public string? RateLimit { get; set; }

    public string? BurstLimit { get; set; }

    public ExecutionLog Logging { get; set; }

    public bool DataTrace { get; set; }

    public bool Metrics { get; set; }

    public bool Caching { get; set; }

    public string? CacheTtl { get; set; } = "300";

    public bool CacheEncrypted { get; set; }

    public bool CacheControlNeedsAuthorization { get; set; } = true;

    public CacheControlRefusal UnauthorizedCacheControl { get; set; } = CacheControlRefusal.SucceedWithHeader;

    public static MethodSetupDraft Of(string method, MethodSetup setup) => new()
    {
        Method = method,
        RateLimit = setup.RateLimit?.ToString(CultureInfo.InvariantCulture),
        BurstLimit = setup.BurstLimit?.ToString(CultureInfo.InvariantCulture),
        Logging = setup.Logging,
        DataTrace = setup.DataTrace,
        Metrics = setup.Metrics,
        Caching = setup.Caching,
        CacheTtl = setup.CacheTtl.ToString(CultureInfo.InvariantCulture),
        CacheEncrypted = setup.CacheEncrypted,
        CacheControlNeedsAuthorization = setup.CacheControlNeedsAuthorization,
        UnauthorizedCacheControl = setup.UnauthorizedCacheControl,
    };

    /// <summary>What is no number, the rules refuse.</summary>
    public MethodSetup ToSetup() => new()
    {
        RateLimit = string.IsNullOrWhiteSpace(RateLimit) ? null : double.TryParse(RateLimit, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) ? rate : -1,
        BurstLimit = string.IsNullOrWhiteSpace(BurstLimit) ? null : int.TryParse(BurstLimit, NumberStyles.Integer, CultureInfo.InvariantCulture, out var burst) ? burst : -1,
        Logging = Logging,
        DataTrace = DataTrace,
        Metrics = Metrics,
        Caching = Caching,
        CacheTtl = int.TryParse(CacheTtl, NumberStyles.Integer, CultureInfo.InvariantCulture, out var ttl) ? ttl : -1,
        CacheEncrypted = CacheEncrypted,
        CacheControlNeedsAuthorization = CacheControlNeedsAuthorization,
        UnauthorizedCacheControl = UnauthorizedCacheControl,
    };
}
