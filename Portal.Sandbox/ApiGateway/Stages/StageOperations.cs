using System.Text.Json.Serialization;
using Portal.Sandbox.ApiGateway.Documentation;
using Portal.Sandbox.ApiGateway.DomainNames;
using Portal.Sandbox.ApiGateway.RestApis;
using Portal.Sandbox.ApiGateway.Tags;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGateway.Stages;

/// <summary>The names under which deployments are served.</summary>
internal static class StageOperations
{
    private const string Template = "/restapis/{restapi_id}/stages";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateStage", "POST", Template, Create),
        new(Gateway.Service, "GetStages", "GET", Template, List),
        new(Gateway.Service, "GetStage", "GET", $"{Template}/{{stage_name}}", call => Answer.Ok(Find(call.Region.Api(call["restapi_id"]), call), WireJson.Default.Stage)),
        new(Gateway.Service, "UpdateStage", "PATCH", $"{Template}/{{stage_name}}", Update),
        new(Gateway.Service, "DeleteStage", "DELETE", $"{Template}/{{stage_name}}", Delete),
        new(Gateway.Service, "FlushStageCache", "DELETE", $"{Template}/{{stage_name}}/cache/data", call => Flush(call, call.Region.Caches.FlushAnswers)),
        new(Gateway.Service, "FlushStageAuthorizersCache", "DELETE", $"{Template}/{{stage_name}}/cache/authorizers", call => Flush(call, call.Region.Caches.FlushAuthorizers)),
    ];

    private static Answer Create(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var name = call.Body.Text("stageName") ?? "";
        StageRules.CheckName(name);
        if (entry.Stages.ContainsKey(name))
        {
            throw AwsError.Conflict("Stage already exists");
        }

        var deploymentId = call.Body.Text("deploymentId") ?? "";
        CheckDeployment(entry, deploymentId);
        var stage = StageRules.New(call, name, deploymentId) with
        {
            Description = call.Body.Text("description"),
            Variables = StageRules.Variables(call.Body.Texts("variables")),
            DocumentationVersion = call.Body.Text("documentationVersion"),
            CanarySettings = call.Body.Object("canarySettings") is { } canary ? StageRules.Canary(canary, canary.Text("deploymentId") ?? deploymentId) : null,
            TracingEnabled = call.Body.Flag("tracingEnabled") ?? false,
            Tags = TagRules.Checked(call.Body.Texts("tags")),
        };
        if (stage.CanarySettings is { } settings)
        {
            CheckDeployment(entry, settings.DeploymentId);
        }

        Limits.Check(entry.Stages.Count + 1, Limits.Stages, "stages", "this API");
        DocumentationVersionOperations.Check(entry, stage.DocumentationVersion);
        stage = StageRules.WithCache(stage, call.Body.Flag("cacheClusterEnabled"), call.Body.Text("cacheClusterSize"));
        call.Region.Put(entry with { Stages = entry.Stages.With(name, stage) });
        return Answer.Created(StageRules.Beginning(stage, null), WireJson.Default.Stage);
    }

    /// <summary>The one list without pages.</summary>
    private static Answer List(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var deployment = call.Query["deploymentId"].ToString();
        return Answer.Ok(new StageList([.. entry.Stages.Values.Where(stage => deployment is "" || stage.DeploymentId == deployment)]), WireJson.Default.StageList);
    }

    private static Answer Update(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var before = Find(entry, call);
        var stage = PatchOperation.Of(call).Aggregate(before, (state, patch) => StagePatch.Apply(entry, state, patch)) with { LastUpdatedDate = call.Now };
        StageRules.CheckAround(call.Region, entry, before, stage);
        call.Region.Put(entry with { Stages = entry.Stages.With(stage.StageName, stage) });
        return Answer.Ok(StageRules.Beginning(stage, before), WireJson.Default.Stage);
    }

    private static Answer Delete(Call call)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        var name = Find(entry, call).StageName;
        BasePathMappingOperations.CheckUnmapped(call.Region, entry.Id, name);
        call.Region.Put(entry with { Stages = entry.Stages.Without(name) });
        return Answer.Accepted;
    }

    private static Answer Flush(Call call, Action<string, string> flush)
    {
        var entry = call.Region.Api(call["restapi_id"]);
        flush(entry.Id, Find(entry, call).StageName);
        return Answer.Accepted;
    }

    public static void CheckDeployment(ApiEntry entry, string deploymentId)
    {
        if (!entry.Deployments.ContainsKey(deploymentId))
        {
            throw AwsError.BadRequest("Deployment id does not exist");
        }
    }

    public static Stage Find(ApiEntry entry, Call call) =>
        entry.Stages.Find(call["stage_name"]) ?? throw AwsError.NotFound("Invalid stage identifier specified");
}

internal sealed record StageList([property: JsonPropertyName("item")] IReadOnlyList<Stage> Items);
