namespace Portal.Server.Traffic;

/// <summary>A length of period in which facts are kept.</summary>
internal sealed record Resolution
{
    public static Resolution Minute { get; } = new() { Seconds = 60, Pause = TimeSpan.Zero, Again = TimeSpan.FromMinutes(15), WithSums = true };

    public static Resolution FiveMinutes { get; } = new() { Seconds = 300, Pause = TimeSpan.FromMinutes(5), Again = TimeSpan.FromMinutes(30), WithSums = false };

    public static Resolution Hour { get; } = new() { Seconds = 3600, Pause = TimeSpan.FromMinutes(15), Again = TimeSpan.FromHours(2), WithSums = false };

    /// <summary>From the finest to the coarsest.</summary>
    public static IReadOnlyList<Resolution> All { get; } = [Minute, FiveMinutes, Hour];

    public required int Seconds { get; init; }

    /// <summary>How long it is not asked for again: a period that is not over yet changes little.</summary>
    public required TimeSpan Pause { get; init; }

    /// <summary>How far before the last reading each one begins: CloudWatch fills in late, and a query costs the same however long its span.</summary>
    public required TimeSpan Again { get; init; }

    /// <summary>Whether CloudWatch is asked for counts too; else they are added up from minutes.</summary>
    public required bool WithSums { get; init; }

    /// <summary>What CloudWatch is asked for.</summary>
    public IReadOnlyList<Statistic> Asked(Counted counted) => WithSums ? counted.All : counted.Measures;

    public TimeSpan Period => TimeSpan.FromSeconds(Seconds);

    /// <summary>The beginning of the period in which a moment lies.</summary>
    public DateTimeOffset Begin(DateTimeOffset moment)
    {
        var seconds = moment.ToUnixTimeSeconds();

        return DateTimeOffset.FromUnixTimeSeconds(seconds - (((seconds % Seconds) + Seconds) % Seconds));
    }

    /// <summary>The end of the period in which a moment lies.</summary>
    public DateTimeOffset End(DateTimeOffset moment) => Begin(moment) + Period;
}
