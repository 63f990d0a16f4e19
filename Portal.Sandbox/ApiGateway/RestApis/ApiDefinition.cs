using Portal.Sandbox.ApiGateway.Authorizers;
using Portal.Sandbox.ApiGateway.GatewayResponses;
using Portal.Sandbox.ApiGateway.Models;
using Portal.Sandbox.ApiGateway.RequestValidators;
using Portal.Sandbox.ApiGateway.Resources;
using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.RestApis;

/// <summary>
/// What an API does. Immutable, so that a deployment is a reference to the definition of its moment, and unchanged parts are shared by all of them.
/// </summary>
internal sealed record ApiDefinition
{
    /// <summary>By id.</summary>
    public required Map<Resource> Resources { get; init; }

    /// <summary>By name.</summary>
    public Map<Model> Models { get; init; } = Map<Model>.Empty;

    public Map<RequestValidator> Validators { get; init; } = Map<RequestValidator>.Empty;

    public Map<Authorizer> Authorizers { get; init; } = Map<Authorizer>.Empty;

    /// <summary>By type; only those that were customised.</summary>
    public Map<GatewayResponse> GatewayResponses { get; init; } = Map<GatewayResponse>.Empty;

    public static ApiDefinition Of(Resource root) => new() { Resources = Map<Resource>.Of([new(root.Id, root)]) };

    public ApiDefinition With(Resource resource) => this with { Resources = Resources.With(resource.Id, resource) };
}
