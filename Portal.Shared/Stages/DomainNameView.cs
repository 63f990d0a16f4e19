using Portal.Shared.Connections;

namespace Portal.Shared.Stages;

public sealed record DomainNameView
{
    /// <summary>The portal's id; null where it is not the portal's.</summary>
    public required Guid? Id { get; init; }

    public required string Name { get; init; }

    public required string EndpointType { get; init; }

    public required string CertificateArn { get; init; }

    public required string SecurityPolicy { get; init; }

    public required string? TruststoreUri { get; init; }

    public required string? TruststoreVersion { get; init; }

    /// <summary>ipv4 or dualstack.</summary>
    public string IpAddressType { get; init; } = "ipv4";

    /// <summary>What decides where calls go.</summary>
    public string RoutingMode { get; init; } = RoutingModes.ByMappings;

    /// <summary>The rules, the first first, whether or not the mode lets them decide.</summary>
    public IReadOnlyList<RoutingRuleView> RoutingRules { get; init; } = [];

    /// <summary>Null of a public name.</summary>
    public PrivateNameView? Private { get; init; }

    /// <summary>AVAILABLE, UPDATING, PENDING and more, as AWS has it.</summary>
    public required string Status { get; init; }

    public required string? StatusMessage { get; init; }

    /// <summary>To what DNS shall point the name: a CNAME, or an alias in Route 53.</summary>
    public required string? Target { get; init; }

    /// <summary>The hosted zone of the target, for an alias.</summary>
    public required string? HostedZone { get; init; }

    public required IReadOnlyList<DomainMappingView> Mappings { get; init; }

    public required ThingStanding Standing { get; init; }

    public required string? OwnedBy { get; init; }
}

/// <param name="Path">"/", "/v1".</param>
/// <param name="Stage">"prod of Pets", by the portal's names; by AWS's of a foreign one.</param>
/// <param name="StageId">The portal's id; null of a foreign one.</param>
public sealed record DomainMappingView(string Path, string Stage, Guid? StageId);

/// <param name="Priority">The one with the least that fits decides.</param>
/// <param name="Conditions">In words, all of which must hold; none for every call.</param>
/// <param name="Stage">Where it leads: "prod of Pets", by AWS's names of a foreign one.</param>
/// <param name="StripsBasePath">Whether the path that it asks for is taken off before the API is called.</param>
/// <param name="Rule">The same to be changed; null where it leads to a foreign stage, or asks for what no form says: it stays as it is.</param>
public sealed record RoutingRuleView(int Priority, IReadOnlyList<string> Conditions, string Stage, bool StripsBasePath, RoutingRule? Rule = null);

/// <param name="NameId">What tells it from others of the same name.</param>
/// <param name="Policy">Who may call it, as JSON.</param>
/// <param name="VpcEndpoints">The VPC endpoints that were let in; null where AWS does not tell.</param>
public sealed record PrivateNameView(string NameId, string? Policy, IReadOnlyList<string>? VpcEndpoints);
