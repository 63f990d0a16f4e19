using Portal.Sandbox.ApiGateway.Deployments;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Stages;

/// <summary>What CreateDeployment does to the stage that it names: points it at the deployment, makes it, or starts a canary on it.</summary>
internal static class StageOfDeployment
{
    public static ApiEntry Apply(Call call, ApiEntry entry, Deployment deployment)
    {
        var name = call.Body.Text("stageName");
        if (call.Body.Object("canarySettings") is { } canary)
        {
            return Canary(call, entry, deployment, name, canary);
        }

        if (string.IsNullOrEmpty(name))
        {
            return entry;
        }

        StageRules.CheckName(name);
        var stage = entry.Stages.TryGetValue(name, out var existing)
            ? existing with { DeploymentId = deployment.Id, LastUpdatedDate = call.Now }
            : StageRules.New(call, name, deployment.Id);
        Limits.Check(entry.Stages.Count + (entry.Stages.ContainsKey(name) ? 0 : 1), Limits.Stages, "stages", "this API");
        stage = stage with
        {
            Description = call.Body.Text("stageDescription") ?? stage.Description,
            Variables = call.Body.Texts("variables") is { } variables ? StageRules.Variables(variables) : stage.Variables,
            TracingEnabled = call.Body.Flag("tracingEnabled") ?? stage.TracingEnabled,
        };
        return entry with { Stages = entry.Stages.With(name, StageRules.WithCache(stage, call.Body.Flag("cacheClusterEnabled"), call.Body.Text("cacheClusterSize"))) };
    }

    private static ApiEntry Canary(Call call, ApiEntry entry, Deployment deployment, string? name, RequestBody canary)
    {
        if (string.IsNullOrEmpty(name))
        {
            throw AwsError.BadRequest($"Invalid deployment content specified.Non null and non empty stageName must be provided for canary deployment. Provided value is {name ?? "null"}");
        }

        if (!entry.Stages.TryGetValue(name, out var stage))
        {
            throw AwsError.BadRequest($"Invalid deployment content specified.Stage {name} must already be created before making a canary release deployment");
        }

        return entry with { Stages = entry.Stages.With(name, stage with { CanarySettings = StageRules.Canary(canary, deployment.Id), LastUpdatedDate = call.Now }) };
    }
}
