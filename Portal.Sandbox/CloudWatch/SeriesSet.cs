namespace Portal.Sandbox.CloudWatch;

/// <summary>Series that are measured together again and again. Where their values of a minute are gathered is looked up once, and remembered as long as it holds; the store guards it.</summary>
internal sealed class SeriesSet(IReadOnlyList<Series> series)
{
    private readonly Distribution?[] _gathered = new Distribution?[series.Count];
    private object? _round;
    private long _minute;

    public IReadOnlyList<Series> Series => series;

    /// <summary>By place; null where none was asked for yet. What was gathered in another round, or of another minute, is nothing to it.</summary>
    public Span<Distribution?> Gathered(object round, long minute)
    {
        if (!ReferenceEquals(_round, round) || _minute != minute)
        {
            (_round, _minute) = (round, minute);
            Array.Clear(_gathered);
        }

        return _gathered;
    }
}
