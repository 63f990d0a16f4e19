using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.ApiGatewayV2.Stages;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Deployments;

/// <summary>Frozen definitions: made, described, deleted, never changed.</summary>
internal static class DeploymentOperations
{
    public const string NoRoutes = "Unable to deploy API because no routes exist in this API";

    private const string Template = "/v2/apis/{apiId}/deployments";
    private const string One = $"{Template}/{{deploymentId}}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateDeployment", "POST", Template, Create),
        new(Gateway.Service, "GetDeployments", "GET", Template, List),
        new(Gateway.Service, "GetDeployment", "GET", One, call => Answer.Ok(Find(WholeApi.Of(call), call).Shown, JsonV2.Default.Deployment)),
        new(Gateway.Service, "UpdateDeployment", "PATCH", One, Update),
        new(Gateway.Service, "DeleteDeployment", "DELETE", One, Delete),
    ];

    private static Answer Create(Call call)
    {
        var whole = WholeApi.Of(call);
        if (whole.Definition.Routes.Count is 0)
        {
            throw AwsError.BadRequest(NoRoutes);
        }

        var deployment = new Deployment
        {
            DeploymentId = Ids.Short(),
            Description = call.Body.Text("description"),
            CreatedDate = call.Now,
            AutoDeployed = false,
            Definition = whole.Definition,
        };
        var deployed = whole with { Deployments = whole.Deployments.With(deployment.DeploymentId, deployment) };
        if (call.Body.Text("stageName") is { } name)
        {
            var stage = StageRules.Changeable(StageOperations.Find(whole, name));
            if (stage.AutoDeploy is true)
            {
                throw AwsError.BadRequest(StageRules.DeploysItself);
            }

            deployed = deployed with { Stages = whole.Stages.With(name, stage.Serving(deployment.DeploymentId, call.Now)) };
        }

        WholeApi.Keep(call, deployed);
        return Answer.Created(deployment.Shown, JsonV2.Default.Deployment);
    }

    private static Answer List(Call call) => Answer.Ok(
        PageV2<Deployment>.Of(call, WholeApi.Of(call).Deployments, deployment => deployment.DeploymentId, deployment => deployment.Shown),
        JsonV2.Default.PageV2Deployment);

    private static Answer Update(Call call)
    {
        var whole = WholeApi.Of(call);
        var deployment = Find(whole, call);
        deployment = deployment with { Description = call.Body.Text("description") ?? deployment.Description };
        WholeApi.Keep(call, whole with { Deployments = whole.Deployments.With(deployment.DeploymentId, deployment) });
        return Answer.Ok(deployment.Shown, JsonV2.Default.Deployment);
    }

    private static Answer Delete(Call call)
    {
        var whole = WholeApi.Of(call);
        var deployment = Find(whole, call);
        if (whole.Stages.Values.Any(stage => stage.DeploymentId == deployment.DeploymentId))
        {
            throw AwsError.BadRequest("Active stages pointing to this deployment must be moved or deleted");
        }

        WholeApi.Keep(call, whole with { Deployments = whole.Deployments.Without(deployment.DeploymentId) });
        return Answer.NoContent;
    }

    private static Deployment Find(WholeApi whole, Call call) =>
        whole.Deployments.Find(call["deploymentId"]) ?? throw AwsError.NotFound("Invalid Deployment identifier specified");
}
