using System.Text.Json.Serialization;
using FluentValidation;

namespace Portal.Shared.Sync;

/// <summary>Lists what AWS does not have as the portal wants it: first stages that do not run the latest revision, usage plans that were changed. AWS is not asked.</summary>
[Demands(Policies.PreviewChanges)]
public sealed record ListOutOfStep : IRequest<Page<PickView>>
{
    /// <summary>Only on this one; null is on all.</summary>
    public Guid? Connection { get; init; }

    /// <summary>These instead, whether or not they are out of step: "RestApi/ID" (its first stage), "Stage/ID", "UsagePlan/ID".</summary>
    public IReadOnlyList<string> Things { get; init; } = [];
}

public sealed class ListOutOfStepValidator : AbstractValidator<ListOutOfStep>
{
    public ListOutOfStepValidator() => RuleFor(request => request.Things).AreThings();
}

/// <summary>
/// Proposes change sets for many things at once, a run for each, and keeps them together as a bundle that is read and approved as one. Nothing is written to AWS. AWS is read, so that it may take a minute.
/// </summary>
[Demands(Policies.ApplyChanges)]
[Limited(20)]
public sealed record ProposeBundle : IRequest<ProposedBundle>
{
    /// <summary>So many at once; of everything that is out of step the first so many.</summary>
    public const int Most = 100;

    /// <summary>"RestApi/ID" (its first stage gets the latest revision), "Stage/ID" (the first the latest revision, a later one what the stage before it runs), "UsagePlan/ID".</summary>
    public IReadOnlyList<string> Things { get; init; } = [];

    /// <summary>Takes all that is out of step instead.</summary>
    public bool Everything { get; init; }

    /// <summary>Of everything, only what is there.</summary>
    public Guid? Connection { get; init; }
}

public sealed class ProposeBundleValidator : AbstractValidator<ProposeBundle>
{
    public ProposeBundleValidator()
    {
        RuleFor(request => request.Things).AreThings();
        RuleFor(request => request).Must(request => request.Everything ^ request.Things is { Count: > 0 }).WithMessage("Say which things, or everything.");
    }
}

/// <param name="Id">The bundle; null where there was nothing to propose, because nothing is out of step.</param>
/// <param name="Runs">How many change sets wait for approval.</param>
/// <param name="InStep">How many things AWS has already as they shall be.</param>
/// <param name="Refused">How many could not be proposed; the bundle says why.</param>
/// <param name="LeftOut">How many more are out of step, for the next bundle.</param>
public sealed record ProposedBundle(Guid? Id, int Runs, int InStep, int Refused, int LeftOut);

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

/// <summary>A bundle with each of its change sets, and how far they are. Of several teams' one sees what one reaches.</summary>
[Demands(Policies.PreviewChanges)]
public sealed record GetBundle(Guid Id) : IRequest<BundleView>;

/// <summary>Asks for the bundle as Markdown.</summary>
[Demands(Policies.PreviewChanges)]
public sealed record GetBundleAsText(Guid Id) : IRequest<RunText>;

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
        RuleFor(request => request.ConfirmedNames).NotNull().Must(names => names is null || (names.Count <= ProposeBundle.Most && names.All(name => name is { Length: <= 300 }))).WithMessage("At most 100 names, of at most 300 characters.");
    }
}

/// <summary>Sets aside what of a bundle is proposed or waits for its turn. What has begun goes on.</summary>
[Demands(Policies.ApplyChanges)]
public sealed record CancelBundle(Guid Id) : IRequest<BundleView>;

internal static class BundleRules
{
    public static IRuleBuilderOptions<T, IReadOnlyList<string>> AreThings<T>(this IRuleBuilder<T, IReadOnlyList<string>> rule) => rule
        .NotNull()
        .Must(things => things is null || things.Count <= ProposeBundle.Most).WithMessage("At most 100 things at once.")
        .Must(things => things is null || things.All(thing => thing?.Split('/') is ["RestApi" or "Stage" or "UsagePlan", var id] && Guid.TryParse(id, out _))).WithMessage("A thing is written as RestApi/ID, Stage/ID or UsagePlan/ID.");
}
