using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Stages;

/// <summary>
/// Proposes that the stages which show backends one client certificate show another: a change set for each API, with all its stages on the connection. Some APIs at a time, because AWS is asked about each;
/// the answer says how many are left. Nothing is written to AWS.
/// </summary>
[Demands(Policies.ApplyChanges)]
[Limited(20)]
public sealed record PointAtCertificate : IRequest<PointedStages>
{
    [JsonIgnore]
    public Guid ConnectionId { get; init; }

    /// <summary>AWS's id of the one that they show; the ARN of one of ACM.</summary>
    [JsonIgnore]
    public string From { get; init; } = "";

    /// <summary>AWS's id of the one that they shall show, of the same account and Region.</summary>
    public required string To { get; init; }
}

public sealed class PointAtCertificateValidator : AbstractValidator<PointAtCertificate>
{
    public PointAtCertificateValidator()
    {
        RuleFor(request => request.To).NotEmpty().WithMessage("Say which certificate they shall show.").MaximumLength(100).WithMessage("An id has at most 100 characters.");
        RuleFor(request => request.To).NotEqual(request => request.From).WithMessage("Choose another one than they show.");
    }
}

/// <param name="Runs">The change sets that wait for approval.</param>
/// <param name="Stages">The stages that they point at the other certificate: "prod of Pets".</param>
/// <param name="Left">What could not be proposed, and why, a sentence each.</param>
/// <param name="ApisLeft">Of how many APIs nothing is proposed yet: ask again.</param>
public sealed record PointedStages(IReadOnlyList<Guid> Runs, IReadOnlyList<string> Stages, IReadOnlyList<string> Left, int ApisLeft);
