using FluentValidation;

namespace Portal.Shared.Audit;

/// <summary>Searches the audit trail, the newest line first.</summary>
[Demands(Policies.ReadAudit)]
public sealed record ListAuditEvents : IRequest<Page<AuditLine>>
{
    /// <summary>Stands in the subject or the detail.</summary>
    public string? Words { get; init; }

    /// <summary>What a deed begins with: "catalog", or "catalog.import".</summary>
    public string? Deed { get; init; }

    public Guid? By { get; init; }

    public DateTimeOffset? From { get; init; }

    /// <summary>Not included.</summary>
    public DateTimeOffset? Until { get; init; }

    public int Skip { get; init; }

    /// <summary>1 to 100.</summary>
    public int Take { get; init; } = 25;
}

public sealed class ListAuditEventsValidator : AbstractValidator<ListAuditEvents>
{
    public ListAuditEventsValidator()
    {
        RuleFor(request => request.Words).MaximumLength(200).WithMessage("Search for at most 200 characters.");
        RuleFor(request => request.Deed).MaximumLength(100).WithMessage("A deed has at most 100 characters.");
        RuleFor(request => request.Until).GreaterThan(request => request.From).When(request => request.From is not null && request.Until is not null).WithMessage("The end comes after the beginning.");
        RuleFor(request => request.Skip).GreaterThanOrEqualTo(0).WithMessage("Skip none or more.");
        RuleFor(request => request.Take).InclusiveBetween(1, 100).WithMessage("Take between 1 and 100.");
    }
}

/// <summary>Proves the whole trail: that nothing in it was changed, taken out or put in since it was sealed.</summary>
[Demands(Policies.ReadAudit)]
[Limited(20)]
public sealed record VerifyAudit : IRequest<AuditVerdict>
{
    /// <summary>A head that was kept elsewhere, as NUMBER:HASH; the trail must still have it.</summary>
    public string? Head { get; init; }
}

public sealed class VerifyAuditValidator : AbstractValidator<VerifyAudit>
{
    public VerifyAuditValidator() =>
        RuleFor(request => request.Head).Matches("^[1-9][0-9]{0,17}:[0-9a-f]{64}$").When(request => request.Head is not null).WithMessage("A head is NUMBER:HASH, as the portal's log and this page say it.");
}

/// <summary>Takes the sealed trail away, to be proven where the portal is not.</summary>
[Demands(Policies.ReadAudit)]
[Limited(20)]
public sealed record ExportAudit : IRequest<AuditExport>;

/// <summary>Asks for the public parts of the keys that sealed the trail.</summary>
[Demands(Policies.ReadAudit)]
public sealed record GetAuditKeys : IRequest<AuditKeys>;
