using Portal.Server.Traffic;
using Portal.Shared.Metrics;

namespace Portal.Server.Metrics;

/// <summary>A span of time cut into equal periods for which there are numbers.</summary>
internal sealed record Periods
{
    public const int Most = 1440;

    private Periods(Resolution resolution, DateTimeOffset from, DateTimeOffset to) => (Resolution, From, To) = (resolution, from, to);

    public Resolution Resolution { get; }

    public DateTimeOffset From { get; }

    public DateTimeOffset To { get; }

    public int Count => (int)((To - From) / Resolution.Period);

    /// <summary>The finest periods of which there are no more than wanted, and which are still kept as far back.</summary>
    /// <param name="range">The span.</param>
    /// <param name="options">How long what is kept.</param>
    /// <param name="now">When the last so much ends.</param>
    /// <param name="most">How many periods are wanted at most.</param>
    /// <param name="among">Those that there are, from the finest to the coarsest; null is all.</param>
    public static Periods Of(ITimeRange range, MetricsOptions options, DateTimeOffset now, int most = Most, IReadOnlyList<Resolution>? among = null)
    {
        var candidates = (among ?? Resolution.All).Select(resolution => Of(range, resolution, now)).ToList();

        return candidates.Find(periods => periods.Count <= most && periods.From >= now.AddDays(-options.KeepDays(periods.Resolution))) ?? candidates[^1];
    }

    /// <summary>The place of a moment among the periods.</summary>
    public int IndexOf(DateTimeOffset at) => (int)((at - From) / Resolution.Period);

    private static Periods Of(ITimeRange range, Resolution resolution, DateTimeOffset now)
    {
        if (range is { From: { } from, To: { } to })
        {
            return new Periods(resolution, resolution.Begin(from), resolution.End(to.AddTicks(-1)));
        }

        var end = resolution.End(now);

        return new Periods(resolution, end - TimeRanges.Lasts[range.Last ?? TimeRanges.Usual], end);
    }
}
