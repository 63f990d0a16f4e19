using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Integrations;

/// <summary>What stands behind the routes of an API.</summary>
internal static class IntegrationOperations
{
    private const string Template = "/v2/apis/{apiId}/integrations";
    private const string One = $"{Template}/{{integrationId}}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateIntegration", "POST", Template, call => Answer.Created(Kept(call, new() { IntegrationId = IdsV2.Inner(), IntegrationType = "" }), JsonV2.Default.Integration)),
        new(Gateway.Service, "GetIntegrations", "GET", Template, List),
        new(Gateway.Service, "GetIntegration", "GET", One, call => Answer.Ok(Find(call), JsonV2.Default.Integration)),
        new(Gateway.Service, "UpdateIntegration", "PATCH", One, call => Answer.Ok(Kept(call, Find(call)), JsonV2.Default.Integration)),
        new(Gateway.Service, "DeleteIntegration", "DELETE", One, Delete),
    ];

    private static Answer List(Call call) => Answer.Ok(
        PageV2<Integration>.Of(call, WholeApi.Of(call).Definition.Integrations, integration => integration.IntegrationId, integration => integration),
        JsonV2.Default.PageV2Integration);

    private static Integration Kept(Call call, Integration before)
    {
        var whole = WholeApi.Of(call);
        var integration = IntegrationRules.Filled(whole.Definition, before.With(call.Body));
        IntegrationRules.Check(whole.Definition, integration);
        whole.Change(call, whole.Definition with { Integrations = whole.Definition.Integrations.With(integration.IntegrationId, integration) });
        return integration;
    }

    private static Answer Delete(Call call)
    {
        var integration = Find(call);
        var whole = WholeApi.Of(call);
        if (whole.Definition.Routes.Values.FirstOrDefault(route => route.Target == $"integrations/{integration.IntegrationId}") is { } user)
        {
            throw AwsError.Conflict($"Cannot delete integration '{integration.IntegrationId}', is referenced in route: {user.RouteKey}");
        }

        whole.Change(call, whole.Definition with
        {
            Integrations = whole.Definition.Integrations.Without(integration.IntegrationId),
            IntegrationResponses = whole.Definition.IntegrationResponses.Without(integration.IntegrationId),
        });
        return Answer.NoContent;
    }

    private static Integration Find(Call call) =>
        WholeApi.Of(call).Definition.Integrations.Find(call["integrationId"]) ?? throw AwsError.NotFound("Invalid Integration identifier specified");
}
