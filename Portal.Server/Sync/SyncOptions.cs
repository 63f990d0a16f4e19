namespace Portal.Server.Sync;

/// <summary>Settings "Sync": how careful and how patient the engine is.</summary>
internal sealed record SyncOptions
{
    /// <summary>How many things a run may delete before a name has to be typed whatever they are.</summary>
    public int Deletions { get; init; } = 3;

    /// <summary>How many routes a run may take from an API before its name has to be typed.</summary>
    public int RouteRemovals { get; init; } = 10;

    /// <summary>How often a call is tried that AWS refuses in passing or does not answer.</summary>
    public int Tries { get; init; } = 6;

    /// <summary>The wait after the first try in seconds; it doubles with each further one, up to a minute. AWS's Retry-After is waited for where it is longer.</summary>
    public int FirstWait { get; init; } = 2;

    /// <summary>How often what was written is read before it is said that AWS holds something else.</summary>
    public int Readings { get; init; } = 3;

    /// <summary>How much of the pauses is kept that AWS demands between two calls of one operation: 1 is all of them, 0 none, for an emulator that sets no limits.</summary>
    public double Pace { get; init; } = 1;

    /// <summary>How much of what AWS takes from an account and Region is the portal's: people at the console and other programs draw on the same.</summary>
    public double Share { get; init; } = 0.8;

    /// <summary>What the portal may do of what AWS takes, where it keeps a pace at all.</summary>
    public double PerPortal => Share / Pace;

    public IEnumerable<string> Faults()
    {
        if (Pace is not (>= 0 and <= 10))
        {
            yield return "Sync:Pace must be between 0 and 10.";
        }

        if (Share is not (>= 0.05 and <= 1))
        {
            yield return "Sync:Share must be between 0.05 and 1: the part of AWS's limits that the portal uses.";
        }

        if (Deletions < 0 || RouteRemovals < 0)
        {
            yield return "Sync:Deletions and Sync:RouteRemovals must be 0 or more.";
        }

        if (Tries is < 1 or > 20 || Readings is < 1 or > 20)
        {
            yield return "Sync:Tries and Sync:Readings must be between 1 and 20.";
        }

        if (FirstWait is < 1 or > 60)
        {
            yield return "Sync:FirstWait must be between 1 and 60 seconds.";
        }
    }
}
