using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.Methods;

/// <summary>What a method calls, as GetIntegration shows it.</summary>
internal sealed record Integration
{
    /// <summary>HTTP, HTTP_PROXY, MOCK, AWS or AWS_PROXY.</summary>
    public required string Type { get; init; }

    public string? HttpMethod { get; init; }

    public string? Uri { get; init; }

    /// <summary>INTERNET or VPC_LINK.</summary>
    public string? ConnectionType { get; init; }

    public string? ConnectionId { get; init; }

    public string? Credentials { get; init; }

    /// <summary><c>integration.request.path.id</c> and where it comes from.</summary>
    public Map<string>? RequestParameters { get; init; }

    public Map<string>? RequestTemplates { get; init; }

    /// <summary>WHEN_NO_MATCH, WHEN_NO_TEMPLATES or NEVER.</summary>
    public required string PassthroughBehavior { get; init; }

    public string? ContentHandling { get; init; }

    /// <summary>50 to 29,000 ms.</summary>
    public required int TimeoutInMillis { get; init; }

    public required string CacheNamespace { get; init; }

    public required IReadOnlyList<string> CacheKeyParameters { get; init; }

    public Map<IntegrationResponse>? IntegrationResponses { get; init; }

    public TlsConfig? TlsConfig { get; init; }

    public string? ResponseTransferMode { get; init; }

    public string? IntegrationTarget { get; init; }
}

internal sealed record TlsConfig(bool InsecureSkipVerification);

internal sealed record IntegrationResponse
{
    public required string StatusCode { get; init; }

    /// <summary>A regular expression over the backend's status; the response without one is the default.</summary>
    public string? SelectionPattern { get; init; }

    public Map<string>? ResponseParameters { get; init; }

    public Map<string>? ResponseTemplates { get; init; }

    public string? ContentHandling { get; init; }
}
