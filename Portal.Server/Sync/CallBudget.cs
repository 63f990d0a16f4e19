namespace Portal.Server.Sync;

/// <summary>
/// Keeps the portal to AWS's pace: for each connection one bucket of one token for each operation with a limit. It is held in memory: after a restart every bucket is full,
/// and where AWS thinks otherwise it says so, and the call is tried again like any other that is refused in passing.
/// </summary>
internal sealed class CallBudget(SyncOptions options, TimeProvider clock)
{
    /// <summary>Nobody who waits sleeps longer than this without looking whether it is still wanted.</summary>
    public static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(Guid Connection, string Operation), DateTimeOffset> _freeAt = [];

    /// <summary>From one call of an operation to the next, as the settings have it.</summary>
    public TimeSpan PauseOf(string operation) => AwsPace.PauseOf(operation) * options.Pace;

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

    private DateTimeOffset FreeAt(Guid connection, string operation) => _freeAt.GetValueOrDefault((connection, operation), DateTimeOffset.MinValue);
}
