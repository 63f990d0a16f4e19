using Portal.Server.Gateway;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>A step as the applier holds it: the specs behind its texts, and how far it had come.</summary>
internal sealed record PlannedStep
{
    public required int Ordinal { get; init; }

    public required StepAction Action { get; init; }

    public required Address Address { get; init; }

    public required Spec? Before { get; init; }

    public required Spec? After { get; init; }

    /// <summary>The operations that it needs and that AWS takes only so often.</summary>
    public required IReadOnlyList<string> Calls { get; init; }

    public required StepState State { get; init; }

    /// <summary>How it ended this time; null while it has not.</summary>
    public StepEnd? End { get; init; }

    /// <summary>How often its call was begun, over all tries and restarts.</summary>
    public required int Attempts { get; init; }

    /// <summary>The first sentence about it.</summary>
    public required string Headline { get; init; }

    /// <summary>What a refusal of it holds up: everything of the same subject.</summary>
    public Address Subject => (After ?? Before)!.Subject;

    public static PlannedStep Of(ChangeStep step) => new()
    {
        Ordinal = step.Ordinal,
        Action = step.Action,
        Address = Address.Parse(step.Address),
        Before = step.Before is null ? null : Spec.Parse(step.Before),
        After = step.After is null ? null : Spec.Parse(step.After),
        Calls = step.Calls,
        State = step.State,
        Attempts = step.Attempts,
        Headline = step.Words[0],
    };
}
