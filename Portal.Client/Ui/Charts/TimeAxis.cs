using System.Globalization;

namespace Portal.Client.Ui.Charts;

/// <summary>A tick of the level axis.</summary>
/// <param name="Share">Its place, from 0 at the left edge to 1 at the right one.</param>
/// <param name="Text">The time, UTC: 14:05, or the day where one begins.</param>
internal sealed record TimeTick(double Share, string Text);

/// <summary>The level axis: ticks at round times.</summary>
internal static class TimeAxis
{
    private const int Most = 7;

    private static readonly TimeSpan[] Round =
    [
        .. new[] { 1, 2, 5, 10, 15, 30 }.Select(minutes => TimeSpan.FromMinutes(minutes)),
        .. new[] { 1, 2, 3, 6, 12 }.Select(hours => TimeSpan.FromHours(hours)),
        .. new[] { 1, 2, 7, 14, 28, 91 }.Select(days => TimeSpan.FromDays(days)),
        TimeSpan.FromDays(364),
    ];

    public static IReadOnlyList<TimeTick> Of(ChartTime time)
    {
        var (from, length) = (time.From.UtcDateTime, time.Until - time.From);
        var step = Array.Find(Round, round => length / round <= Most);
        step = step == TimeSpan.Zero ? length : step;
        var first = new DateTime(((from.Ticks + step.Ticks - 1) / step.Ticks) * step.Ticks, DateTimeKind.Utc);
        var ticks = new List<TimeTick>();

        for (var at = first; at < time.Until.UtcDateTime; at += step)
        {
            ticks.Add(new TimeTick((at - from) / length, at.TimeOfDay == TimeSpan.Zero ? at.ToString("d MMM", CultureInfo.InvariantCulture) : at.ToString("HH:mm", CultureInfo.InvariantCulture)));
        }

        return ticks;
    }

    /// <summary>A moment as a tip says it: with its day.</summary>
    public static string Words(DateTimeOffset moment) => moment.UtcDateTime.ToString("d MMM HH:mm", CultureInfo.InvariantCulture);
}
