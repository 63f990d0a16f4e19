using Portal.Sandbox.ApiGatewayV2.Apis;

namespace Portal.Sandbox.ApiGatewayV2.Deployments;

/// <summary>A frozen definition that stages point at. In an answer it is without the definition.</summary>
internal sealed record Deployment
{
    public required string DeploymentId { get; init; }

    public string? Description { get; init; }

    public required DateTimeOffset CreatedDate { get; init; }

    /// <summary>There is nothing to wait for here.</summary>
    public string DeploymentStatus { get; init; } = "DEPLOYED";

    public required bool AutoDeployed { get; init; }

    public Definition? Definition { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public Deployment Shown => this with { Definition = null };
}
