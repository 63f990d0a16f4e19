using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Authorizers;

/// <summary>Who decides whether a call is let in, as GetAuthorizer shows it.</summary>
internal sealed record Authorizer
{
    public required string AuthorizerId { get; init; }

    public required string Name { get; init; }

    /// <summary>JWT or REQUEST.</summary>
    public required string AuthorizerType { get; init; }

    public IReadOnlyList<string>? IdentitySource { get; init; }

    public JwtConfiguration? JwtConfiguration { get; init; }

    public string? AuthorizerUri { get; init; }

    public string? AuthorizerCredentialsArn { get; init; }

    public string? AuthorizerPayloadFormatVersion { get; init; }

    public int? AuthorizerResultTtlInSeconds { get; init; }

    public bool? EnableSimpleResponses { get; init; }

    public string? IdentityValidationExpression { get; init; }

    public Authorizer With(RequestBody body) => this with
    {
        Name = body.Text("name") ?? Name,
        AuthorizerType = Choice.Of(body, "authorizerType", "authorizer type", "JWT", "REQUEST") ?? AuthorizerType,
        IdentitySource = body.List("identitySource") ?? IdentitySource,
        JwtConfiguration = body.Object("jwtConfiguration") is { } jwt ? new(jwt.Text("issuer"), jwt.List("audience")) : JwtConfiguration,
        AuthorizerUri = body.Text("authorizerUri") ?? AuthorizerUri,
        AuthorizerCredentialsArn = body.Text("authorizerCredentialsArn") ?? AuthorizerCredentialsArn,
        AuthorizerPayloadFormatVersion = Choice.Of(body, "authorizerPayloadFormatVersion", "payload format version", "1.0", "2.0") ?? AuthorizerPayloadFormatVersion,
        AuthorizerResultTtlInSeconds = body.Whole("authorizerResultTtlInSeconds") ?? AuthorizerResultTtlInSeconds,
        EnableSimpleResponses = body.Flag("enableSimpleResponses") ?? EnableSimpleResponses,
        IdentityValidationExpression = body.Text("identityValidationExpression") ?? IdentityValidationExpression,
    };
}

internal sealed record JwtConfiguration(string? Issuer, IReadOnlyList<string>? Audience);
