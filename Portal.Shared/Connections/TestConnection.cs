namespace Portal.Shared.Connections;

/// <summary>Tries a connection: who the portal is there, what it may read, and, where IAM says so, what it may write. Nothing is written.</summary>
[Demands(Policies.ManageConnections)]
[Limited(30)]
public sealed record TestConnection(Guid Id) : IRequest<ConnectionTest>;

public sealed record ConnectionTest
{
    /// <summary>Twelve digits; null if the account could not be entered.</summary>
    public required string? AccountId { get; init; }

    /// <summary>The ARN of the user or role as which the portal enters.</summary>
    public required string? Principal { get; init; }

    public required IReadOnlyList<ConnectionProbeView> Probes { get; init; }
}

public sealed record ConnectionProbeView
{
    /// <summary>What was tried: "List REST APIs".</summary>
    public required string What { get; init; }

    /// <summary>Whether it is a write: then nothing was tried, and IAM was asked what it would say.</summary>
    public bool IsWrite { get; init; }

    public required ProbeOutcome Outcome { get; init; }

    /// <summary>Operation, code and text of AWS where it said no.</summary>
    public required string? Words { get; init; }
}

public enum ProbeOutcome
{
    Allowed,

    Refused,

    /// <summary>It cannot be tried without changing something, or no clear answer came.</summary>
    NotKnown,
}
