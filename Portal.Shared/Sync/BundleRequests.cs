using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Sync;

/// <summary>Lists what AWS does not have as the portal wants it: first stages that do not run the latest revision, usage plans that were changed. AWS is not asked.</summary>
[Demands(Policies.PreviewChanges)]
public sealed record ListOutOfStep : IRequest<Page<PickView>>
{
    /// <summary>Only on this one; null is on all.</summary>
    public Guid? Connection { get; init; }

    /// <summary>Also later stages that do not run what the stage before them runs, or is to run.</summary>
    public bool LaterStages { get; init; }

    /// <summary>These instead, whether or not they are out of step: "RestApi/ID", "HttpApi/ID" or "WebSocketApi/ID" (its first stage), "Stage/ID", "UsagePlan/ID", "Run/ID" (a change set that waits for approval).</summary>
    public IReadOnlyList<string> Things { get; init; } = [];

    public int Skip { get; init; }

    /// <summary>1 to 100.</summary>
    public int Take { get; init; } = 100;
}

public sealed class ListOutOfStepValidator : AbstractValidator<ListOutOfStep>
{
    public ListOutOfStepValidator()
    {
        RuleFor(request => request.Things).AreThings();
        RuleFor(request => request.Skip).GreaterThanOrEqualTo(0).WithMessage("Skip none or more.");
        RuleFor(request => request.Take).InclusiveBetween(1, 100).WithMessage("Take between 1 and 100.");
    }
}

/// <summary>
/// Wants change sets for many things at once, a run for each, kept together as a bundle that is read and approved as one. They are proposed one after the other in the background; the bundle tells how far that is. Nothing is written to AWS.
/// </summary>
[Demands(Policies.ApplyChanges)]
[Limited(20)]
public sealed record ProposeBundle : IRequest<ProposedBundle>
{
    /// <summary>So many can be named at once; everything may be more.</summary>
    public const int Most = 10_000;

    /// <summary>"RestApi/ID", "HttpApi/ID" or "WebSocketApi/ID" (its first stage gets the latest revision), "Stage/ID" (the first the latest revision, a later one what the stage before it runs), "UsagePlan/ID", "Run/ID" (a change set that waits for approval already, of whatever kind).</summary>
    public IReadOnlyList<string> Things { get; init; } = [];

    /// <summary>Takes all that is out of step instead.</summary>
    public bool Everything { get; init; }

    /// <summary>Of everything, only what is there.</summary>
    public Guid? Connection { get; init; }

    /// <summary>Of everything, also later stages that do not run what the stage before them runs, or is to run; each is proposed when the one before it is done.</summary>
    public bool LaterStages { get; init; }

    /// <summary>Of everything, these not.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];
}

public sealed class ProposeBundleValidator : AbstractValidator<ProposeBundle>
{
    public ProposeBundleValidator()
    {
        RuleFor(request => request.Things).AreThings();
        RuleFor(request => request.Except).AreThings();
        RuleFor(request => request).Must(request => request.Everything ^ request.Things is { Count: > 0 }).WithMessage("Say which things, or everything.");
    }
}

/// <param name="Id">The bundle; null where there is nothing to propose, because nothing is out of step.</param>
/// <param name="Parts">Of how many things change sets are made.</param>
public sealed record ProposedBundle(Guid? Id, int Parts);

/// <summary>Lists bundles, the newest first.</summary>
[Demands(Policies.PreviewChanges)]
public sealed record ListBundles : IRequest<Page<BundleSummary>>
{
    public int Skip { get; init; }

    /// <summary>1 to 100.</summary>
    public int Take { get; init; } = 25;
}

public sealed class ListBundlesValidator : AbstractValidator<ListBundles>
{
    public ListBundlesValidator()
    {
        RuleFor(request => request.Skip).GreaterThanOrEqualTo(0).WithMessage("Skip none or more.");
        RuleFor(request => request.Take).InclusiveBetween(1, 100).WithMessage("Take between 1 and 100.");
    }
}

/// <summary>A bundle, how far its change sets are, and a page of them. Of several teams' one sees what one reaches.</summary>
[Demands(Policies.PreviewChanges)]
public sealed record GetBundle(Guid Id) : IRequest<BundleView>
{
    /// <summary>Only parts in this state; null is in all.</summary>
    public PartState? State { get; init; }

    public int Skip { get; init; }

    /// <summary>1 to 1,000.</summary>
    public int Take { get; init; } = 50;
}

public sealed class GetBundleValidator : AbstractValidator<GetBundle>
{
    public GetBundleValidator()
    {
        RuleFor(request => request.Skip).GreaterThanOrEqualTo(0).WithMessage("Skip none or more.");
        RuleFor(request => request.Take).InclusiveBetween(1, 1000).WithMessage("Take between 1 and 1,000.");
    }
}

/// <summary>Asks for the bundle as Markdown, as long as a comment of a pull request may be, or as long as one wants.</summary>
[Demands(Policies.PreviewChanges)]
public sealed record GetBundleAsText(Guid Id) : IRequest<RunText>
{
    /// <summary>So many characters it has at most; what does not fit is counted. GitHub takes comments of 65,536.</summary>
    public int Most { get; init; } = RunText.Comment;
}

public sealed class GetBundleAsTextValidator : AbstractValidator<GetBundleAsText>
{
    public GetBundleAsTextValidator() => RuleFor(request => request.Most).InclusiveBetween(RunText.Least, RunText.Longest).WithMessage(RunText.MostRule);
}

/// <summary>Approves every change set of a bundle that can be approved: exactly those that this fingerprint covers.</summary>
[Demands(Policies.ApplyChanges)]
public sealed record ApproveBundle : IRequest<BundleView>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>The fingerprint that the bundle had when it was read.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What was typed, where change sets ask for names: each of them.</summary>
    public IReadOnlyList<string> ConfirmedNames { get; init; } = [];
}

public sealed class ApproveBundleValidator : AbstractValidator<ApproveBundle>
{
    public ApproveBundleValidator()
    {
        RuleFor(request => request.Fingerprint).Length(64).WithMessage("A fingerprint has 64 hex digits.");
        RuleFor(request => request.ConfirmedNames).NotNull().Must(names => names is null || (names.Count <= ProposeBundle.Most && names.All(name => name is { Length: <= 300 }))).WithMessage("At most 10,000 names, of at most 300 characters.");
    }
}

/// <summary>Takes parts out of a bundle: they are neither proposed nor approved with it. A change set that stands already stays proposed on its own.</summary>
[Demands(Policies.ApplyChanges)]
public sealed record LeaveOutOfBundle : IRequest<BundleView>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>As the bundle names them.</summary>
    public IReadOnlyList<string> Things { get; init; } = [];

    /// <summary>All parts in this state instead.</summary>
    public PartState? State { get; init; }
}

public sealed class LeaveOutOfBundleValidator : AbstractValidator<LeaveOutOfBundle>
{
    public LeaveOutOfBundleValidator()
    {
        RuleFor(request => request.Things).AreThings();
        RuleFor(request => request).Must(request => request.State is not null ^ request.Things is { Count: > 0 }).WithMessage("Say which parts, or those in which state.");
    }
}

/// <summary>Takes parts into a bundle again that were left out, cancelled or superseded, could not be proposed, or stopped: they are compared with AWS anew.</summary>
[Demands(Policies.ApplyChanges)]
public sealed record TakeIntoBundle : IRequest<BundleView>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>As the bundle names them.</summary>
    public IReadOnlyList<string> Things { get; init; } = [];

    /// <summary>All parts in this state instead.</summary>
    public PartState? State { get; init; }
}

public sealed class TakeIntoBundleValidator : AbstractValidator<TakeIntoBundle>
{
    public TakeIntoBundleValidator()
    {
        RuleFor(request => request.Things).AreThings();
        RuleFor(request => request).Must(request => request.State is not null ^ request.Things is { Count: > 0 }).WithMessage("Say which parts, or those in which state.");
    }
}

/// <summary>Sets aside what of a bundle is not compared yet, is proposed or waits for its turn. What has begun goes on.</summary>
[Demands(Policies.ApplyChanges)]
public sealed record CancelBundle(Guid Id) : IRequest<BundleView>;

internal static class BundleRules
{
    public static IRuleBuilderOptions<T, IReadOnlyList<string>> AreThings<T>(this IRuleBuilder<T, IReadOnlyList<string>> rule) => rule
        .NotNull()
        .Must(things => things is null || things.Count <= ProposeBundle.Most).WithMessage("At most 10,000 things at once.")
        .Must(things => things is null || things.All(thing => thing?.Split('/') is ["RestApi" or "HttpApi" or "WebSocketApi" or "Stage" or "UsagePlan" or "Run", var id] && Guid.TryParse(id, out _))).WithMessage("A thing is written as RestApi/ID, HttpApi/ID, WebSocketApi/ID, Stage/ID, UsagePlan/ID or Run/ID.");
}
