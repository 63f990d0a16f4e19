namespace Portal.Sandbox.Admin;

/// <summary>The sandbox's time, which a test or a drill can move: to the next day of a quota, to the end of a token, past the delay of a deployment. It goes on from there.</summary>
internal sealed class MovableClock(TimeProvider clock) : TimeProvider
{
    private readonly Lock _gate = new();
    // Replaced whole: the time is asked several times a call and nobody waits for it.
    private volatile Shift _shift = new(TimeSpan.Zero, 0);

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    /// <summary>How far it is before the clock below.</summary>
    public TimeSpan Ahead => _shift.Ahead;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + _shift.Ahead;

    /// <summary>What measures spans only ever goes forward.</summary>
    public override long GetTimestamp() => clock.GetTimestamp() + _shift.Skipped;

    /// <summary>Timers of the sandbox run by the clock below: a jump fires none.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);

    public void MoveTo(DateTimeOffset time)
    {
        lock (_gate)
        {
            var span = time - GetUtcNow();
            var skipped = span > TimeSpan.Zero ? (long)(span.TotalSeconds * clock.TimestampFrequency) : 0;
            _shift = new(_shift.Ahead + span, _shift.Skipped + skipped);
        }
    }

    /// <summary>Back to the clock below.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _shift = _shift with { Ahead = TimeSpan.Zero };
        }
    }

    private sealed record Shift(TimeSpan Ahead, long Skipped);
}
