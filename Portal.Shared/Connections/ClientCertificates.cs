using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Connections;

/// <summary>Lists the client certificates of an account and Region, which API Gateway shows backends so that they know who calls. Those that end first come first.</summary>
[Demands(Policies.ReadConnections)]
[Limited(60)]
public sealed record ListClientCertificates(Guid ConnectionId) : IRequest<Page<ClientCertificateView>>;

/// <summary>Asks which stages show backends which client certificate. Each API takes a call: a hundred APIs are looked at, which takes some seconds, and the answer says how many there are.</summary>
[Demands(Policies.ReadConnections)]
[Limited(60)]
public sealed record GetCertificateUses(Guid ConnectionId) : IRequest<CertificateUsesView>
{
    /// <summary>How many APIs were looked at before, and are left out.</summary>
    public int LeftOut { get; init; }
}

public sealed class GetCertificateUsesValidator : AbstractValidator<GetCertificateUses>
{
    public GetCertificateUsesValidator() => RuleFor(request => request.LeftOut).GreaterThanOrEqualTo(0).WithMessage("No fewer than none can be left out.");
}

/// <summary>Asks for the public part of a client certificate, which backends are to trust. AWS never tells the private one.</summary>
[Demands(Policies.ReadConnections)]
[Limited(60)]
public sealed record GetCertificatePem(Guid ConnectionId, string AwsId) : IRequest<CertificatePem>;

/// <summary>Proposes to generate a client certificate. It is a change set, approved like any other.</summary>
[Demands(Policies.ManageConnections)]
public sealed record ProposeClientCertificate : IRequest<ProposedChange>, IConcerns
{
    [JsonIgnore]
    public Guid ConnectionId { get; init; }

    /// <summary>The team whose run it is.</summary>
    public required Guid TeamId { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>AWS's id of the one whose place it shall take: the run then says which stages are to be pointed at the new one.</summary>
    public string? Replaces { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Team, TeamId);
}

public sealed class ProposeClientCertificateValidator : AbstractValidator<ProposeClientCertificate>
{
    public ProposeClientCertificateValidator()
    {
        RuleFor(request => request.Description).IsCertificateDescription();
        RuleFor(request => request.Replaces).MaximumLength(100).WithMessage("An id has at most 100 characters.");
    }
}

/// <summary>Proposes another description of a client certificate that is the portal's.</summary>
[Demands(Policies.ManageConnections)]
public sealed record ProposeCertificateDescription : IRequest<ProposedChange>, IConcerns
{
    [JsonIgnore]
    public Guid ConnectionId { get; init; }

    /// <summary>The portal's id.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    public required Guid TeamId { get; init; }

    public required string Description { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Team, TeamId);
}

public sealed class ProposeCertificateDescriptionValidator : AbstractValidator<ProposeCertificateDescription>
{
    public ProposeCertificateDescriptionValidator() => RuleFor(request => request.Description).IsCertificateDescription();
}

/// <summary>Proposes to delete a client certificate that is the portal's. Refused while a stage shows it.</summary>
[Demands(Policies.ManageConnections)]
public sealed record ProposeCertificateDeletion : IRequest<ProposedChange>, IConcerns
{
    [JsonIgnore]
    public Guid ConnectionId { get; init; }

    /// <summary>The portal's id.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    public required Guid TeamId { get; init; }

    Concern IConcerns.Concern => new(ConcernKind.Team, TeamId);
}

/// <summary>A change set of something that belongs to an account and Region.</summary>
/// <param name="RunId">The run that waits for approval.</param>
/// <param name="IsEmpty">Nothing would change: AWS has it so already, and the run is done.</param>
public sealed record ProposedChange(Guid RunId, bool IsEmpty);

public sealed record ClientCertificateView
{
    /// <summary>The portal's id; null where it is not the portal's.</summary>
    public required Guid? Id { get; init; }

    public required string AwsId { get; init; }

    public required string? Description { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>AWS signs them for a year, and renews none.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public required CertificateAge Age { get; init; }

    public required ThingStanding Standing { get; init; }

    /// <summary>The tool that owns it, in words; null where none does.</summary>
    public required string? OwnedBy { get; init; }
}

/// <summary>How near the end of a certificate is.</summary>
public enum CertificateAge
{
    Good,

    /// <summary>It ends within 30 days.</summary>
    EndsSoon,

    /// <summary>It has ended: backends that check it refuse calls.</summary>
    Ended,
}

/// <summary>How something that belongs to an account stands to the portal.</summary>
public enum ThingStanding
{
    /// <summary>It bears no tag of a portal.</summary>
    Foreign,

    /// <summary>It was imported, and is looked at only until it is adopted.</summary>
    Imported,

    /// <summary>It bears the portal's tag.</summary>
    Ours,

    /// <summary>It bears the tag of another portal.</summary>
    Elsewhere,
}

/// <param name="Certificates">Those that are in use.</param>
/// <param name="Apis">How many REST APIs there are.</param>
/// <param name="Looked">At the stages of how many of them was looked, with those that were left out.</param>
public sealed record CertificateUsesView(IReadOnlyList<CertificateUse> Certificates, int Apis, int Looked)
{
    public bool IsWhole => Looked >= Apis;

    /// <summary>With what was found in the next APIs.</summary>
    public CertificateUsesView With(CertificateUsesView next) => new(
        [.. Certificates.Concat(next.Certificates).GroupBy(use => use.AwsId).OrderBy(uses => uses.Key, StringComparer.Ordinal).Select(uses => new CertificateUse(uses.Key, [.. uses.SelectMany(use => use.Stages).Order(StringComparer.OrdinalIgnoreCase)]))],
        next.Apis,
        next.Looked);

    public IReadOnlyList<string> Of(string awsId) => Certificates.FirstOrDefault(use => use.AwsId == awsId)?.Stages ?? [];
}

/// <param name="AwsId">AWS's id of the certificate; the ARN of one of ACM.</param>
/// <param name="Stages">"prod of Pets", by AWS's names.</param>
public sealed record CertificateUse(string AwsId, IReadOnlyList<string> Stages);

/// <param name="Name">A name for a file.</param>
/// <param name="Text">The certificate as PEM.</param>
public sealed record CertificatePem(string Name, string Text);
