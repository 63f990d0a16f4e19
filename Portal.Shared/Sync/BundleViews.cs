namespace Portal.Shared.Sync;

/// <summary>A thing that can be brought to AWS.</summary>
public sealed record PickView
{
    /// <summary>"Stage/ID", "UsagePlan/ID".</summary>
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
}

/// <summary>Change sets that are read and approved together; read again, it tells how far they have come.</summary>
public sealed record BundleView
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>What an approval is for: it covers the fingerprint of every change set that can be approved now. Null where none can.</summary>
    public required string? Fingerprint { get; init; }

    /// <summary>How many can be approved now by whoever asks.</summary>
    public required int Approvable { get; init; }

    /// <summary>What must be typed to approve them.</summary>
    public required IReadOnlyList<string> NamesToType { get; init; }

    public required IReadOnlyList<BundleItemView> Items { get; init; }

    /// <summary>How many more were out of step when it was proposed.</summary>
    public required int LeftOut { get; init; }

    public int Count(RunState state) => Items.Count(item => item.State == state && !item.IsInStep);

    public bool IsOnItsWay => Items.Any(item => item.State is RunState.Approved or RunState.Running);
}

/// <summary>A change set of a bundle, or why there is none.</summary>
public sealed record BundleItemView
{
    /// <summary>"Stage/ID", "UsagePlan/ID".</summary>
    public required string Thing { get; init; }

    public required string Name { get; init; }

    /// <summary>Null where none could be proposed.</summary>
    public required Guid? RunId { get; init; }

    /// <summary>Why none could be proposed.</summary>
    public required string? Refusal { get; init; }

    public required string? Title { get; init; }

    public required string? ConnectionName { get; init; }

    public required RunState? State { get; init; }

    /// <summary>AWS had it already as it shall be.</summary>
    public required bool IsInStep { get; init; }

    /// <summary>The steps, a sentence each.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>What it would destroy, in sentences.</summary>
    public required IReadOnlyList<string> Brakes { get; init; }

    /// <summary>What stands against approving it now, in a sentence.</summary>
    public required string? Objection { get; init; }

    public required Progress Progress { get; init; }

    public required string? Outcome { get; init; }
}
