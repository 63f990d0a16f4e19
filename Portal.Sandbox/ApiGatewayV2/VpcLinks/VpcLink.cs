using Portal.Sandbox.State;

namespace Portal.Sandbox.ApiGatewayV2.VpcLinks;

/// <summary>A way into a private network, as GetVpcLink shows it.</summary>
internal sealed record VpcLink
{
    public required string VpcLinkId { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> SubnetIds { get; init; }

    public required IReadOnlyList<string> SecurityGroupIds { get; init; }

    public required DateTimeOffset CreatedDate { get; init; }

    /// <summary>There is nothing to wait for here.</summary>
    public string VpcLinkStatus { get; init; } = "AVAILABLE";

    public string VpcLinkStatusMessage { get; init; } = "VPC link is ready to route traffic";

    public string VpcLinkVersion { get; init; } = "V2";

    public Map<string> Tags { get; init; } = Map<string>.Empty;
}
