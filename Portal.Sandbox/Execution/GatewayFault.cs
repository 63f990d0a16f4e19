namespace Portal.Sandbox.Execution;

/// <summary>A reason why API Gateway itself answers: the type of its gateway response, the text and the exception's name.</summary>
internal sealed record GatewayFault(string Type, string Message, string ErrorType)
{
    public static GatewayFault NoSuchRoute { get; } = new("MISSING_AUTHENTICATION_TOKEN", "Missing Authentication Token", "MissingAuthenticationTokenException");

    public static GatewayFault InvalidApiKey { get; } = new("INVALID_API_KEY", "Forbidden", "ForbiddenException");

    public static GatewayFault Throttled { get; } = new("THROTTLED", "Too Many Requests", "TooManyRequestsException");

    public static GatewayFault QuotaExceeded { get; } = new("QUOTA_EXCEEDED", "Limit Exceeded", "LimitExceededException");

    public static GatewayFault Unauthorized { get; } = new("UNAUTHORIZED", "Unauthorized", "UnauthorizedException");

    public static GatewayFault AuthorizerFailure { get; } = new("AUTHORIZER_FAILURE", "Internal server error", "AuthorizerConfigurationException");

    public static GatewayFault UnsupportedMediaType { get; } = new("UNSUPPORTED_MEDIA_TYPE", "Unsupported Media Type", "BadRequestException");

    public static GatewayFault Timeout { get; } = new("INTEGRATION_TIMEOUT", "Endpoint request timed out", "InternalServerErrorException");

    public static GatewayFault Unreachable { get; } = new("INTEGRATION_FAILURE", "Network error communicating with endpoint", "InternalServerErrorException");

    public static GatewayFault Configuration { get; } = new("API_CONFIGURATION_ERROR", "Internal server error", "InternalServerErrorException");

    public static GatewayFault MissingParameters(IEnumerable<string> names) =>
        new("BAD_REQUEST_PARAMETERS", $"Missing required request parameters: [{string.Join(", ", names)}]", "BadRequestException");
}
