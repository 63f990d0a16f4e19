using Portal.Sandbox.ApiGatewayV2.Deployments;
using Portal.Sandbox.ApiGatewayV2.Integrations;
using Portal.Sandbox.ApiGatewayV2.Routes;
using Portal.Sandbox.ApiGatewayV2.Stages;
using Portal.Sandbox.Wire;
using Route = Portal.Sandbox.ApiGatewayV2.Routes.Route;

namespace Portal.Sandbox.ApiGatewayV2.Apis;

/// <summary>An API with a <c>target</c>: one call makes its integration, its route and the stage <c>$default</c>, which the service then looks after.</summary>
internal static class QuickCreate
{
    public static bool Asked(Call call) => call.Body.Has("target") || call.Body.Has("routeKey") || call.Body.Has("credentialsArn");

    public static WholeApi Made(Call call, WholeApi whole)
    {
        if (!whole.Definition.IsHttp)
        {
            throw AwsError.BadRequest("A target is only supported for HTTP APIs");
        }

        var integration = Target(call, new() { IntegrationId = IdsV2.Inner(), IntegrationType = "", ApiGatewayManaged = true });
        var route = new Route { RouteId = IdsV2.Inner(), RouteKey = call.Body.Text("routeKey") ?? Route.Default, Target = $"integrations/{integration.IntegrationId}", ApiGatewayManaged = true };
        RouteRules.Check(whole.Definition with { Integrations = whole.Definition.Integrations.With(integration.IntegrationId, integration) }, route);
        var stage = Stage.New(Stage.Default, call.Now) with { AutoDeploy = true, ApiGatewayManaged = true };
        return AutoDeploy.Apply(
            whole with
            {
                Definition = whole.Definition with
                {
                    Integrations = whole.Definition.Integrations.With(integration.IntegrationId, integration),
                    Routes = whole.Definition.Routes.With(route.RouteId, route),
                },
                Stages = whole.Stages.With(stage.StageName, stage),
            },
            call.Now);
    }

    public static Definition Changed(Call call, Definition definition)
    {
        var integration = definition.Integrations.Values.FirstOrDefault(known => known.ApiGatewayManaged is true) ?? throw NotQuick();
        var route = definition.Routes.Values.FirstOrDefault(known => known.ApiGatewayManaged is true) ?? throw NotQuick();
        integration = Target(call, integration);
        route = route with { RouteKey = call.Body.Text("routeKey") ?? route.RouteKey };
        RouteRules.Check(definition, route);
        return definition with
        {
            Integrations = definition.Integrations.With(integration.IntegrationId, integration),
            Routes = definition.Routes.With(route.RouteId, route),
        };
    }

    private static Integration Target(Call call, Integration integration)
    {
        var target = call.Body.Text("target") ?? integration.IntegrationUri ?? "";
        var lambda = target.StartsWith("arn:", StringComparison.Ordinal);
        var aimed = integration with
        {
            IntegrationType = lambda ? "AWS_PROXY" : "HTTP_PROXY",
            IntegrationUri = target,
            IntegrationMethod = lambda ? "POST" : "ANY",
            PayloadFormatVersion = lambda ? "2.0" : "1.0",
            ConnectionType = "INTERNET",
            TimeoutInMillis = Integration.LongestHttp,
            CredentialsArn = call.Body.Text("credentialsArn") ?? integration.CredentialsArn,
        };
        IntegrationRules.CheckHttp(aimed);
        return aimed;
    }

    private static AwsError NotQuick() => AwsError.BadRequest("Target, route key and credentials can only be changed for an API that was made by quick create");
}
