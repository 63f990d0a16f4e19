using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Responses;

/// <summary>The responses of one route of a WebSocket API.</summary>
internal static class RouteResponseOperations
{
    private const string Template = "/v2/apis/{apiId}/routes/{routeId}/routeresponses";
    private const string One = $"{Template}/{{routeResponseId}}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateRouteResponse", "POST", Template, call => Answer.Created(Kept(call, new() { RouteResponseId = IdsV2.Inner(), RouteResponseKey = "" }), JsonV2.Default.RouteResponse)),
        new(Gateway.Service, "GetRouteResponses", "GET", Template, List),
        new(Gateway.Service, "GetRouteResponse", "GET", One, call => Answer.Ok(Find(call), JsonV2.Default.RouteResponse)),
        new(Gateway.Service, "UpdateRouteResponse", "PATCH", One, call => Answer.Ok(Kept(call, Find(call)), JsonV2.Default.RouteResponse)),
        new(Gateway.Service, "DeleteRouteResponse", "DELETE", One, Delete),
    ];

    private static Answer List(Call call) => Answer.Ok(PageV2<RouteResponse>.Of(call, Of(call), response => response.RouteResponseId, response => response), JsonV2.Default.PageV2RouteResponse);

    private static RouteResponse Kept(Call call, RouteResponse before)
    {
        var responses = Of(call);
        var whole = WholeApi.Of(call);
        var response = before.With(call.Body);
        if (whole.Definition.IsHttp)
        {
            throw AwsError.BadRequest("Route responses are only supported for WEBSOCKET APIs");
        }

        if (response.RouteResponseKey is not "$default")
        {
            throw AwsError.BadRequest("Invalid route response key specified");
        }

        if (responses.Values.Any(other => other.RouteResponseId != response.RouteResponseId && other.RouteResponseKey == response.RouteResponseKey))
        {
            throw AwsError.Conflict($"Route response with key {response.RouteResponseKey} already exists for this route");
        }

        Keep(call, whole, responses.With(response.RouteResponseId, response));
        return response;
    }

    private static Answer Delete(Call call)
    {
        Keep(call, WholeApi.Of(call), Of(call).Without(Find(call).RouteResponseId));
        return Answer.NoContent;
    }

    private static void Keep(Call call, WholeApi whole, Map<RouteResponse> responses) =>
        whole.Change(call, whole.Definition with { RouteResponses = whole.Definition.RouteResponses.With(call["routeId"], responses) });

    private static Map<RouteResponse> Of(Call call)
    {
        var definition = WholeApi.Of(call).Definition;
        return definition.Routes.ContainsKey(call["routeId"])
            ? definition.RouteResponses.Find(call["routeId"]) ?? Map<RouteResponse>.Empty
            : throw AwsError.NotFound("Invalid Route identifier specified");
    }

    private static RouteResponse Find(Call call) => Of(call).Find(call["routeResponseId"]) ?? throw AwsError.NotFound("Invalid RouteResponse identifier specified");
}
