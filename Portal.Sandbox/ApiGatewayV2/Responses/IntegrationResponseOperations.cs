using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Responses;

/// <summary>The responses of one integration of a WebSocket API.</summary>
internal static class IntegrationResponseOperations
{
    private const string Template = "/v2/apis/{apiId}/integrations/{integrationId}/integrationresponses";
    private const string One = $"{Template}/{{integrationResponseId}}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateIntegrationResponse", "POST", Template, call => Answer.Created(Kept(call, new() { IntegrationResponseId = IdsV2.Inner(), IntegrationResponseKey = "" }), JsonV2.Default.IntegrationResponse)),
        new(Gateway.Service, "GetIntegrationResponses", "GET", Template, List),
        new(Gateway.Service, "GetIntegrationResponse", "GET", One, call => Answer.Ok(Find(call), JsonV2.Default.IntegrationResponse)),
        new(Gateway.Service, "UpdateIntegrationResponse", "PATCH", One, call => Answer.Ok(Kept(call, Find(call)), JsonV2.Default.IntegrationResponse)),
        new(Gateway.Service, "DeleteIntegrationResponse", "DELETE", One, Delete),
    ];

    private static Answer List(Call call) => Answer.Ok(PageV2<IntegrationResponse>.Of(call, Of(call), response => response.IntegrationResponseId, response => response), JsonV2.Default.PageV2IntegrationResponse);

    private static IntegrationResponse Kept(Call call, IntegrationResponse before)
    {
        var responses = Of(call);
        var whole = WholeApi.Of(call);
        var response = before.With(call.Body);
        if (whole.Definition.IsHttp)
        {
            throw AwsError.BadRequest("Integration responses are only supported for WEBSOCKET APIs");
        }

        if (response.IntegrationResponseKey is not "$default" && response.IntegrationResponseKey is not ['/', .., '/'])
        {
            throw AwsError.BadRequest("Invalid integration response key specified");
        }

        if (responses.Values.Any(other => other.IntegrationResponseId != response.IntegrationResponseId && other.IntegrationResponseKey == response.IntegrationResponseKey))
        {
            throw AwsError.Conflict($"Integration response with key {response.IntegrationResponseKey} already exists for this integration");
        }

        Keep(call, whole, responses.With(response.IntegrationResponseId, response));
        return response;
    }

    private static Answer Delete(Call call)
    {
        Keep(call, WholeApi.Of(call), Of(call).Without(Find(call).IntegrationResponseId));
        return Answer.NoContent;
    }

    private static void Keep(Call call, WholeApi whole, Map<IntegrationResponse> responses) =>
        whole.Change(call, whole.Definition with { IntegrationResponses = whole.Definition.IntegrationResponses.With(call["integrationId"], responses) });

    private static Map<IntegrationResponse> Of(Call call)
    {
        var definition = WholeApi.Of(call).Definition;
        return definition.Integrations.ContainsKey(call["integrationId"])
            ? definition.IntegrationResponses.Find(call["integrationId"]) ?? Map<IntegrationResponse>.Empty
            : throw AwsError.NotFound("Invalid Integration identifier specified");
    }

    private static IntegrationResponse Find(Call call) => Of(call).Find(call["integrationResponseId"]) ?? throw AwsError.NotFound("Invalid IntegrationResponse identifier specified");
}
