using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.ApiGatewayV2.Deployments;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Stages;

/// <summary>The names under which deployments are served.</summary>
internal static class StageOperations
{
    private const string Template = "/v2/apis/{apiId}/stages";
    private const string One = $"{Template}/{{stageName}}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateStage", "POST", Template, Create),
        new(Gateway.Service, "GetStages", "GET", Template, List),
        new(Gateway.Service, "GetStage", "GET", One, call => Answer.Ok(Find(WholeApi.Of(call), call["stageName"]), JsonV2.Default.Stage)),
        new(Gateway.Service, "UpdateStage", "PATCH", One, Update),
        new(Gateway.Service, "DeleteStage", "DELETE", One, Delete),
        new(Gateway.Service, "DeleteAccessLogSettings", "DELETE", $"{One}/accesslogsettings", call => Changed(call, stage => stage with { AccessLogSettings = null })),
        new(Gateway.Service, "DeleteRouteSettings", "DELETE", $"{One}/routesettings/{{routeKey}}", DeleteRouteSettings),
        new(Gateway.Service, "ResetAuthorizersCache", "DELETE", $"{One}/cache/authorizers", ResetAuthorizers),
    ];

    private static Answer Create(Call call)
    {
        var whole = WholeApi.Of(call);
        var name = call.Body.Text("stageName") ?? "";
        StageRules.CheckName(whole.Definition, name);
        if (whole.Stages.ContainsKey(name))
        {
            throw AwsError.Conflict("Stage already exists");
        }

        var stage = Stage.New(name, call.Now).With(call.Body, call.Now) with { Tags = call.Body.Texts("tags") ?? Map<string>.Empty };
        return Answer.Created(Kept(call, whole, stage, call.Body.Text("deploymentId"), deploys: stage.AutoDeploy is true), JsonV2.Default.Stage);
    }

    private static Answer List(Call call) => Answer.Ok(PageV2<Stage>.Of(call, WholeApi.Of(call).Stages, stage => stage.StageName, stage => stage), JsonV2.Default.PageV2Stage);

    private static Answer Update(Call call)
    {
        var whole = WholeApi.Of(call);
        var before = StageRules.Changeable(Find(whole, call["stageName"]));
        var stage = before.With(call.Body, call.Now);
        return Answer.Ok(Kept(call, whole, stage, call.Body.Text("deploymentId"), deploys: stage.AutoDeploy is true && before.AutoDeploy is not true), JsonV2.Default.Stage);
    }

    private static Answer Delete(Call call)
    {
        var whole = WholeApi.Of(call);
        WholeApi.Keep(call, whole with { Stages = whole.Stages.Without(Find(whole, call["stageName"]).StageName) });
        return Answer.NoContent;
    }

    private static Answer DeleteRouteSettings(Call call)
    {
        var key = call["routeKey"];
        return Find(WholeApi.Of(call), call["stageName"]).RouteSettings.ContainsKey(key)
            ? Changed(call, stage => stage with { RouteSettings = stage.RouteSettings.Without(key) })
            : throw AwsError.NotFound($"Unable to find Route by key {key} within the provided RouteSettings");
    }

    private static Answer ResetAuthorizers(Call call)
    {
        call.Region.Caches.FlushAuthorizers(call["apiId"], call["stageName"]);
        return Changed(call, stage => stage);
    }

    private static Answer Changed(Call call, Func<Stage, Stage> change)
    {
        var whole = WholeApi.Of(call);
        var stage = change(StageRules.Changeable(Find(whole, call["stageName"]))) with { LastUpdatedDate = call.Now };
        WholeApi.Keep(call, whole with { Stages = whole.Stages.With(stage.StageName, stage) });
        return Answer.NoContent;
    }

    private static Stage Kept(Call call, WholeApi whole, Stage stage, string? deploymentId, bool deploys)
    {
        StageRules.Check(whole, stage, deploymentId);
        var changed = whole with { Stages = whole.Stages.With(stage.StageName, stage) };
        WholeApi.Keep(call, deploys ? AutoDeploy.Apply(changed, call.Now) : changed);
        return Find(WholeApi.Of(call), stage.StageName);
    }

    public static Stage Find(WholeApi whole, string name) => whole.Stages.Find(name) ?? throw AwsError.NotFound("Invalid stage identifier specified");
}
