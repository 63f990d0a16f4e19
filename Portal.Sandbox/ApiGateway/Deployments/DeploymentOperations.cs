using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Deployments;

/// <summary>Frozen definitions: made, described, deleted, never changed.</summary>
internal static class DeploymentOperations
{
    private const string Template = "/restapis/{restapi_id}/deployments";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateDeployment", "POST", Template, Create),
        new(Gateway.Service, "GetDeployments", "GET", Template, List),
        new(Gateway.Service, "GetDeployment", "GET", $"{Template}/{{deployment_id}}", Get),
        new(Gateway.Service, "UpdateDeployment", "PATCH", $"{Template}/{{deployment_id}}", Update),
        new(Gateway.Service, "DeleteDeployment", "DELETE", $"{Template}/{{deployment_id}}", Delete),
    ];

    private static Answer Create(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        CheckDeployable(entry.Definition);
        var deployment = new Deployment
        {
            Id = Ids.Short(),
            Description = call.Body.Text("description"),
            CreatedDate = call.Now,
            Snapshot = new(entry.Api with { Warnings = null }, entry.Definition),
        };
        var deployed = entry with { Deployments = entry.Deployments.With(deployment.Id, deployment) };
        call.Region.Put(StageOfDeployment.Apply(call, deployed, deployment));
        return Answer.Created(deployment.Shown, WireJson.Default.ShownDeployment);
    }

    private static Answer List(Call call) => Answer.Ok(
        Page<ShownDeployment>.Of(call, call.Region.Api(call["restapi_id"]).Deployments, deployment => deployment.Id, deployment => deployment.Shown),
        WireJson.Default.PageShownDeployment);

    private static Answer Get(Call call)
    {
        var deployment = Find(call.Region.Api(call["restapi_id"]), call);
        var embeds = call.Query["embed"].Any(value => value?.Split(',').Contains("apisummary", StringComparer.OrdinalIgnoreCase) is true);
        return Answer.Ok(embeds ? deployment.Shown with { ApiSummary = Summary(deployment.Snapshot.Definition) } : deployment.Shown, WireJson.Default.ShownDeployment);
    }

    private static Answer Update(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var deployment = PatchOperation.Of(call).Aggregate(Find(entry, call), (state, patch) => patch is { Op: "replace", Path: "/description" }
            ? state with { Description = patch.Value }
            : throw patch.NotSupported("/description"));
        call.Region.Put(entry with { Deployments = entry.Deployments.With(deployment.Id, deployment) });
        return Answer.Ok(deployment.Shown, WireJson.Default.ShownDeployment);
    }

    private static Answer Delete(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var deployment = Find(entry, call);
        if (entry.Stages.Values.Any(stage => stage.DeploymentId == deployment.Id || stage.CanarySettings?.DeploymentId == deployment.Id))
        {
            throw AwsError.BadRequest("Active stages pointing to this deployment must be moved or deleted");
        }

        call.Region.Put(entry with { Deployments = entry.Deployments.Without(deployment.Id) });
        return Answer.Accepted;
    }

    private static Deployment Find(ApiEntry entry, Call call) =>
        entry.Deployments.Find(call["deployment_id"]) ?? throw AwsError.NotFound("Invalid Deployment identifier specified");

    private static void CheckDeployable(ApiDefinition definition)
    {
        var methods = definition.Resources.Values.SelectMany(resource => resource.ResourceMethods?.Values ?? []).ToList();
        if (methods is [])
        {
            throw AwsError.BadRequest("The REST API doesn't contain any methods");
        }

        if (methods.Any(method => method.MethodIntegration is null))
        {
            throw AwsError.BadRequest("No integration defined for method");
        }
    }

    private static Map<Map<MethodSnapshot>> Summary(ApiDefinition definition) => Map<Map<MethodSnapshot>>.Of(
        from resource in definition.Resources.Values
        where resource.ResourceMethods is not null
        select KeyValuePair.Create(resource.Path, Map<MethodSnapshot>.Of(
            resource.ResourceMethods!.Select(pair => KeyValuePair.Create(pair.Key, new MethodSnapshot(pair.Value.AuthorizationType, pair.Value.ApiKeyRequired))))));
}
