using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>
/// The calls of one account and Region: one bucket for all of them, and one of a single token for each operation with a limit of its own, so that these come evenly.
/// Whoever waits for an operation that is not due yet lets others go first.
/// </summary>
internal sealed class AccountPace : IDisposable
{
    /// <summary>This part of the bucket for all is left to persons, so that a page need not wait for a round through the whole account.</summary>
    private const double Reserve = 0.25;

    private readonly Lock _gate = new();
    private readonly double _perPortal;
    private readonly TimeProvider _clock;
    private readonly TokenBucket _all;
    private readonly double _reserved;
    private readonly Dictionary<string, TokenBucket> _operations = [];
    private readonly LinkedList<Waiter>[] _waiting = [.. Enum.GetValues<Errand>().Select(_ => new LinkedList<Waiter>())];
    private ITimer? _timer;
    private DateTimeOffset _wakesAt = DateTimeOffset.MaxValue;

    /// <param name="perPortal">How much of what AWS takes is the portal's.</param>
    /// <param name="clock">What time it is.</param>
    public AccountPace(double perPortal, TimeProvider clock)
    {
        var burst = Math.Max(1, AwsPace.Burst * Math.Min(1, perPortal));
        (_perPortal, _clock, _reserved) = (perPortal, clock, burst * Reserve);
        _all = new TokenBucket(AwsPace.CallsPerSecond * perPortal, burst, clock.GetUtcNow());
    }

    public Task TakeAsync(string operation, Errand errand, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiter = new Waiter(operation);

        lock (_gate)
        {
            _waiting[(int)errand].AddLast(waiter);
            LetThrough();

            if (!waiter.Task.IsCompleted)
            {
                waiter.Given = cancellationToken.UnsafeRegister(_ => GiveUp(waiter, errand, cancellationToken), null);
            }
        }

        return waiter.Task;
    }

    public void TooMany(string operation, TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            // AWS does not say which limit it was: the narrower one is likelier by far.
            (OperationOrNull(operation) ?? _all).TooMany(retryAfter, _clock.GetUtcNow());
        }
    }

    public void Dispose() => _timer?.Dispose();

    private void GiveUp(Waiter waiter, Errand errand, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (waiter.TrySetCanceled(cancellationToken))
            {
                _waiting[(int)errand].Remove(waiter);
            }
        }
    }

    /// <summary>Lets everybody through whose tokens are there, in order, and sees to it that the next is looked at when theirs are.</summary>
    private void LetThrough()
    {
        var now = _clock.GetUtcNow();
        var next = DateTimeOffset.MaxValue;

        foreach (var (waiting, left) in _waiting.Select((waiting, errand) => (waiting, errand is (int)Errand.Person ? 0 : _reserved)))
        {
            var passed = new HashSet<string>();

            for (var node = waiting.First; node is not null;)
            {
                var (waiter, following) = (node.Value, node.Next);

                if (passed.Add(waiter.Operation))
                {
                    var (operation, all) = (OperationOrNull(waiter.Operation), _all.FreeAt(left, now));
                    var freeAt = operation?.FreeAt(0, now) is { } own && own > all ? own : all;

                    if (freeAt <= now)
                    {
                        operation?.Take();
                        _all.Take();
                        waiting.Remove(node);
                        waiter.TrySetResult();

                        // Not disposed: that would wait for who gives up at this moment, and waits for us.
                        waiter.Given.Unregister();
                        passed.Remove(waiter.Operation);
                    }
                    else if (freeAt < next)
                    {
                        next = freeAt;
                    }
                }

                node = following;
            }
        }

        WakeAt(next, now);
    }

    private void WakeAt(DateTimeOffset next, DateTimeOffset now)
    {
        if (next == DateTimeOffset.MaxValue || (_timer is not null && _wakesAt <= next && _wakesAt > now))
        {
            return;
        }

        _timer?.Dispose();
        _wakesAt = next;

        // Timers count whole milliseconds.
        _timer = _clock.CreateTimer(static pace => ((AccountPace)pace!).Woken(), this, TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling((next - now).TotalMilliseconds))), Timeout.InfiniteTimeSpan);
    }

    private void Woken()
    {
        lock (_gate)
        {
            _timer?.Dispose();
            _timer = null;
            LetThrough();
        }
    }

    private TokenBucket? OperationOrNull(string operation)
    {
        if (AwsPace.PauseOrNull(operation) is not { } pause)
        {
            return null;
        }

        return _operations.TryGetValue(operation, out var bucket) ? bucket : _operations[operation] = new TokenBucket(_perPortal / pause.TotalSeconds, 1, _clock.GetUtcNow());
    }

    private sealed class Waiter(string operation) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public string Operation { get; } = operation;

        /// <summary>What hears that nobody waits any more.</summary>
        public CancellationTokenRegistration Given { get; set; }
    }
}
