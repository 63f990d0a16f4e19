using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.GatewayResponses;

/// <summary>The 21 types with the statuses that they have until somebody customises them; the two DEFAULT types have none of their own.</summary>
internal static class GatewayResponseTypes
{
    /// <summary>In the order in which AWS names them when it refuses an unknown one.</summary>
    public static readonly IReadOnlyList<(string Type, string? Status)> All =
    [
        ("REQUEST_TOO_LARGE", "413"), ("RESOURCE_NOT_FOUND", "404"), ("AUTHORIZER_CONFIGURATION_ERROR", "500"), ("MISSING_AUTHENTICATION_TOKEN", "403"),
        ("BAD_REQUEST_BODY", "400"), ("INVALID_SIGNATURE", "403"), ("INVALID_API_KEY", "403"), ("BAD_REQUEST_PARAMETERS", "400"), ("AUTHORIZER_FAILURE", "500"),
        ("UNAUTHORIZED", "401"), ("INTEGRATION_TIMEOUT", "504"), ("ACCESS_DENIED", "403"), ("DEFAULT_4XX", null), ("DEFAULT_5XX", null), ("WAF_FILTERED", "403"),
        ("QUOTA_EXCEEDED", "429"), ("THROTTLED", "429"), ("API_CONFIGURATION_ERROR", "500"), ("UNSUPPORTED_MEDIA_TYPE", "415"), ("INTEGRATION_FAILURE", "504"),
        ("EXPIRED_TOKEN", "403"),
    ];

    public const string DefaultTemplate = "{\"message\":$context.error.messageString}";

    private static readonly Map<string> DefaultTemplates = Map<string>.Of([new("application/json", DefaultTemplate)]);

    public static bool Knows(string type) => All.Any(known => known.Type == type);

    public static string Members => string.Join(", ", All.Select(known => known.Type));

    public static void Check(string type)
    {
        if (!Knows(type))
        {
            throw AwsError.Validation([AwsError.NotInEnum(type, "responseType", Members)]);
        }
    }

    /// <summary>
    /// The customised response of a type, else AWS's own; a status set on DEFAULT_4XX or DEFAULT_5XX holds for all types of that class
    /// that have no response of their own.
    /// </summary>
    public static GatewayResponse Of(Map<GatewayResponse> customised, string type)
    {
        if (customised.TryGetValue(type, out var own))
        {
            return own;
        }

        var status = All.First(known => known.Type == type).Status;
        if (status is not null && customised.TryGetValue(status[0] is '4' ? "DEFAULT_4XX" : "DEFAULT_5XX", out var general))
        {
            return new()
            {
                ResponseType = type,
                StatusCode = general.StatusCode ?? status,
                ResponseParameters = general.ResponseParameters,
                ResponseTemplates = general.ResponseTemplates,
                DefaultResponse = true,
            };
        }

        return new() { ResponseType = type, StatusCode = status, ResponseParameters = Map<string>.Empty, ResponseTemplates = DefaultTemplates, DefaultResponse = true };
    }
}
