namespace Portal.Server.Sync;

/// <summary>A bucket that fills evenly. After AWS found a call one too many it stays empty for as long as AWS asks, and fills slower for a while.</summary>
internal sealed class TokenBucket
{
    private const double Slowest = 8;

    /// <summary>Fractions add up to a hair less than one.</summary>
    private const double Hair = 1e-6;

    private static readonly TimeSpan Easing = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestStop = TimeSpan.FromSeconds(1);

    /// <summary>What AWS asks for beyond this is nothing that calls should hang for; the next one asks again.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(2);

    private readonly double _perSecond;
    private readonly double _capacity;
    private double _tokens;
    private DateTimeOffset _at;
    private double _slowness = 1;
    private DateTimeOffset _easesAt;

    /// <param name="perSecond">Tokens that come in a second.</param>
    /// <param name="capacity">How many it holds; it begins full.</param>
    /// <param name="now">When it begins.</param>
    public TokenBucket(double perSecond, double capacity, DateTimeOffset now) => (_perSecond, _capacity, _tokens, _at) = (perSecond, capacity, capacity, now);

    /// <summary>When a token may be taken so that others are left; in the past if now.</summary>
    public DateTimeOffset FreeAt(double left, DateTimeOffset now)
    {
        Fill(now);
        var missing = Math.Min(1 + left, _capacity) - _tokens - Hair;

        return missing <= 0 && _at <= now ? DateTimeOffset.MinValue : _at + TimeSpan.FromSeconds(Math.Max(0, missing) * _slowness / _perSecond);
    }

    public void Take() => _tokens--;

    public void TooMany(TimeSpan? retryAfter, DateTimeOffset now)
    {
        Fill(now);
        var stop = TimeSpan.FromTicks(Math.Clamp((retryAfter ?? ShortestStop).Ticks, ShortestStop.Ticks, LongestStop.Ticks));

        (_tokens, _slowness) = (0, Math.Min(Slowest, _slowness * 2));

        // Of several calls that were out together, the longest wait counts.
        _at = now + stop > _at ? now + stop : _at;
        _easesAt = _at + Easing;
    }

    private void Fill(DateTimeOffset now)
    {
        if (_at > now + LongestStop)
        {
            // The clock has been put back.
            (_at, _easesAt) = (now, now + Easing);
        }

        if (now <= _at)
        {
            return;
        }

        _tokens = Math.Min(_capacity, _tokens + ((now - _at).TotalSeconds * _perSecond / _slowness));
        _at = now;

        if (_slowness > 1 && now >= _easesAt)
        {
            (_slowness, _easesAt) = (_slowness / 2, now + Easing);
        }
    }
}
