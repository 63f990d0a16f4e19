namespace Portal.Shared.Sync;

/// <summary>A thing that can be brought to AWS.</summary>
public sealed record PickView
{
    /// <summary>"Stage/ID", "UsagePlan/ID", "Run/ID".</summary>
    public required string Thing { get; init; }

    /// <summary>"dev of Pets".</summary>
    public required string Name { get; init; }

    public required string ConnectionName { get; init; }

    /// <summary>Why it is out of step, in a sentence; null where it is not, as far as the portal knows.</summary>
    public required string? Why { get; init; }
}

/// <summary>A bundle in a list.</summary>
public sealed record BundleSummary
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>How many change sets it has.</summary>
    public required int Runs { get; init; }

    /// <summary>How many of its parts are yet to be compared with AWS.</summary>
    public required int Waiting { get; init; }
}

/// <summary>How far a part of a bundle has come.</summary>
public enum PartState
{
    /// <summary>It is yet to be compared with AWS, or comes after another part that is not done.</summary>
    Waiting,

    /// <summary>Its change set can be approved.</summary>
    Proposed,

    /// <summary>Its change set cannot be approved now by whoever asks; it is said why.</summary>
    HeldBack,

    Approved,

    Running,

    Done,

    /// <summary>AWS had it already as it shall be.</summary>
    InStep,

    Stopped,

    Cancelled,

    Superseded,

    /// <summary>There is no change set; it is said why.</summary>
    NotProposed,

    /// <summary>A person took it out of the bundle.</summary>
    LeftOut,
}

/// <summary>Change sets that are read and approved together; read again, it tells how far they have come.</summary>
public sealed record BundleView
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>Whether change sets are being made of its parts now. Nothing can be approved before that has ended.</summary>
    public required bool IsBeingProposed { get; init; }

    /// <summary>What an approval is for: it covers the fingerprint of every change set that can be approved now. Null where none can.</summary>
    public required string? Fingerprint { get; init; }

    /// <summary>How many can be approved now by whoever asks.</summary>
    public required int Approvable { get; init; }

    /// <summary>How many steps these have.</summary>
    public required int Steps { get; init; }

    /// <summary>What these would destroy, in sentences that begin with the name of the part.</summary>
    public required IReadOnlyList<string> Brakes { get; init; }

    /// <summary>What must be typed to approve them.</summary>
    public required IReadOnlyList<string> NamesToType { get; init; }

    /// <summary>How many parts are in which state; where there are none, it is not among them.</summary>
    public required IReadOnlyDictionary<PartState, int> Counts { get; init; }

    /// <summary>Why parts have no change set, where several have the same reason: an account that does not answer, say.</summary>
    public required IReadOnlyList<SharedReason> Reasons { get; init; }

    /// <summary>The parts that were asked for: a page of those in a state, or of all.</summary>
    public required IReadOnlyList<BundleItemView> Items { get; init; }

    /// <summary>How many there are of these over all pages.</summary>
    public required int Total { get; init; }

    public bool IsOnItsWay => Count(PartState.Approved) + Count(PartState.Running) > 0;

    public int Count(PartState state) => Counts.GetValueOrDefault(state);
}

/// <param name="Why">In sentences.</param>
/// <param name="ConnectionName">The connection of all of them.</param>
/// <param name="Parts">How many parts have it.</param>
/// <param name="State">What became of them: not proposed, or stopped after they were approved.</param>
public sealed record SharedReason(string Why, string ConnectionName, int Parts, PartState State);

/// <summary>A change set of a bundle, or why there is none.</summary>
public sealed record BundleItemView
{
    /// <summary>"Stage/ID", "UsagePlan/ID", "Run/ID".</summary>
    public required string Thing { get; init; }

    public required string Name { get; init; }

    public required PartState State { get; init; }

    /// <summary>Null where there is none yet, or none could be proposed.</summary>
    public required Guid? RunId { get; init; }

    /// <summary>Why it has no change set, or why that cannot be approved now, or what it comes after, or how it ended: in sentences.</summary>
    public required string? Why { get; init; }

    public required string? Title { get; init; }

    public required string? ConnectionName { get; init; }

    /// <summary>The steps, a sentence each.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>What it would destroy, in sentences.</summary>
    public required IReadOnlyList<string> Brakes { get; init; }

    public required Progress Progress { get; init; }
}
