using System.Text.Json.Serialization;
using FluentValidation;
using Portal.Shared.Connections;

namespace Portal.Shared.Stages;

/// <summary>Lists the domain names of an account and Region: names of one's own, with the stages that answer below their paths and the DNS record that each needs.</summary>
[Demands(Policies.ReadConnections)]
[Limited(60)]
public sealed record ListDomainNames(Guid ConnectionId) : IRequest<Page<DomainNameView>>;

/// <summary>What a domain name is, but its name.</summary>
public interface IDomainNameTerms
{
    /// <summary>The certificate for the name, of ACM in the same Region.</summary>
    string CertificateArn { get; }

    /// <summary>TLS_1_2, TLS_1_0, or one of AWS's newer policies.</summary>
    string SecurityPolicy { get; }

    /// <summary>What clients' certificates are held against, in S3; null where clients need none.</summary>
    string? TruststoreUri { get; }

    string? TruststoreVersion { get; }

    /// <summary>ipv4 or dualstack; null is ipv4 for a new name, and as it is for another.</summary>
    string? IpAddressType { get; }

    IReadOnlyList<DomainMapping> Mappings { get; }

    /// <summary>What decides where calls go (<see cref="RoutingModes"/>); null is by mappings for a new name, and as it is for another.</summary>
    string? RoutingMode { get; }

    /// <summary>The rules by which it chooses, where the mode lets them; null is none for a new name, and as they are for another. Those that lead to foreign stages stay.</summary>
    IReadOnlyList<RoutingRule>? RoutingRules { get; }

    /// <summary>Who may call a private name, as JSON; null is nobody for a new one, and as it is for another.</summary>
    string? Policy { get; }

    /// <summary>The VPC endpoints of the account that reach a private name; null is none for a new one, and as they are for another.</summary>
    IReadOnlyList<string>? VpcEndpoints { get; }
}

/// <summary>A path of a domain name, and the stage that answers below it.</summary>
public sealed record DomainMapping
{
    /// <summary>"/" for all of it, or as in "/v1".</summary>
    public required string Path { get; init; }

    /// <summary>The portal's id of a stage on this connection; null where the mapping is to a foreign one, which can only stay as it is.</summary>
    public required Guid? StageId { get; init; }
}

/// <summary>Proposes a domain name with its mappings and routing rules. It is a change set, approved like any other.</summary>
[Demands(Policies.ManageConnections)]
public sealed record ProposeDomainName : IRequest<ProposedChange>, IDomainNameTerms, IConcerns
{
    [JsonIgnore]
    public Guid ConnectionId { get; init; }

    /// <summary>The team whose run it is.</summary>
    public required Guid TeamId { get; init; }

    /// <summary>As in "api.example.com". It cannot change.</summary>
    public required string Name { get; init; }

    /// <summary>REGIONAL, or PRIVATE for a name that VPC endpoints alone reach. It cannot change.</summary>
    public string EndpointType { get; init; } = DomainEndpoints.Regional;

    public required string CertificateArn { get; init; }

    public string SecurityPolicy { get; init; } = "TLS_1_2";

    public string? TruststoreUri { get; init; }

    public string? TruststoreVersion { get; init; }

    public string? IpAddressType { get; init; }

    public IReadOnlyList<DomainMapping> Mappings { get; init; } = [];

    public string? RoutingMode { get; init; }

    public IReadOnlyList<RoutingRule>? RoutingRules { get; init; }

    public string? Policy { get; init; }

    public IReadOnlyList<string>? VpcEndpoints { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Team, TeamId);
}

public sealed class ProposeDomainNameValidator : AbstractValidator<ProposeDomainName>
{
    public ProposeDomainNameValidator()
    {
        RuleFor(request => request.Name).Must(name => name is { Length: <= 253 } && DomainRules.HostName().IsMatch(name)).WithMessage("A domain name is written as api.example.com, in small letters.");
        RuleFor(request => request.EndpointType).Must(type => type is DomainEndpoints.Regional or DomainEndpoints.Private).WithMessage("A name is REGIONAL or PRIVATE.");
        Include(new DomainNameTermsValidator());
        When(request => request.EndpointType is DomainEndpoints.Private, () => Include(new PrivateNameValidator()));
        RuleFor(request => request.Name).Must(name => name?.StartsWith('*') is not true).When(request => request.EndpointType is DomainEndpoints.Private).WithMessage("A private name has no star.");
        RuleFor(request => request.Policy).Null().When(request => request.EndpointType is not DomainEndpoints.Private).WithMessage("Private names alone have a policy.");
        RuleFor(request => request.VpcEndpoints).Empty().When(request => request.EndpointType is not DomainEndpoints.Private).WithMessage("Private names alone are reached by VPC endpoints.");
    }
}

/// <summary>Proposes other terms, mappings or routing rules of a domain name that is the portal's: all of them as they shall be. Mappings and rules that lead to foreign stages stay.</summary>
[Demands(Policies.ManageConnections)]
public sealed record ProposeDomainNameChange : IRequest<ProposedChange>, IDomainNameTerms, IConcerns
{
    [JsonIgnore]
    public Guid ConnectionId { get; init; }

    /// <summary>The portal's id.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    public required Guid TeamId { get; init; }

    public required string CertificateArn { get; init; }

    public required string SecurityPolicy { get; init; }

    public string? TruststoreUri { get; init; }

    public string? TruststoreVersion { get; init; }

    public string? IpAddressType { get; init; }

    public required IReadOnlyList<DomainMapping> Mappings { get; init; }

    public string? RoutingMode { get; init; }

    public IReadOnlyList<RoutingRule>? RoutingRules { get; init; }

    public string? Policy { get; init; }

    public IReadOnlyList<string>? VpcEndpoints { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Team, TeamId);
}

public sealed class ProposeDomainNameChangeValidator : AbstractValidator<ProposeDomainNameChange>
{
    public ProposeDomainNameChangeValidator() => Include(new DomainNameTermsValidator());
}

/// <summary>Proposes to delete a domain name that is the portal's, with its mappings.</summary>
[Demands(Policies.ManageConnections)]
public sealed record ProposeDomainNameDeletion : IRequest<ProposedChange>, IConcerns
{
    [JsonIgnore]
    public Guid ConnectionId { get; init; }

    /// <summary>The portal's id.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    public required Guid TeamId { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Team, TeamId);
}
