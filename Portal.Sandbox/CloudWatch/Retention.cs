namespace Portal.Sandbox.CloudWatch;

/// <summary>How long CloudWatch keeps values at which resolution: minutes for 15 days, then five minutes for 63, then hours for 455. Older questions must be as coarse.</summary>
internal sealed record Retention(int Step, int Days, int Next)
{
    public static Retention Minutes { get; } = new(60, 15, 300);

    public static Retention FiveMinutes { get; } = new(300, 63, 3_600);

    public static Retention Hours { get; } = new(3_600, 455, 0);

    /// <summary>The resolution at which there are values of then.</summary>
    public static int StepAt(DateTimeOffset time, DateTimeOffset now) =>
        new[] { Minutes, FiveMinutes }.FirstOrDefault(retention => time.ToUnixTimeSeconds() >= retention.EndsBefore(now))?.Step ?? Hours.Step;

    public long EndsBefore(DateTimeOffset now) => now.AddDays(-Days).ToUnixTimeSeconds();
}
