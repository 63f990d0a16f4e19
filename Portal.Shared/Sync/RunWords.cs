namespace Portal.Shared.Sync;

/// <summary>How far a run has come.</summary>
public enum RunState
{
    /// <summary>Shown, and not approved yet. Nothing has been written.</summary>
    Proposed,

    /// <summary>Approved; waiting for its turn.</summary>
    Approved,

    Running,

    /// <summary>Every step is done, and what was read back says so.</summary>
    Done,

    /// <summary>It ended before its end: a step was refused, or the gateway had changed meanwhile. The report says which and why.</summary>
    Stopped,

    /// <summary>Set aside by a person before it began, or between two steps.</summary>
    Cancelled,

    /// <summary>A later proposal for the same thing took its place.</summary>
    Superseded,
}

public enum StepState
{
    Pending,

    /// <summary>Its call is on the way, or was when the portal stopped.</summary>
    Trying,

    Done,

    /// <summary>AWS said no.</summary>
    Refused,

    /// <summary>Something it depends on was refused.</summary>
    NotTried,

    /// <summary>The gateway was neither as before nor as after when its turn came: somebody else changed it.</summary>
    ChangedMeanwhile,
}

public enum StepAction
{
    Create,
    Update,
    Delete,
}
