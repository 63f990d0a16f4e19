using System.Text.Json;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.RestApis;

/// <summary>Checks of an API's own fields, with the service's texts.</summary>
internal static class RestApiRules
{
    private const int LargestCompressionSize = 10_485_760;
    private const int LongestPolicy = 8_192;

    public static int? CompressionSize(int? size) => size is null or (>= 0 and <= LargestCompressionSize)
        ? size
        : throw AwsError.BadRequest("Invalid minimum compression size, must be between 0 and 10485760");

    /// <summary>The policy as it is stored: the text escaped once more.</summary>
    public static string? Policy(string? policy)
    {
        if (string.IsNullOrEmpty(policy))
        {
            return null;
        }

        if (policy.Length > LongestPolicy || !IsPolicy(policy))
        {
            throw AwsError.BadRequest("Invalid policy document. Please check the policy syntax and ensure that Principals are valid.");
        }

        return policy.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
    }

    private static bool IsPolicy(string policy)
    {
        try
        {
            using var document = JsonDocument.Parse(policy);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("Statement", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
