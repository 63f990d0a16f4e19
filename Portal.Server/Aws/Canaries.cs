using System.Globalization;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Canaries of stages: reads them, and says what of one differs as operations of the stage's one PATCH.</summary>
internal static class Canaries
{
    /// <summary>Null where there is none.</summary>
    public static CanarySpec? OrNull(Stage stage) => stage.CanarySettings is not { DeploymentId: { Length: > 0 } deployment } canary ? null : new CanarySpec
    {
        PercentTraffic = canary.PercentTraffic ?? 0,
        Deployment = deployment,
        Overrides = LiveParts.Texts(canary.StageVariableOverrides),
        UseStageCache = canary.UseStageCache ?? false,
    };

    /// <summary>None where nothing is to be said of it. One that is to be otherwise is taken away first: a variable cannot be taken from it alone.</summary>
    public static IEnumerable<PatchOperation> Of(CanarySpec? before, CanarySpec? after)
    {
        if (after is null || before == after)
        {
            yield break;
        }

        if (before is { IsThere: true })
        {
            yield return new PatchOperation { Op = Op.Remove, Path = "/canarySettings" };
        }

        if (after.IsThere)
        {
            yield return Replace("deploymentId", after.Deployment!);
            yield return Replace("percentTraffic", after.PercentTraffic.ToString(CultureInfo.InvariantCulture));
            yield return Replace("useStageCache", after.UseStageCache ? "true" : "false");

            foreach (var (name, value) in after.Overrides)
            {
                yield return Replace($"stageVariableOverrides/{name}", value);
            }
        }
    }

    private static PatchOperation Replace(string member, string value) => new() { Op = Op.Replace, Path = $"/canarySettings/{member}", Value = value };
}
