using Portal.Server.Gateway;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>A run as the applier holds it.</summary>
internal sealed record RunPlan
{
    public required Guid Id { get; init; }

    public required GatewayScope Scope { get; init; }

    public required string ConnectionName { get; init; }

    /// <summary>Whether the connection may be written to, now.</summary>
    public required bool Writable { get; init; }

    /// <summary>On whose errand it calls.</summary>
    public required Errand Errand { get; init; }

    /// <summary>In the order of doing.</summary>
    public required IReadOnlyList<PlannedStep> Steps { get; init; }

    /// <summary>What people call things that the steps know by id only.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    public bool IsDone => Steps.All(step => step.State is StepState.Done);

    /// <summary>Whether no call of it was ever begun: then the gateway must be exactly as it was when the run was proposed.</summary>
    public bool IsFresh => Steps.All(step => step.State is not StepState.Done && step.Attempts is 0);

    /// <summary>Whether something of it was refused, or changed by somebody else: what belongs to the same is not tried then.</summary>
    public bool IsStuck(Address subject) => Steps.Any(step => step.Subject == subject && step.State is StepState.Refused or StepState.ChangedMeanwhile);

    /// <summary>The run after a step has ended.</summary>
    public RunPlan With(PlannedStep step, StepEnd end) => this with
    {
        Steps = [.. Steps.Select(other => other.Ordinal == step.Ordinal ? other with { State = end.State, End = end } : other)],
    };
}
