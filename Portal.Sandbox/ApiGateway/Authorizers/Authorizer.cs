using System.Text.Json.Serialization;

namespace Portal.Sandbox.ApiGateway.Authorizers;

/// <summary>Who decides whether a call is let in, as GetAuthorizer shows it.</summary>
internal sealed record Authorizer
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>TOKEN, REQUEST or COGNITO_USER_POOLS.</summary>
    public required string Type { get; init; }

    [JsonPropertyName("providerARNs")]
    public IReadOnlyList<string>? ProviderArns { get; init; }

    public string? AuthType { get; init; }

    public string? AuthorizerUri { get; init; }

    public string? AuthorizerCredentials { get; init; }

    public string? IdentitySource { get; init; }

    public string? IdentityValidationExpression { get; init; }

    public int? AuthorizerResultTtlInSeconds { get; init; }
}
