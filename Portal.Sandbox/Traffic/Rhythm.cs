namespace Portal.Sandbox.Traffic;

/// <summary>How much is called in an hour (UTC), as a multiple of the week's average: most in the early afternoon, little at night, half at weekends.</summary>
internal static class Rhythm
{
    private const double Weekend = 0.45;
    private const int BusiestHour = 14;

    private static readonly double Average = Enumerable.Range(0, 7 * 24).Average(hour => Raw(DateTimeOffset.UnixEpoch.AddHours(hour)));

    public static double At(DateTimeOffset hour) => Raw(hour) / Average;

    /// <summary>How much of a consumer's part falls into an hour: some call all day, some in office hours, some at night.</summary>
    public static double Of(int consumer, DateTimeOffset hour) => (consumer % 4, hour.Hour) switch
    {
        (1, >= 7 and < 18) when hour.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) => 2,
        (1, _) => 0.1,
        (3, >= 1 and < 5) => 4,
        (3, _) => 0.4,
        _ => 1,
    };

    private static double Raw(DateTimeOffset hour) =>
        (0.6 + (0.45 * Math.Cos((hour.Hour - BusiestHour) * Math.PI / 12))) * (hour.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Weekend : 1);
}
