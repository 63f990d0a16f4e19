using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2.Routes;

/// <summary>Which calls go to which integration, as GetRoute shows it.</summary>
internal sealed record Route
{
    public const string Default = "$default";

    public required string RouteId { get; init; }

    public required string RouteKey { get; init; }

    /// <summary><c>integrations/ID</c>.</summary>
    public string? Target { get; init; }

    public string AuthorizationType { get; init; } = "NONE";

    public string? AuthorizerId { get; init; }

    public IReadOnlyList<string>? AuthorizationScopes { get; init; }

    public bool ApiKeyRequired { get; init; }

    public string? OperationName { get; init; }

    public string? ModelSelectionExpression { get; init; }

    public string? RouteResponseSelectionExpression { get; init; }

    public Map<string>? RequestModels { get; init; }

    public Map<RequestParameter>? RequestParameters { get; init; }

    /// <summary>Made by quick create.</summary>
    public bool? ApiGatewayManaged { get; init; }

    public Route With(RequestBody body) => this with
    {
        RouteKey = body.Text("routeKey") ?? RouteKey,
        Target = body.Text("target") ?? Target,
        AuthorizationType = Choice.Of(body, "authorizationType", "authorization type", "NONE", "AWS_IAM", "CUSTOM", "JWT") ?? AuthorizationType,
        AuthorizerId = body.Text("authorizerId") ?? AuthorizerId,
        AuthorizationScopes = body.List("authorizationScopes") ?? AuthorizationScopes,
        ApiKeyRequired = body.Flag("apiKeyRequired") ?? ApiKeyRequired,
        OperationName = body.Text("operationName") ?? OperationName,
        ModelSelectionExpression = body.Text("modelSelectionExpression") ?? ModelSelectionExpression,
        RouteResponseSelectionExpression = body.Text("routeResponseSelectionExpression") ?? RouteResponseSelectionExpression,
        RequestModels = body.Has("requestModels") ? body.Texts("requestModels") : RequestModels,
        RequestParameters = body.ObjectsByName("requestParameters") is { } parameters
            ? Map<RequestParameter>.Of(parameters.Select(pair => KeyValuePair.Create(pair.Key, new RequestParameter(pair.Value.Flag("required") ?? false))))
            : RequestParameters,
    };
}

internal sealed record RequestParameter(bool Required);
