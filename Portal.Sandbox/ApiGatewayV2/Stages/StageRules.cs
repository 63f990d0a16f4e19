using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.Wire;
using RestStageRules = Portal.Sandbox.ApiGateway.Stages.StageRules;

namespace Portal.Sandbox.ApiGatewayV2.Stages;

/// <summary>Checks of stages: those of REST APIs where the rule is the same. Texts of the others are not recorded from the service, but for that of routes in settings.</summary>
internal static class StageRules
{
    public const string DeploysItself = "A stage with autoDeploy has no deployment that could be set";

    private const int MostTags = 50;

    public static void CheckName(Definition definition, string name)
    {
        if (!(definition.IsHttp && name is Stage.Default))
        {
            RestStageRules.CheckName(name);
        }
    }

    /// <summary>A stage that quick create made cannot be changed.</summary>
    public static Stage Changeable(Stage stage) => stage.ApiGatewayManaged is true
        ? throw AwsError.BadRequest("The stage $default of an API that was made by quick create is managed by API Gateway and cannot be changed")
        : stage;

    /// <param name="whole">The API with everything else that it holds.</param>
    /// <param name="stage">The stage as it would be.</param>
    /// <param name="deploymentId">The deployment that the call gives.</param>
    public static void Check(WholeApi whole, Stage stage, string? deploymentId)
    {
        if (deploymentId is not null && stage.AutoDeploy is true)
        {
            throw AwsError.BadRequest(DeploysItself);
        }

        if (deploymentId is not null && !whole.Deployments.ContainsKey(deploymentId))
        {
            throw AwsError.BadRequest("Deployment id does not exist");
        }

        foreach (var key in stage.RouteSettings.Keys)
        {
            if (whole.Definition.Routes.Values.All(route => route.RouteKey != key))
            {
                throw AwsError.NotFound($"Unable to find Route by key {key} within the provided RouteSettings");
            }
        }

        if (whole.Definition.IsHttp && stage.RouteSettings.Values.Append(stage.DefaultRouteSettings).Any(settings => settings.LoggingLevel is not null || settings.DataTraceEnabled is true))
        {
            throw AwsError.BadRequest("Execution logs are not supported on protocol type HTTP");
        }

        RestStageRules.Variables(stage.StageVariables);
        CheckAccessLog(stage.AccessLogSettings);
        if (stage.Tags.Count > MostTags)
        {
            throw AwsError.BadRequest("Too many tags: a stage can have 50");
        }
    }

    private static void CheckAccessLog(AccessLogSettings? settings)
    {
        if (settings?.DestinationArn is { } arn)
        {
            RestStageRules.CheckAccessLogTarget(arn);
        }

        if (settings?.Format is { } format)
        {
            RestStageRules.CheckAccessLogFormat(format);
        }
    }
}
