namespace Portal.Sandbox.Execution;

/// <summary>A reason why API Gateway itself answers: the type of its gateway response, the text and the exception's name.</summary>
internal sealed record GatewayFault(string Type, string? Message, string ErrorType)
{
    public static GatewayFault NoSuchRoute { get; } = new("MISSING_AUTHENTICATION_TOKEN", "Missing Authentication Token", "MissingAuthenticationTokenException");

    public static GatewayFault InvalidApiKey { get; } = new("INVALID_API_KEY", "Forbidden", "ForbiddenException");

    public static GatewayFault Filtered { get; } = new("WAF_FILTERED", "Forbidden", "ForbiddenException");

    /// <summary>What was called went away while the caller was looked at. The text is not recorded from the service.</summary>
    public static GatewayFault Gone { get; } = new("RESOURCE_NOT_FOUND", "Resource not found", "NotFoundException");

    public static GatewayFault Throttled { get; } = new("THROTTLED", "Too Many Requests", "TooManyRequestsException");

    public static GatewayFault QuotaExceeded { get; } = new("QUOTA_EXCEEDED", "Limit Exceeded", "LimitExceededException");

    public static GatewayFault Unauthorized { get; } = new("UNAUTHORIZED", "Unauthorized", "UnauthorizedException");

    public static GatewayFault AuthorizerFailure { get; } = new("AUTHORIZER_FAILURE", "Internal server error", "AuthorizerFailureException");

    /// <summary>Without a text, as the service has it.</summary>
    public static GatewayFault AuthorizerConfiguration { get; } = new("AUTHORIZER_CONFIGURATION_ERROR", null, "AuthorizerConfigurationException");

    public static GatewayFault InvalidBody { get; } = new("BAD_REQUEST_BODY", "Invalid request body", "BadRequestException");

    /// <summary>The service has no status of its own for it but 502 for what a function answers.</summary>
    public static GatewayFault MalformedAnswer { get; } = new("DEFAULT_5XX", "Internal server error", "InternalServerErrorException") { Status = StatusCodes.Status502BadGateway };

    public static GatewayFault TooLarge { get; } = new("REQUEST_TOO_LARGE", "HTTP content length exceeded 10485760 bytes", "RequestTooLargeException");

    public static GatewayFault UriTooLong { get; } = new("DEFAULT_4XX", "Request URI too long", "BadRequestException") { Status = StatusCodes.Status414UriTooLong };

    public static GatewayFault HeadersTooLarge { get; } = new("DEFAULT_4XX", "Request header or cookie too large", "BadRequestException") { Status = StatusCodes.Status431RequestHeaderFieldsTooLarge };

    public static GatewayFault Internal { get; } = new("DEFAULT_5XX", "Internal server error", "InternalServerErrorException");

    public static GatewayFault UnsupportedMediaType { get; } = new("UNSUPPORTED_MEDIA_TYPE", "Unsupported Media Type", "BadRequestException");

    public static GatewayFault Timeout { get; } = new("INTEGRATION_TIMEOUT", "Endpoint request timed out", "InternalServerErrorException");

    public static GatewayFault Unreachable { get; } = new("INTEGRATION_FAILURE", "Network error communicating with endpoint", "InternalServerErrorException");

    public static GatewayFault Configuration { get; } = new("API_CONFIGURATION_ERROR", "Internal server error", "InternalServerErrorException");

    /// <summary>The status where the type has none.</summary>
    public int Status { get; init; } = StatusCodes.Status500InternalServerError;

    public static GatewayFault Denied(string message) => new("ACCESS_DENIED", message, "AccessDeniedException");

    public static GatewayFault MissingParameters(IEnumerable<string> names) =>
        new("BAD_REQUEST_PARAMETERS", $"Missing required request parameters: [{string.Join(", ", names)}]", "BadRequestException");
}
