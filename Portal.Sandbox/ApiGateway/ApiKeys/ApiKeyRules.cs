using System.Security.Cryptography;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.ApiKeys;

/// <summary>Checks of API keys, with the service's texts where they are recorded; the others are worded after them.</summary>
internal static class ApiKeyRules
{
    private const int ShortestValue = 20;
    private const int LongestValue = 128;
    private const int LongestName = 1_024;

    // The text is recorded from the service, the length is what its callers found.
    private const int LongestDescription = 125_000;

    /// <summary>An empty value is generated: forty letters and digits.</summary>
    public static string Value(string? value) => value switch
    {
        null or "" => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 40),
        { Length: < ShortestValue } => throw AwsError.BadRequest("API Key value should be at least 20 characters"),
        { Length: > LongestValue } => throw AwsError.BadRequest("API Key value exceeds maximum size of 128 characters"),
        _ => value,
    };

    public static string? Name(string? name) => name is { Length: > LongestName }
        ? throw AwsError.BadRequest("Invalid API Key name, can be at most 1024 characters.")
        : name;

    public static string? Description(string? description) => description is { Length: > LongestDescription }
        ? throw AwsError.BadRequest("Invalid API Key description specified.")
        : description;

    /// <summary>"api/stage" of a stage that is there.</summary>
    public static string StageKey(Call call, string apiId, string stage) => call.Region.Find(apiId)?.Stages.ContainsKey(stage) is true
        ? $"{apiId}/{stage}"
        : throw AwsError.NotFound("Invalid stage identifier specified");
}
