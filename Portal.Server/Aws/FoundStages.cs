using Amazon.APIGateway.Model;
using Portal.Server.Gateway;

namespace Portal.Server.Aws;

/// <summary>Stages as they are found, and what of them the portal knows that it does not know.</summary>
internal static class FoundStages
{
    public static FoundStage Of(string restApiId, Stage stage, OwnerTags owners) => new()
    {
        ApiId = restApiId,
        Name = stage.StageName,
        Mark = stage.Tags?.GetValueOrDefault(RestApis.Mark),
        Owner = owners.Of(stage.Tags),
        DeploymentId = stage.DeploymentId,
        Description = string.IsNullOrEmpty(stage.Description) ? null : stage.Description,
        Variables = LiveParts.Texts(stage.Variables),
        AccessLog = Stages.AccessLogOf(stage),
        Settings = StageSettings.Of(stage),
        LeftAlone = [.. LeftAlone(stage)],
    };

    /// <summary>An import of a document resets them, and they stand in no document.</summary>
    public static IEnumerable<string> VpcEndpoints(RestApi head)
    {
        if (head.EndpointConfiguration?.VpcEndpointIds is { Count: > 0 } endpoints)
        {
            yield return $"It names VPC endpoints ({string.Join(", ", endpoints)}), which the portal does not know: they stay as they are.";
        }
    }

    private static IEnumerable<string> LeftAlone(Stage stage)
    {
        if (stage.CanarySettings is not null)
        {
            yield return "a canary";
        }
    }
}
