using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Stages as they are found, and what of them the portal knows that it does not know.</summary>
internal static class FoundStages
{
    public static FoundStage Of(string restApiId, Stage stage, Owners owners) => new()
    {
        ApiId = restApiId,
        Name = stage.StageName,
        Mark = stage.Tags?.GetValueOrDefault(RestApis.Mark),
        Owner = owners.Of($"restapis/{restApiId}/stages/{stage.StageName}", stage.Tags),
        DeploymentId = stage.DeploymentId,
        Description = string.IsNullOrEmpty(stage.Description) ? null : stage.Description,
        Variables = LiveParts.Texts(stage.Variables),
        AccessLog = Stages.AccessLogOf(stage),
        Settings = StageSettings.Of(stage),
        LeftAlone = [.. LeftAlone(stage)],
    };

    private static IEnumerable<string> LeftAlone(Stage stage)
    {
        if (stage.CanarySettings is not null)
        {
            yield return "a canary";
        }
    }
}
