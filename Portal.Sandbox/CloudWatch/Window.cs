namespace Portal.Sandbox.CloudWatch;

/// <summary>
/// A span of time in steps of one period. The first begins at the start, rounded down to the resolution that CloudWatch keeps of then; the end, rounded down to
/// its minute, is not part of it.
/// </summary>
internal sealed record Window(long Start, long End, int Period)
{
    /// <summary>Null if CloudWatch holds nothing as fine as this: old values can be asked for by five minutes or an hour only.</summary>
    public static Window? Of(DateTimeOffset start, DateTimeOffset end, int period, DateTimeOffset now)
    {
        var step = Retention.StepAt(start, now);
        var isFine = period < 60 ? start >= now.AddHours(-3) : period % step is 0;
        return isFine ? new(Down(start, step), Down(end, 60), period) : null;
    }

    public static bool IsPeriod(int period) => period is 1 or 5 or 10 or 20 or 30 || (period > 0 && period % 60 is 0);

    /// <summary>The values of each period that has any, oldest first, with the second at which it begins.</summary>
    public IEnumerable<(long Second, Distribution Values)> Of(MetricStore store, Series series)
    {
        foreach (var period in store.Read(series, Start, End).GroupBy(minute => (minute.Second - Start) / Period))
        {
            yield return (Start + (period.Key * Period), Merged([.. period.Select(minute => minute.Values)]));
        }
    }

    private static Distribution Merged(Distribution[] parts)
    {
        if (parts is [var only])
        {
            return only;
        }

        Distribution merged = new();
        foreach (var part in parts)
        {
            merged.Add(part);
        }

        return merged;
    }

    private static long Down(DateTimeOffset time, int step) => time.ToUnixTimeSeconds() / step * step;
}
