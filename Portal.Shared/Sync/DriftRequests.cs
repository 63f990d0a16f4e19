using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Sync;

/// <summary>Lists what was found where a gateway is not as the portal left it: what is open first, the latest first.</summary>
[Demands(Policies.PreviewChanges)]
public sealed record ListDrift : IRequest<Page<FindingView>>
{
    public FindingState? State { get; init; }

    /// <summary>Only findings about this: "RestApi/ID", "UsagePlan/ID".</summary>
    public string? Subject { get; init; }

    public Guid? Connection { get; init; }

    public int Skip { get; init; }

    /// <summary>1 to 100.</summary>
    public int Take { get; init; } = 25;
}

public sealed class ListDriftValidator : AbstractValidator<ListDrift>
{
    public ListDriftValidator()
    {
        RuleFor(request => request.State).IsInEnum().WithMessage("There is no such state.");
        RuleFor(request => request.Subject).MaximumLength(200).WithMessage("A subject has at most 200 characters.");
        RuleFor(request => request.Skip).GreaterThanOrEqualTo(0).WithMessage("Skip none or more.");
        RuleFor(request => request.Take).InclusiveBetween(1, 100).WithMessage("Take between 1 and 100.");
    }
}

/// <summary>Asks for one finding.</summary>
[Demands(Policies.PreviewChanges)]
public sealed record GetFinding(Guid Id) : IRequest<FindingView>, IConcerns
{
    [JsonIgnore]
    public Concern Concern => new(ConcernKind.DriftFinding, Id);
}

/// <summary>Asks how far the checks have come, over all that one reaches or of one subject.</summary>
[Demands(Policies.PreviewChanges)]
public sealed record GetDriftStatus : IRequest<DriftStatus>
{
    public string? Subject { get; init; }

    public Guid? Connection { get; init; }
}

/// <summary>Has the gateway looked at now: everything that one reaches, a connection, or one subject. The answer is how far it is; <see cref="GetDriftStatus"/> tells the rest.</summary>
[Demands(Policies.PreviewChanges)]
public sealed record CheckDrift : IRequest<DriftStatus>
{
    public string? Subject { get; init; }

    public Guid? Connection { get; init; }

    public DriftLook Look { get; init; } = DriftLook.Full;
}

public sealed class CheckDriftValidator : AbstractValidator<CheckDrift>
{
    public CheckDriftValidator()
    {
        RuleFor(request => request.Look).IsInEnum().WithMessage("A look is Quick or Full.");
        RuleFor(request => request.Subject).MaximumLength(200).WithMessage("A subject has at most 200 characters.");
    }
}

/// <summary>Proposes a change set that brings back what the portal left there. It is approved like any other.</summary>
[Demands(Policies.ApplyChanges)]
public sealed record RestoreDrift : IRequest<RestoredDrift>, IConcerns
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Whether all that is open of the same API or usage plan there is brought back with it.</summary>
    public bool All { get; init; }

    [JsonIgnore]
    public Concern Concern => new(ConcernKind.DriftFinding, Id);
}

/// <summary>Has the portal take over what is there: an API as a new revision of its document, a stage's variables and release, a usage plan's terms.</summary>
[Demands(Policies.ApplyChanges)]
public sealed record TakeOverDrift : IRequest<TakenDrift>, IConcerns
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>Whether all that is open of the same API or usage plan there, and can be, is taken over with it.</summary>
    public bool All { get; init; }

    [JsonIgnore]
    public Concern Concern => new(ConcernKind.DriftFinding, Id);
}

/// <summary>Says that it is well as it is, until it changes again.</summary>
[Demands(Policies.ApplyChanges)]
public sealed record IgnoreDrift(Guid Id) : IRequest<FindingView>, IConcerns
{
    [JsonIgnore]
    public Concern Concern => new(ConcernKind.DriftFinding, Id);
}

/// <summary>Takes up again what was ignored.</summary>
[Demands(Policies.ApplyChanges)]
public sealed record ReopenDrift(Guid Id) : IRequest<FindingView>, IConcerns
{
    [JsonIgnore]
    public Concern Concern => new(ConcernKind.DriftFinding, Id);
}
