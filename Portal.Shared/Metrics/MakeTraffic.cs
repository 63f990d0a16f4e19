using FluentValidation;

namespace Portal.Shared.Metrics;

/// <summary>Has the portal's own sandbox make up days of calls of the stages that somebody's teams run there, so that there is something to see. No AWS account is touched.</summary>
[Demands(Policies.MakeTraffic)]
[Limited(6)]
public sealed record MakeTraffic : IRequest<MadeTraffic>
{
    /// <summary>1 to 14, up to now. What was made up before is not made up again.</summary>
    public int Days { get; init; } = 7;
}

public sealed class MakeTrafficValidator : AbstractValidator<MakeTraffic>
{
    public MakeTrafficValidator() => RuleFor(request => request.Days).InclusiveBetween(1, 14).WithMessage("Make up between 1 and 14 days.");
}

/// <summary>What was made up.</summary>
public sealed record MadeTraffic
{
    public required int Stages { get; init; }

    public required long Calls { get; init; }

    /// <summary>When the incident began that one stage had; null where none was made up.</summary>
    public required DateTimeOffset? IncidentFrom { get; init; }

    public required DateTimeOffset? IncidentTo { get; init; }
}
