using Portal.Sandbox.ApiGatewayV2.Routes;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Responses;

/// <summary>What a route of a WebSocket API sends back, as GetRouteResponse shows it.</summary>
internal sealed record RouteResponse
{
    public required string RouteResponseId { get; init; }

    public required string RouteResponseKey { get; init; }

    public string? ModelSelectionExpression { get; init; }

    public Map<string>? ResponseModels { get; init; }

    public Map<RequestParameter>? ResponseParameters { get; init; }

    public RouteResponse With(RequestBody body) => this with
    {
        RouteResponseKey = body.Text("routeResponseKey") ?? RouteResponseKey,
        ModelSelectionExpression = body.Text("modelSelectionExpression") ?? ModelSelectionExpression,
        ResponseModels = body.Has("responseModels") ? body.Texts("responseModels") : ResponseModels,
        ResponseParameters = body.ObjectsByName("responseParameters") is { } parameters
            ? Map<RequestParameter>.Of(parameters.Select(pair => KeyValuePair.Create(pair.Key, new RequestParameter(pair.Value.Flag("required") ?? false))))
            : ResponseParameters,
    };
}
