namespace Portal.Server.Traffic;

/// <summary>Settings "Metrics": what is collected of calls, how often, and how long it is kept.</summary>
internal sealed record MetricsOptions
{
    /// <summary>Whether anything is collected. What was is kept and shown.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>How often AWS is asked. Twice as often costs twice as much.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the portal's own sandbox is asked.</summary>
    public TimeSpan SandboxEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many days are read that passed while nobody collected. CloudWatch keeps minutes for 15.</summary>
    public int BackFill { get; init; } = 14;

    /// <summary>How many days minutes are kept.</summary>
    public int KeepMinutes { get; init; } = 30;

    /// <summary>How many days five minutes are kept.</summary>
    public int KeepFiveMinutes { get; init; } = 90;

    /// <summary>How many days hours are kept.</summary>
    public int KeepHours { get; init; } = 1100;

    public int KeepDays(Resolution resolution) => resolution.Seconds switch
    {
        60 => KeepMinutes,
        300 => KeepFiveMinutes,
        _ => KeepHours,
    };

    public IEnumerable<string> Faults()
    {
        if (Every < TimeSpan.FromMinutes(1) || Every > TimeSpan.FromHours(1))
        {
            yield return "Metrics:Every must be between 00:01:00 and 01:00:00.";
        }

        if (SandboxEvery < TimeSpan.FromSeconds(1) || SandboxEvery > TimeSpan.FromHours(1))
        {
            yield return "Metrics:SandboxEvery must be between 00:00:01 and 01:00:00.";
        }

        if (BackFill is < 1 or > 14)
        {
            yield return "Metrics:BackFill must be between 1 and 14 days: CloudWatch keeps minutes for 15.";
        }

        if (KeepMinutes < BackFill + 2 || KeepFiveMinutes < KeepMinutes || KeepHours < KeepFiveMinutes)
        {
            yield return "Metrics:KeepMinutes must be at least two days more than Metrics:BackFill, Metrics:KeepFiveMinutes at least as many, and Metrics:KeepHours at least as many as that.";
        }
    }
}
