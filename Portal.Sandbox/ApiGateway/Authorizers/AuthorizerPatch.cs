using System.Globalization;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Authorizers;

/// <summary>The patch paths of UpdateAuthorizer.</summary>
internal static class AuthorizerPatch
{
    public static Authorizer Apply(Authorizer authorizer, PatchOperation patch) => (patch.Op, patch.Parts) switch
    {
        ("replace", ["name"]) => authorizer with { Name = patch.Value ?? "" },
        ("replace", ["type"]) => authorizer with { Type = AuthorizerRules.Type(patch.Value) },
        ("replace", ["authType"]) => authorizer with { AuthType = patch.Value },
        ("replace", ["authorizerUri"]) => authorizer with { AuthorizerUri = patch.Value },
        ("replace", ["authorizerCredentials"]) => authorizer with { AuthorizerCredentials = patch.Value is { Length: > 0 } ? patch.Value : null },
        ("replace", ["authorizerResultTtlInSeconds"]) => authorizer with { AuthorizerResultTtlInSeconds = int.TryParse(patch.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds) ? seconds : -1 },
        ("replace", ["identityValidationExpression"]) => authorizer with { IdentityValidationExpression = patch.Value },
        ("replace", ["identitySource"]) => authorizer with { IdentitySource = patch.Value },
        ("add" or "remove", ["identitySource"]) => authorizer with { IdentitySource = Sources(authorizer.IdentitySource, patch) },
        ("add" or "remove", ["providerARNs"]) => authorizer with { ProviderArns = EntryPatch.Listed(authorizer.ProviderArns, patch.Op, patch.Value) },
        _ => throw patch.NotSupported("/authorizerUri", "/authorizerCredentials", "/authorizerResultTtlInSeconds", "/authType", "/identitySource", "/identityValidationExpression", "/name", "/type"),
    };

    /// <summary>Several sources are one text with commas.</summary>
    private static string? Sources(string? sources, PatchOperation patch)
    {
        var before = sources?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        var after = patch.Op is "remove" && patch.Value is null ? [] : EntryPatch.Listed(before, patch.Op, patch.Value) ?? before;
        return after.Count is 0 ? null : string.Join(',', after);
    }
}
