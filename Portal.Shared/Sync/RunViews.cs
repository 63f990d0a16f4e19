namespace Portal.Shared.Sync;

/// <summary>A run in a list.</summary>
public sealed record RunSummary
{
    public required Guid Id { get; init; }

    /// <summary>What it is for, in words.</summary>
    public required string Title { get; init; }

    public required RunState State { get; init; }

    /// <summary>What it is about, by kind and the portal's id: "RestApi/ID", "UsagePlan/ID".</summary>
    public required string Subject { get; init; }

    public required Guid Connection { get; init; }

    public required string ConnectionName { get; init; }

    public required string ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>How it ended, in a sentence.</summary>
    public required string? Outcome { get; init; }

    public required Progress Progress { get; init; }
}

/// <param name="Done">Steps that are done.</param>
/// <param name="Total">All steps.</param>
public sealed record Progress(int Done, int Total);

/// <summary>A run with its steps: what an approver reads, and what a watcher sees; read again, it tells how far it has come.</summary>
public sealed record RunView
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required RunState State { get; init; }

    /// <summary>What it is about, by kind and the portal's id: "RestApi/ID", "UsagePlan/ID".</summary>
    public required string Subject { get; init; }

    public required Guid Connection { get; init; }

    public required string ConnectionName { get; init; }

    /// <summary>What an approval is for: it covers every step with its whole text before and after.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>To be sent with an approval, so that nobody approves what somebody else has just set aside.</summary>
    public required int Version { get; init; }

    /// <summary>The tool that owns what it is about, in words: then it cannot be approved, and is there to be read as a patch. Null where none does.</summary>
    public string? OwnedBy { get; init; }

    /// <summary>What must be read beside the steps: operations left out, commands that a person must run.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>What it would destroy, in sentences.</summary>
    public required IReadOnlyList<string> Brakes { get; init; }

    /// <summary>What must be typed to approve it; null where nothing brakes.</summary>
    public required string? NameToType { get; init; }

    /// <summary>Why whoever asks may not approve it though their role allows it, in a sentence; null where nothing stands against it.</summary>
    public string? Objection { get; init; }

    public required IReadOnlyList<StepView> Steps { get; init; }

    public required Progress Progress { get; init; }

    /// <summary>How many runs on the same connection come before it; null unless it is approved and waits.</summary>
    public required int? QueuePosition { get; init; }

    /// <summary>When its turn comes, or that of its next step, as far as can be told now: an estimate. Null where nothing is waited for.</summary>
    public required DateTimeOffset? TurnAt { get; init; }

    /// <summary>What it waits for, in a sentence: an operation that AWS takes only so often.</summary>
    public required string? WaitsFor { get; init; }

    /// <summary>What may be done with it now, as far as its own state goes.</summary>
    public required IReadOnlyList<RunAction> Actions { get; init; }

    public required string ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public required string? ApprovedBy { get; init; }

    public required DateTimeOffset? ApprovedAt { get; init; }

    public required DateTimeOffset? StartedAt { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>Who wants it to end. A run that is on its way ends after the step at hand.</summary>
    public required string? CancelledBy { get; init; }

    /// <summary>How it ended, in a sentence: what was done, what not, and what a person must do.</summary>
    public required string? Outcome { get; init; }

    /// <summary>The run whose changes it takes back.</summary>
    public required Guid? Undoes { get; init; }
}

/// <summary>What can be done with a run.</summary>
public enum RunAction
{
    Approve,
    Cancel,
    Retry,
    Undo,
}

/// <summary>One step of a run.</summary>
public sealed record StepView
{
    /// <summary>From 0, in the order of doing.</summary>
    public required int Ordinal { get; init; }

    public required StepAction Action { get; init; }

    /// <summary>Kind and id: "RestApi/...".</summary>
    public required string Address { get; init; }

    public required StepState State { get; init; }

    /// <summary>What it does in one sentence.</summary>
    public required string Headline { get; init; }

    /// <summary>What it does to each route, setting and variable, a sentence each.</summary>
    public required IReadOnlyList<string> Details { get; init; }

    /// <summary>What differs, member by member; long values are shortened, <see cref="GetStepText"/> has them in full.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>AWS's error code, where it refused.</summary>
    public required string? Code { get; init; }

    /// <summary>AWS's own text, where it refused, or what was found instead.</summary>
    public required string? Message { get; init; }

    /// <summary>What helps, where it was refused.</summary>
    public required string? Advice { get; init; }

    public required int Attempts { get; init; }

    public required DateTimeOffset? StartedAt { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }
}

/// <summary>One step in full.</summary>
/// <param name="Before">The thing as it was, as indented JSON; null where it did not exist.</param>
/// <param name="After">The thing as it shall be, as indented JSON; null where it shall not exist.</param>
/// <param name="Lines">What differs, with nothing shortened.</param>
public sealed record StepText(string? Before, string? After, IReadOnlyList<string> Lines);

/// <summary>A run for a terminal or a pull request.</summary>
/// <param name="Markdown">Title, notes, sentences and the diff.</param>
public sealed record RunText(string Markdown)
{
    /// <summary>So many characters a comment of a pull request has at most.</summary>
    public const int Comment = 65_536;

    internal const int Least = 2_000;
    internal const int Longest = 10_000_000;

    internal const string MostRule = "A text has between 2,000 and 10,000,000 characters at most.";
}
