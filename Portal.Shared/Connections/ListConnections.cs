namespace Portal.Shared.Connections;

/// <summary>Lists the AWS accounts and Regions that the portal can enter, by name.</summary>
[Demands(Policies.ReadConnections)]
public sealed record ListConnections : IRequest<Page<ConnectionView>>;

public sealed record ConnectionView
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Region { get; init; }

    public required string? RoleArn { get; init; }

    /// <summary>The endpoint in use where it is not AWS's own.</summary>
    public required string? ServiceUrl { get; init; }

    /// <summary>The log group in which stages write down their calls; null where they write nothing.</summary>
    public required string? AccessLogGroupArn { get; init; }

    /// <summary>The tag by which things that Terraform owns are known; null where nobody said.</summary>
    public string? TerraformTag { get; init; }

    public required bool IsSandbox { get; init; }

    /// <summary>Whether the portal may change anything there.</summary>
    public required bool Writable { get; init; }

    public required int Version { get; init; }
}
