using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Sync;

/// <summary>Lists runs, the newest first.</summary>
[Demands(Policies.PreviewChanges)]
public sealed record ListRuns : IRequest<Page<RunSummary>>
{
    public RunState? State { get; init; }

    /// <summary>Only runs about this: "RestApi/ID", "UsagePlan/ID".</summary>
    public string? Subject { get; init; }

    public Guid? Connection { get; init; }

    public int Skip { get; init; }

    /// <summary>1 to 100.</summary>
    public int Take { get; init; } = 25;
}

public sealed class ListRunsValidator : AbstractValidator<ListRuns>
{
    public ListRunsValidator()
    {
        RuleFor(request => request.State).IsInEnum().WithMessage("There is no such state.");
        RuleFor(request => request.Subject).MaximumLength(200).WithMessage("A subject has at most 200 characters.");
        RuleFor(request => request.Skip).GreaterThanOrEqualTo(0).WithMessage("Skip none or more.");
        RuleFor(request => request.Take).InclusiveBetween(1, 100).WithMessage("Take between 1 and 100.");
    }
}

/// <summary>A run with its steps in words and lines, and how far it is.</summary>
[Demands(Policies.PreviewChanges)]
public sealed record GetRun(Guid Id) : IRequest<RunView>, IConcerns
{
    [JsonIgnore]
    public Concern Concern => new(ConcernKind.ChangeRun, Id);
}

/// <summary>Asks for one step with nothing shortened.</summary>
[Demands(Policies.PreviewChanges)]
public sealed record GetStepText(Guid Id, int Ordinal) : IRequest<StepText>, IConcerns
{
    [JsonIgnore]
    public Concern Concern => new(ConcernKind.ChangeRun, Id);
}

/// <summary>Asks for the run as Markdown, as long as a comment of a pull request may be, or as long as one wants.</summary>
[Demands(Policies.PreviewChanges)]
public sealed record GetRunAsText(Guid Id) : IRequest<RunText>, IConcerns
{
    /// <summary>So many characters it has at most; what does not fit is counted. GitHub takes comments of 65,536.</summary>
    public int Most { get; init; } = RunText.Comment;

    [JsonIgnore]
    public Concern Concern => new(ConcernKind.ChangeRun, Id);
}

public sealed class GetRunAsTextValidator : AbstractValidator<GetRunAsText>
{
    public GetRunAsTextValidator() => RuleFor(request => request.Most).InclusiveBetween(RunText.Least, RunText.Longest).WithMessage(RunText.MostRule);
}

/// <summary>Approves a proposed run: exactly the steps of this fingerprint will be applied.</summary>
[Demands(Policies.ApplyChanges)]
public sealed record ApproveRun : IRequest<RunView>, IConcerns
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The fingerprint that the run had when it was read.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The version that the run had when it was read.</summary>
    public required int Version { get; init; }

    /// <summary>What was typed, where the run asks for a name.</summary>
    public string? ConfirmedName { get; init; }

    [JsonIgnore]
    public Concern Concern => new(ConcernKind.ChangeRun, Id);
}

public sealed class ApproveRunValidator : AbstractValidator<ApproveRun>
{
    public ApproveRunValidator()
    {
        RuleFor(request => request.Fingerprint).Length(64).WithMessage("A fingerprint has 64 hex digits.");
        RuleFor(request => request.ConfirmedName).MaximumLength(300).WithMessage("A name has at most 300 characters.");
    }
}

/// <summary>Sets a run aside: at once if it has not begun, else after the step at hand.</summary>
[Demands(Policies.ApplyChanges)]
public sealed record CancelRun(Guid Id) : IRequest<RunView>, IConcerns
{
    [JsonIgnore]
    public Concern Concern => new(ConcernKind.ChangeRun, Id);
}

/// <summary>Goes on with a run that stopped: only what is not done is tried, and only where the gateway is still as it was.</summary>
[Demands(Policies.ApplyChanges)]
public sealed record RetryRun(Guid Id) : IRequest<RunView>, IConcerns
{
    [JsonIgnore]
    public Concern Concern => new(ConcernKind.ChangeRun, Id);
}

/// <summary>Proposes a new run that takes back what this one did. It has to be approved like any other.</summary>
[Demands(Policies.ApplyChanges)]
public sealed record ProposeUndo(Guid Id) : IRequest<RunView>, IConcerns
{
    [JsonIgnore]
    public Concern Concern => new(ConcernKind.ChangeRun, Id);
}
