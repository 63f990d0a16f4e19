using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.RestApis;

/// <summary>A REST API as GetRestApi shows it.</summary>
internal sealed record RestApi
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public required DateTimeOffset CreatedDate { get; init; }

    public string? Version { get; init; }

    /// <summary>Only in the answer to an import.</summary>
    public IReadOnlyList<string>? Warnings { get; init; }

    public IReadOnlyList<string>? BinaryMediaTypes { get; init; }

    public int? MinimumCompressionSize { get; init; }

    public required string ApiKeySource { get; init; }

    public required EndpointConfiguration EndpointConfiguration { get; init; }

    /// <summary>Escaped once more inside the JSON string: AWS stores and shows it so.</summary>
    public string? Policy { get; init; }

    public Map<string>? Tags { get; init; }

    public required bool DisableExecuteApiEndpoint { get; init; }

    public required string RootResourceId { get; init; }

    /// <summary>Which TLS callers may speak; kept and shown only.</summary>
    public string? SecurityPolicy { get; init; }

    public string? EndpointAccessMode { get; init; }

    /// <summary>HEADER or AUTHORIZER.</summary>
    public const string KeyInHeader = "HEADER";
}
