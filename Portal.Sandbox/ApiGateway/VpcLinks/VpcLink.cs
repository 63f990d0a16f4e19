using System.Text.Json.Serialization;
using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGateway.VpcLinks;

/// <summary>A way to a load balancer in a private network, as GetVpcLink shows it.</summary>
internal sealed record VpcLink
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public required IReadOnlyList<string> TargetArns { get; init; }

    /// <summary>PENDING in the answer that makes it; there is nothing to wait for here.</summary>
    public required string Status { get; init; }

    public string? StatusMessage { get; init; }

    public Map<string>? Tags { get; init; }

    [JsonIgnore]
    public VpcLink Ready => this with { Status = "AVAILABLE", StatusMessage = "Your vpc link is ready for use" };
}
