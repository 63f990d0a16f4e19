using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
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

public sealed class DomainNameTermsValidator : AbstractValidator<IDomainNameTerms>
{
    public DomainNameTermsValidator()
    {
        RuleFor(terms => terms.CertificateArn).Must(arn => arn is { Length: <= 300 } && DomainRules.CertificateArn().IsMatch(arn)).WithMessage("A certificate is written as its ARN: arn:aws:acm:eu-west-1:123456789012:certificate/ID.");
        RuleFor(terms => terms.SecurityPolicy).Must(policy => policy is "TLS_1_0" or "TLS_1_2" || (policy is { Length: <= 100 } && policy.StartsWith("SecurityPolicy_", StringComparison.Ordinal))).WithMessage("A security policy is TLS_1_2, TLS_1_0, or one that begins with SecurityPolicy_.");
        RuleFor(terms => terms.TruststoreUri).Must(uri => string.IsNullOrEmpty(uri) || (uri.StartsWith("s3://", StringComparison.Ordinal) && uri.Length is > 7 and <= 1100)).WithMessage("A truststore is written as s3://BUCKET/KEY.");
        RuleFor(terms => terms.TruststoreVersion).MaximumLength(1024).WithMessage("A version has at most 1,024 characters.");
        RuleFor(terms => terms.IpAddressType).Must(type => type is null or "ipv4" or "dualstack").WithMessage("Addresses are ipv4 or dualstack.");
        RuleFor(terms => terms.Mappings).NotNull()
            .Must(mappings => mappings is null || mappings.Count <= 200).WithMessage("At most 200 mappings.")
            .Must(mappings => mappings is null || mappings.All(mapping => mapping?.Path is { Length: <= 300 } path && DomainRules.Path().IsMatch(path) && path is not ("/ping" or "/sping"))).WithMessage("A path is / or as in /v1 or /shop/v2; AWS keeps /ping and /sping for itself.")
            .Must(mappings => mappings is null || mappings.DistinctBy(mapping => mapping?.Path).Count() == mappings.Count).WithMessage("Of each path there is one mapping.");
        RuleFor(terms => terms.Policy).Must(policy => policy is null || (policy.Length <= 8192 && DomainRules.IsObject(policy))).WithMessage("A policy is written as JSON, with at most 8,192 characters.");
        RuleFor(terms => terms.VpcEndpoints)
            .Must(endpoints => endpoints is null || endpoints.Count <= 100).WithMessage("At most 100 VPC endpoints.")
            .Must(endpoints => endpoints is null || endpoints.All(endpoint => endpoint is not null && DomainRules.VpcEndpoint().IsMatch(endpoint))).WithMessage("A VPC endpoint is written as vpce-0123456789abcdef0.");
        Include(new RoutingRulesValidator());
    }
}

/// <summary>What is otherwise with names that VPC endpoints alone reach: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains.html</summary>
public sealed class PrivateNameValidator : AbstractValidator<IDomainNameTerms>
{
    public PrivateNameValidator()
    {
        RuleFor(terms => terms.SecurityPolicy).Must(policy => policy is "TLS_1_2").WithMessage("Private names speak TLS_1_2.");
        RuleFor(terms => terms.TruststoreUri).Must(string.IsNullOrEmpty).WithMessage("Private names ask for no certificates of clients.");
        RuleFor(terms => terms.IpAddressType).Must(type => type is null or "dualstack").WithMessage("Private names are dualstack.");
        RuleFor(terms => terms.Mappings).Must(mappings => mappings is null || mappings.All(mapping => mapping?.Path?.IndexOf('/', 1) is not > 0)).WithMessage("A path of a private name has one part; a routing rule may ask for more.");
    }
}

/// <summary>How names are reached, by AWS's names.</summary>
public static class DomainEndpoints
{
    public const string Regional = "REGIONAL";

    /// <summary>By VPC endpoints alone.</summary>
    public const string Private = "PRIVATE";
}

internal static partial class DomainRules
{
    public static bool IsObject(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);

            return document.RootElement.ValueKind is JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\Avpce-[0-9a-z-]{1,60}\z")]
    public static partial Regex VpcEndpoint();

    [GeneratedRegex(@"\A(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.){1,10}[a-z]{2,63}\z")]
    public static partial Regex HostName();

    [GeneratedRegex(@"\Aarn:aws[a-z-]{0,20}:(acm:[a-z0-9-]{1,40}|iam:):[0-9]{12}:(server-)?certificate/[A-Za-z0-9/_+=,.@-]{1,200}\z")]
    public static partial Regex CertificateArn();

    [GeneratedRegex(@"\A/([A-Za-z0-9$_.+!*'()-]{1,100}(/[A-Za-z0-9$_.+!*'()-]{1,100}){0,20})?\z")]
    public static partial Regex Path();
}

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
