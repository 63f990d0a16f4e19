using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.Methods;

/// <summary>A verb on a path, as GetMethod shows it.</summary>
internal sealed record Method
{
    public required string HttpMethod { get; init; }

    /// <summary>NONE, AWS_IAM, CUSTOM or COGNITO_USER_POOLS.</summary>
    public required string AuthorizationType { get; init; }

    public string? AuthorizerId { get; init; }

    public IReadOnlyList<string>? AuthorizationScopes { get; init; }

    public required bool ApiKeyRequired { get; init; }

    public string? RequestValidatorId { get; init; }

    public string? OperationName { get; init; }

    /// <summary><c>method.request.querystring.page</c> and whether it is required.</summary>
    public Map<bool>? RequestParameters { get; init; }

    /// <summary>Media type and model name.</summary>
    public Map<string>? RequestModels { get; init; }

    public Map<MethodResponse>? MethodResponses { get; init; }

    public Integration? MethodIntegration { get; init; }
}

internal sealed record MethodResponse
{
    public required string StatusCode { get; init; }

    public Map<bool>? ResponseParameters { get; init; }

    public Map<string>? ResponseModels { get; init; }
}
