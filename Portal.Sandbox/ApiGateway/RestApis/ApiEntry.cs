using Portal.Sandbox.ApiGateway.Deployments;
using Portal.Sandbox.ApiGateway.Documentation;
using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.RestApis;

/// <summary>All that is held of one REST API: its working definition, its deployments and its stages. Replaced whole by every change.</summary>
internal sealed record ApiEntry
{
    public required RestApi Api { get; init; }

    public required ApiDefinition Definition { get; init; }

    public Map<Deployment> Deployments { get; init; } = Map<Deployment>.Empty;

    public Map<Stage> Stages { get; init; } = Map<Stage>.Empty;

    public WholeDocumentation Documentation { get; init; } = WholeDocumentation.Empty;

    public string Id => Api.Id;
}
