using System.Globalization;

namespace Portal.Server.Sync;

/// <summary>
/// Keeps runs to AWS's pace: for each connection one bucket of one token for each operation with a limit, so that a run that would have to wait lets others go first, and says
/// how long it waits. Calls themselves are paced by <see cref="CallPace"/>. It is held in memory: after a restart every bucket is full, and where AWS thinks otherwise it says so,
/// and the call is tried again like any other that is refused in passing.
/// </summary>
internal sealed class CallBudget(SyncOptions options, TimeProvider clock)
{
    /// <summary>Nobody who waits sleeps longer than this without looking whether it is still wanted.</summary>
    public static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(Guid Connection, string Operation), DateTimeOffset> _freeAt = [];

    /// <summary>From one call of an operation to the next, as the settings have it.</summary>
    public TimeSpan PauseOf(string operation) => options.Pace is 0 ? TimeSpan.Zero : AwsPace.PauseOf(operation) / options.PerPortal;

    /// <summary>What makes a run wait, in a sentence.</summary>
    public string WordsOf(string operation) => string.Create(
        CultureInfo.InvariantCulture,
        $"AWS takes one {operation} in {AwsPace.PauseOf(operation).TotalSeconds * options.Pace:0.##} seconds from an account and Region{(options.Share is 1 ? "" : $"; the portal uses {options.Share:0.##%} of that")}.");

    /// <summary>Takes a token for each of the operations, or none at all.</summary>
    public bool TryTake(Guid connection, IReadOnlyList<string> operations)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();

            if (operations.Any(operation => FreeAt(connection, operation) > now))
            {
                return false;
            }

            foreach (var operation in operations)
            {
                _freeAt[(connection, operation)] = now + PauseOf(operation);
            }

            return true;
        }
    }

    /// <summary>When all of the operations can be called again; in the past if they can now.</summary>
    public DateTimeOffset FreeAt(Guid connection, IReadOnlyList<string> operations)
    {
        lock (_gate)
        {
            return operations.Select(operation => FreeAt(connection, operation)).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        }
    }

    /// <summary>Waits for a token of each of the operations and takes it.</summary>
    public async Task TakeAsync(Guid connection, IReadOnlyList<string> operations, CancellationToken cancellationToken)
    {
        while (!TryTake(connection, operations))
        {
            await PauseAsync(FreeAt(connection, operations), cancellationToken);
        }
    }

    /// <summary>Sleeps until then, or for a glance.</summary>
    public Task PauseAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        // Timers count whole milliseconds: less than one would be no sleep at all.
        var left = Math.Ceiling((until - clock.GetUtcNow()).TotalMilliseconds);

        return Task.Delay(TimeSpan.FromMilliseconds(Math.Clamp(left, 1, Glance.TotalMilliseconds)), clock, cancellationToken);
    }

    private DateTimeOffset FreeAt(Guid connection, string operation)
    {
        if (!_freeAt.TryGetValue((connection, operation), out var freeAt))
        {
            return DateTimeOffset.MinValue;
        }

        // It never was later than that: the clock has been put back since.
        var latest = clock.GetUtcNow() + PauseOf(operation);

        return freeAt <= latest ? freeAt : _freeAt[(connection, operation)] = latest;
    }
}
