using System.Text.Json;
using Portal.Sandbox.Execution.Policies;

namespace Portal.Sandbox.Execution.Authorizers;

/// <summary>Reads what an authorizer's function answers.</summary>
internal static class AuthorizerAnswer
{
    /// <summary><c>{"principalId", "policyDocument", "context", "usageIdentifierKey"}</c>; null if it has not that form.</summary>
    public static Decision? OfPolicy(byte[] payload) => Read(payload, static root =>
        root.TryGetProperty("principalId", out var principal) && principal.ValueKind is JsonValueKind.String or JsonValueKind.Number
        && root.TryGetProperty("policyDocument", out var document) && PolicyDocument.Of(document) is { } policy
        && Context(root) is { } context
            ? new(new()
            {
                PrincipalId = principal.ToString(),
                Values = context,
                UsageIdentifierKey = root.TryGetProperty("usageIdentifierKey", out var key) ? key.GetString() : null,
            }, policy, true)
            { PolicyText = document.GetRawText() }
            : null);

    /// <summary><c>{"isAuthorized", "context"}</c>, of HTTP APIs.</summary>
    public static Decision? OfSimple(byte[] payload) => Read(payload, static root =>
        root.TryGetProperty("isAuthorized", out var flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False && Context(root, nested: true) is { } context
            ? new(new() { Values = context }, null, flag.GetBoolean())
            : null);

    private static Decision? Read(byte[] payload, Func<JsonElement, Decision?> of)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return document.RootElement.ValueKind is JsonValueKind.Object ? of(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Plain values only, unless told otherwise; anything else makes the answer malformed.</summary>
    private static Dictionary<string, string>? Context(JsonElement root, bool nested = false)
    {
        if (!root.TryGetProperty("context", out var context) || context.ValueKind is JsonValueKind.Null)
        {
            return [];
        }

        return context.ValueKind is JsonValueKind.Object && (nested || context.EnumerateObject().All(member => member.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)))
            ? context.EnumerateObject().DistinctBy(member => member.Name).ToDictionary(member => member.Name, member => member.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? member.Value.GetRawText() : member.Value.ToString())
            : null;
    }
}
