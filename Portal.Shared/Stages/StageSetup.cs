namespace Portal.Shared.Stages;

/// <summary>A stage's settings in AWS, which need no deployment.</summary>
public sealed record StageSetup
{
    /// <summary>The key of what holds for the methods that have no settings of their own.</summary>
    public const string AllMethods = "*/*";

    /// <summary>By "METHOD /path", as in "GET /pets/{petId}", or "*/*" for all that have none of their own; of HTTP and WebSocket APIs by route key, as in "$default" and "$connect".</summary>
    public required IReadOnlyDictionary<string, MethodSetup> Methods { get; init; }

    /// <summary>Of the cache, in gigabytes: 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 or 237; null is none.</summary>
    public required string? CacheSize { get; init; }

    /// <summary>Whether calls are traced with X-Ray.</summary>
    public required bool Tracing { get; init; }

    /// <summary>The id of a client certificate of API Gateway's, or the ARN of one of ACM's, that backends are shown; null is none.</summary>
    public required string? ClientCertificate { get; init; }

    /// <summary>A version of the API's documentation; null is none.</summary>
    public required string? DocumentationVersion { get; init; }

    /// <summary>The ARN of a regional web ACL of the firewall's; null is none.</summary>
    public required string? WebAcl { get; init; }
}

/// <summary>How calls of a method, or of all methods, are limited, logged, measured and cached.</summary>
public sealed record MethodSetup
{
    /// <summary>Requests per second, of all callers together; null, with the burst, is the account's limit alone.</summary>
    public required double? RateLimit { get; init; }

    public required int? BurstLimit { get; init; }

    public required ExecutionLog Logging { get; init; }

    /// <summary>Whether the log holds whole requests and answers.</summary>
    public required bool DataTrace { get; init; }

    /// <summary>Whether CloudWatch counts the method by itself, which costs.</summary>
    public required bool Metrics { get; init; }

    /// <summary>Whether answers come from the stage's cache.</summary>
    public required bool Caching { get; init; }

    /// <summary>Seconds for which an answer is kept, 0 to 3600.</summary>
    public required int CacheTtl { get; init; }

    public required bool CacheEncrypted { get; init; }

    /// <summary>Whether a caller must be allowed to make the cache forget.</summary>
    public required bool CacheControlNeedsAuthorization { get; init; }

    public required CacheControlRefusal UnauthorizedCacheControl { get; init; }
}

/// <summary>What API Gateway writes into its execution log.</summary>
public enum ExecutionLog
{
    Off,
    Error,
    Info,
}

/// <summary>What becomes of a call that would make the cache forget and may not.</summary>
public enum CacheControlRefusal
{
    FailWith403,

    /// <summary>It is answered, with a header that says so.</summary>
    SucceedWithHeader,

    SucceedWithoutHeader,
}
