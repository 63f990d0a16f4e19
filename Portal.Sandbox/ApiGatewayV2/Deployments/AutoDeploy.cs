using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.ApiGatewayV2.Stages;
using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGatewayV2.Deployments;

/// <summary>
/// Stages that deploy by themselves get every change. A deployment that was made so and is no longer served goes when the next one comes;
/// how long the service keeps it is not documented.
/// </summary>
internal static class AutoDeploy
{
    public static WholeApi Apply(WholeApi whole, DateTimeOffset now)
    {
        Stage[] stages = [.. whole.Stages.Values.Where(stage => stage.AutoDeploy is true)];
        if (stages is [])
        {
            return whole;
        }

        if (whole.Definition.Routes.Count is 0)
        {
            return With(whole, stages.Select(stage => stage with { LastDeploymentStatusMessage = $"Deployment attempt failed: {DeploymentOperations.NoRoutes}" }));
        }

        var deployment = new Deployment
        {
            DeploymentId = Ids.Short(),
            Description = "Automatic deployment triggered by changes to the Api configuration",
            CreatedDate = now,
            AutoDeployed = true,
            Definition = whole.Definition,
        };
        var served = With(whole, stages.Select(stage => stage.Serving(deployment.DeploymentId, now)));
        return served with
        {
            Deployments = Map<Deployment>.Of(
            [
                .. served.Deployments.Where(pair => !pair.Value.AutoDeployed || served.Stages.Values.Any(stage => stage.DeploymentId == pair.Key)),
                KeyValuePair.Create(deployment.DeploymentId, deployment),
            ]),
        };
    }

    private static WholeApi With(WholeApi whole, IEnumerable<Stage> stages) =>
        stages.Aggregate(whole, (state, stage) => state with { Stages = state.Stages.With(stage.StageName, stage) });
}
