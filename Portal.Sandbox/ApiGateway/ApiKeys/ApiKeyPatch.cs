using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.ApiKeys;

/// <summary>The patch paths of UpdateApiKey. A value is for good.</summary>
internal static class ApiKeyPatch
{
    public static ApiKey Apply(Call call, ApiKey key, PatchOperation patch) => (patch.Op, patch.Parts) switch
    {
        ("replace", ["name"]) => key with { Name = ApiKeyRules.Name(patch.Value) },
        ("replace", ["description"]) => key with { Description = ApiKeyRules.Description(patch.Value) },
        // As the service does: whatever is not "true" disables.
        ("replace", ["enabled"]) => key with { Enabled = StagePatch.Flag(patch.Value) },
        ("replace", ["customerId"]) => key with { CustomerId = patch.Value },
        ("add", ["stages"]) when patch.Value?.Split('/') is [var api, var stage] => key with { StageKeys = [.. key.StageKeys.Append(ApiKeyRules.StageKey(call, api, stage)).Distinct()] },
        ("remove", ["stages"]) => key with { StageKeys = [.. key.StageKeys.Where(stage => stage != patch.Value)] },
        _ => throw patch.NotSupported("/description", "/enabled", "/name", "/customerId"),
    };
}
