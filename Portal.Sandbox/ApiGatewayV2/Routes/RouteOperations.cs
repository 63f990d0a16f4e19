using Portal.Sandbox.ApiGateway;
using Portal.Sandbox.ApiGatewayV2.Apis;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Routes;

/// <summary>The routes of an API.</summary>
internal static class RouteOperations
{
    private const string Template = "/v2/apis/{apiId}/routes";
    private const string One = $"{Template}/{{routeId}}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new(Gateway.Service, "CreateRoute", "POST", Template, Create),
        new(Gateway.Service, "GetRoutes", "GET", Template, List),
        new(Gateway.Service, "GetRoute", "GET", One, call => Answer.Ok(Find(WholeApi.Of(call), call), JsonV2.Default.Route)),
        new(Gateway.Service, "UpdateRoute", "PATCH", One, Update),
        new(Gateway.Service, "DeleteRoute", "DELETE", One, Delete),
        new(Gateway.Service, "DeleteRouteRequestParameter", "DELETE", $"{One}/requestparameters/{{requestParameterKey}}", DeleteParameter),
    ];

    private static Answer Create(Call call)
    {
        var whole = WholeApi.Of(call);
        return Answer.Created(Kept(call, whole, new Route { RouteId = IdsV2.Inner(), RouteKey = "" }.With(call.Body)), JsonV2.Default.Route);
    }

    private static Answer List(Call call) => Answer.Ok(PageV2<Route>.Of(call, WholeApi.Of(call).Definition.Routes, route => route.RouteId, route => route), JsonV2.Default.PageV2Route);

    private static Answer Update(Call call)
    {
        var whole = WholeApi.Of(call);
        var route = Find(whole, call);
        var changed = route.With(call.Body);
        if (route.ApiGatewayManaged is true && changed.RouteKey != route.RouteKey)
        {
            throw AwsError.BadRequest("The key of a route that was made by quick create is changed by UpdateApi");
        }

        return Answer.Ok(Kept(call, whole, changed), JsonV2.Default.Route);
    }

    private static Answer Delete(Call call)
    {
        var whole = WholeApi.Of(call);
        var route = Find(whole, call);
        var routes = whole.Definition.Routes.Without(route.RouteId);
        var stages = whole.Stages.Select(pair => KeyValuePair.Create(pair.Key, pair.Value with { RouteSettings = pair.Value.RouteSettings.Without(route.RouteKey) }));
        (whole with { Stages = Map<Stages.Stage>.Of(stages) }).Change(call, whole.Definition with { Routes = routes, RouteResponses = whole.Definition.RouteResponses.Without(route.RouteId) });
        return Answer.NoContent;
    }

    private static Answer DeleteParameter(Call call)
    {
        var whole = WholeApi.Of(call);
        var route = Find(whole, call);
        if (route.RequestParameters?.ContainsKey(call["requestParameterKey"]) is not true)
        {
            throw AwsError.NotFound("Invalid parameter name specified");
        }

        Kept(call, whole, route with { RequestParameters = route.RequestParameters.Without(call["requestParameterKey"]).OrNull() });
        return Answer.NoContent;
    }

    private static Route Kept(Call call, WholeApi whole, Route route)
    {
        RouteRules.Check(whole.Definition, route);
        whole.Change(call, whole.Definition with { Routes = whole.Definition.Routes.With(route.RouteId, route) });
        return route;
    }

    private static Route Find(WholeApi whole, Call call) =>
        whole.Definition.Routes.Find(call["routeId"]) ?? throw AwsError.NotFound("Invalid Route identifier specified");
}
