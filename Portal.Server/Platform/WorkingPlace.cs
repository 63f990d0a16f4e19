namespace Portal.Server.Platform;

/// <summary>
/// How sure this process may be that it still is the one that works on its database. It is sure for a while after each sign of life that was written; a process that was suspended, or could not write,
/// is not, and must look before it calls AWS to write. What it writes to the database looks for itself each time (<see cref="PlaceGuard"/>).
/// </summary>
internal sealed class WorkingPlace(DatabaseOptions options, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private (long Ticks, DateTimeOffset At)? _seen;

    /// <summary>Another takes the place no earlier than after <see cref="DatabaseOptions.TakeOverAfter"/>: what is left of that is for calls that are on their way.</summary>
    private TimeSpan Sure => options.TakeOverAfter * 2 / 3;

    /// <summary>Whether it ever was this process's: not of commands, nor of a portal that is still about to start.</summary>
    public bool IsTaken
    {
        get
        {
            lock (_lock)
            {
                return _seen is not null;
            }
        }
    }

    /// <summary>True also for who never took a place: commands, and a portal that is still about to start.</summary>
    public bool IsSure
    {
        get
        {
            lock (_lock)
            {
                // One clock stands still while a machine sleeps, the other may be set: the larger of the two counts.
                return _seen is not var (ticks, at) || (clock.GetElapsedTime(ticks) < Sure && (clock.GetUtcNow() - at).Duration() < Sure);
            }
        }
    }

    /// <summary>Taken before the sign of life is written: what takes long in writing does not count.</summary>
    public (long Ticks, DateTimeOffset At) Now => (clock.GetTimestamp(), clock.GetUtcNow());

    public void Seen((long Ticks, DateTimeOffset At) when)
    {
        lock (_lock)
        {
            _seen = when;
        }
    }
}
