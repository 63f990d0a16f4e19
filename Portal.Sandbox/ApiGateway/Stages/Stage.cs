using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.Stages;

/// <summary>A name under which a deployment is served, as GetStage shows it.</summary>
internal sealed record Stage
{
    public required string StageName { get; init; }

    public required string DeploymentId { get; init; }

    public string? Description { get; init; }

    public string? ClientCertificateId { get; init; }

    public required bool CacheClusterEnabled { get; init; }

    public string? CacheClusterSize { get; init; }

    public required string CacheClusterStatus { get; init; }

    /// <summary>By "path/VERB" or "*/*", spelled as it was sent.</summary>
    public required Map<MethodSetting> MethodSettings { get; init; }

    public Map<string>? Variables { get; init; }

    public string? DocumentationVersion { get; init; }

    public AccessLogSettings? AccessLogSettings { get; init; }

    public CanarySettings? CanarySettings { get; init; }

    public required bool TracingEnabled { get; init; }

    public string? WebAclArn { get; init; }

    public Map<string>? Tags { get; init; }

    public required DateTimeOffset CreatedDate { get; init; }

    public required DateTimeOffset LastUpdatedDate { get; init; }
}

internal sealed record AccessLogSettings(string? DestinationArn, string? Format);

internal sealed record CanarySettings
{
    public required double PercentTraffic { get; init; }

    public required string DeploymentId { get; init; }

    public Map<string>? StageVariableOverrides { get; init; }

    public required bool UseStageCache { get; init; }
}

/// <summary>Setting one field makes all of them, with these defaults.</summary>
internal sealed record MethodSetting
{
    public bool MetricsEnabled { get; init; }

    public string? LoggingLevel { get; init; }

    public bool DataTraceEnabled { get; init; }

    public int ThrottlingBurstLimit { get; init; } = 5000;

    public double ThrottlingRateLimit { get; init; } = 10000;

    public bool CachingEnabled { get; init; }

    public int CacheTtlInSeconds { get; init; } = 300;

    public bool CacheDataEncrypted { get; init; }

    public bool RequireAuthorizationForCacheControl { get; init; } = true;

    public string UnauthorizedCacheControlHeaderStrategy { get; init; } = "SUCCEED_WITH_RESPONSE_HEADER";
}
