using System.Text;
using System.Text.Json;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.RestApis;

/// <summary>Checks of an API's own fields, with the service's texts where they are recorded; the others are worded after them.</summary>
internal static class RestApiRules
{
    private const int LargestCompressionSize = 10_485_760;
    private const int LongestPolicy = 8_192;

    public static int? CompressionSize(int? size) => size is null or (>= 0 and <= LargestCompressionSize)
        ? size
        : throw AwsError.BadRequest("Invalid minimum compression size, must be between 0 and 10485760");

    /// <summary>Refuses one API more of its kind of endpoint than a Region may have.</summary>
    public static void CheckRoom(Region region, EndpointConfiguration endpoint)
    {
        var type = endpoint.Types[0];
        var most = type switch { "REGIONAL" => Limits.RegionalApis, "EDGE" => Limits.EdgeApis, _ => Limits.PrivateApis };
        Limits.Check(region.Apis.Values.Count(entry => entry.Api.EndpointConfiguration.Types[0] == type) + 1, most, $"{type} APIs", "this account");
    }

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

    /// <summary>A stored policy as it was given.</summary>
    public static string PlainPolicy(string stored)
    {
        StringBuilder plain = new(stored.Length);
        for (var i = 0; i < stored.Length; i++)
        {
            plain.Append(stored[i] is not '\\' || i + 1 == stored.Length ? stored[i] : stored[++i] switch { 'n' => '\n', 'r' => '\r', var other => other });
        }

        return plain.ToString();
    }

    public static string? SecurityPolicy(string? policy) => policy is null or "TLS_1_0" or "TLS_1_2" || policy.StartsWith("SecurityPolicy_", StringComparison.Ordinal)
        ? policy
        : throw AwsError.BadRequest("Invalid security policy specified");

    public static string? AccessMode(string? mode) => mode is null or "BASIC" or "STRICT"
        ? mode
        : throw AwsError.BadRequest("Invalid endpoint access mode specified. Valid options are BASIC,STRICT");

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
