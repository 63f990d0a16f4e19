namespace Portal.Sandbox.Traffic;

/// <summary>A bad hour of one stage: it begins at once, and fades out in its last quarter.</summary>
internal sealed record Incident(string Stage, DateTimeOffset From, DateTimeOffset To)
{
    private static readonly TimeSpan BeforeTheEnd = TimeSpan.FromHours(3);
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(45);

    /// <summary>Some hours ago, so that a look at the last day or hours shows it: of a stage that is called production, or else of the first.</summary>
    public static Incident Of(IReadOnlyList<CalledStage> stages, int seed, DateTimeOffset end)
    {
        var stage = stages.OrderByDescending(stage => stage.StageName.StartsWith("prod", StringComparison.OrdinalIgnoreCase)).ThenBy(stage => stage.Seed, StringComparer.Ordinal).First();
        var from = end - BeforeTheEnd - TimeSpan.FromMinutes(new Dice(seed, "incident").Number(0, 60));
        return new(stage.Name, from, from + Length);
    }

    /// <summary>How bad it is, from 0 to 1.</summary>
    public double At(DateTimeOffset time) => time < From || time >= To ? 0 : Math.Min(1, (To - time) / Length * 4);
}
