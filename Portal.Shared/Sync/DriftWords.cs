namespace Portal.Shared.Sync;

/// <summary>How closely a gateway is looked at.</summary>
public enum DriftLook
{
    /// <summary>Three calls for an API: its head, its routes, its stages.</summary>
    Quick,

    /// <summary>Eight: its deployments, authorizers, models, validators and gateway responses too.</summary>
    Full,
}

/// <summary>What sort of drift a finding is.</summary>
public enum DriftSort
{
    /// <summary>It is there, and otherwise than it was left.</summary>
    Changed,

    /// <summary>Somebody put it there.</summary>
    Added,

    /// <summary>Somebody took it away.</summary>
    Missing,

    /// <summary>A setting that the portal does not keep.</summary>
    Beside,
}

/// <summary>What became of a finding.</summary>
public enum FindingState
{
    Open,

    /// <summary>Somebody said that it is well as it is; until it changes again.</summary>
    Ignored,

    /// <summary>The gateway is as it was left again, or the portal has taken over what is there.</summary>
    Resolved,
}

/// <summary>What can be done with a finding.</summary>
public enum FindingAction
{
    /// <summary>Propose a change set that brings back what the portal left.</summary>
    Restore,

    /// <summary>Have the portal take over what is there.</summary>
    TakeOver,

    Ignore,

    /// <summary>Take an ignored one up again.</summary>
    Reopen,
}
