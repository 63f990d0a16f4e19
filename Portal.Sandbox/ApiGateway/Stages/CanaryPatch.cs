using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Stages;

/// <summary>Starting, tuning, promoting and dropping a canary by UpdateStage.</summary>
internal static class CanaryPatch
{
    public static Stage Apply(ApiEntry entry, Stage stage, PatchOperation patch)
    {
        var canary = stage.CanarySettings ?? new() { PercentTraffic = 0, DeploymentId = stage.DeploymentId, UseStageCache = false };
        return (patch.Op, patch.Parts) switch
        {
            ("remove", ["canarySettings"]) => stage with { CanarySettings = null },
            ("remove", [_, .. var rest]) => throw MethodSettingPatch.NothingToRemove($"canarySettings/{string.Join('/', rest)}"),
            ("add", _) => throw AwsError.BadRequest($"Invalid add operation with path: {patch.Path}"),
            ("replace", [_, "deploymentId"]) => stage with { CanarySettings = WithDeployment(entry, canary, patch.Value ?? "") },
            ("replace", [_, "percentTraffic"]) => stage with { CanarySettings = canary with { PercentTraffic = StageRules.Percent(StagePatch.Number(patch.Value)) } },
            ("replace", [_, "useStageCache"]) => stage with { CanarySettings = canary with { UseStageCache = StagePatch.Flag(patch.Value) } },
            ("replace", [_, "stageVariableOverrides", var name]) => stage with { CanarySettings = canary with { StageVariableOverrides = WithOverride(canary, name, patch.Value ?? "") } },
            ("copy", _) => Promoted(stage, patch),
            _ => throw MethodSettingPatch.BadPath(patch.Path),
        };
    }

    /// <summary>The two copies of a promotion: the canary's deployment over the stage's, its overrides merged into the stage's variables.</summary>
    public static Stage Promoted(Stage stage, PatchOperation patch)
    {
        if ((patch.Path, patch.From) is not (("/deploymentId", "/canarySettings/deploymentId") or ("/variables", "/canarySettings/stageVariableOverrides")))
        {
            throw AwsError.BadRequest($"Invalid copy operation with path: {patch.Path} and from {patch.From}. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]");
        }

        var canary = stage.CanarySettings ?? throw AwsError.BadRequest("Promotion not available. Canary does not exist.");
        return patch.Path is "/deploymentId"
            ? stage with { DeploymentId = canary.DeploymentId }
            : stage with { Variables = Map<string>.Of([.. stage.Variables ?? Map<string>.Empty, .. canary.StageVariableOverrides ?? Map<string>.Empty]).OrNull() };
    }

    private static CanarySettings WithDeployment(ApiEntry entry, CanarySettings canary, string deploymentId)
    {
        StageOperations.CheckDeployment(entry, deploymentId);
        return canary with { DeploymentId = deploymentId };
    }

    private static Map<string> WithOverride(CanarySettings canary, string name, string value)
    {
        StageRules.CheckVariable(name, value);
        return (canary.StageVariableOverrides ?? Map<string>.Empty).With(name, value);
    }
}
