namespace Portal.Server.Gateway;

/// <summary>
/// The 21 answers that API Gateway gives by itself, with the status each has while nobody changes it.
/// The two DEFAULT types have none: they stand for the others.
/// </summary>
internal static class GatewayResponseTypes
{
    /// <summary>What every type answers while its templates are left alone.</summary>
    public static readonly SortedMap<string> DefaultTemplates = new([new("application/json", """{"message":$context.error.messageString}""")]);

    public static readonly SortedMap<string?> DefaultStatus = new(
    [
        new("ACCESS_DENIED", "403"),
        new("API_CONFIGURATION_ERROR", "500"),
        new("AUTHORIZER_CONFIGURATION_ERROR", "500"),
        new("AUTHORIZER_FAILURE", "500"),
        new("BAD_REQUEST_BODY", "400"),
        new("BAD_REQUEST_PARAMETERS", "400"),
        new("DEFAULT_4XX", null),
        new("DEFAULT_5XX", null),
        new("EXPIRED_TOKEN", "403"),
        new("INTEGRATION_FAILURE", "504"),
        new("INTEGRATION_TIMEOUT", "504"),
        new("INVALID_API_KEY", "403"),
        new("INVALID_SIGNATURE", "403"),
        new("MISSING_AUTHENTICATION_TOKEN", "403"),
        new("QUOTA_EXCEEDED", "429"),
        new("REQUEST_TOO_LARGE", "413"),
        new("RESOURCE_NOT_FOUND", "404"),
        new("THROTTLED", "429"),
        new("UNAUTHORIZED", "401"),
        new("UNSUPPORTED_MEDIA_TYPE", "415"),
        new("WAF_FILTERED", "403"),
    ]);
}
