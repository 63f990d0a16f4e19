namespace Portal.Sandbox.Admin;

/// <summary>The sandbox's time, which a test or a drill can move: to the next day of a quota, to the end of a token, past the delay of a deployment. It goes on from there.</summary>
internal sealed class MovableClock(TimeProvider clock) : TimeProvider
{
    private readonly Lock _gate = new();
    private TimeSpan _ahead;
    private long _skipped;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    /// <summary>How far it is before the clock below.</summary>
    public TimeSpan Ahead
    {
        get
        {
            lock (_gate)
            {
                return _ahead;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return clock.GetUtcNow() + _ahead;
        }
    }

    /// <summary>What measures spans only ever goes forward.</summary>
    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return clock.GetTimestamp() + _skipped;
        }
    }

    /// <summary>Timers of the sandbox run by the clock below: a jump fires none.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);

    public void MoveTo(DateTimeOffset time)
    {
        lock (_gate)
        {
            var span = time - (clock.GetUtcNow() + _ahead);
            _ahead += span;
            if (span > TimeSpan.Zero)
            {
                _skipped += (long)(span.TotalSeconds * clock.TimestampFrequency);
            }
        }
    }

    /// <summary>Back to the clock below.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _ahead = TimeSpan.Zero;
        }
    }
}
