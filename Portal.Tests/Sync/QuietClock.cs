namespace Portal.Tests.Sync;

/// <summary>
/// A clock for work that goes over the network: it goes on to the next timer only when all who work wait for the clock, and none for an answer. So however slow the machine is,
/// time passes as if it were not there. It may go on a little early, while somebody computes between two calls that he makes at once; never late.
/// </summary>
internal sealed class QuietClock : TimeProvider
{
    private const int Patience = 20;

    private readonly Lock _gate = new();
    private readonly Lock _queue = new();
    private readonly PriorityQueue<Timer, DateTimeOffset> _timers = new();
    private readonly List<Worker> _workers = [];
    private readonly List<Task> _rests = [];
    private readonly AsyncLocal<Worker?> _worker = new();
    private long _stirs;
    private long _now = SimulatedTime.Start.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _now), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);

        return timer;
    }

    /// <summary>Does the work of one who is waited for: while any of them is busy, time stands.</summary>
    public async Task WorkAsync(Func<Task> work)
    {
        var worker = new Worker();

        lock (_gate)
        {
            _workers.Add(worker);
        }

        _worker.Value = worker;
        await Task.Yield();

        try
        {
            await work();
        }
        finally
        {
            lock (_gate)
            {
                _workers.Remove(worker);
            }

            GoOn();
        }
    }

    public Task PauseAsync(TimeSpan time) => RestAsync(Task.Delay(time, this));

    /// <summary>Waits for what the clock will bring.</summary>
    /// <param name="turn">What it is.</param>
    /// <param name="toCall">Whether a call follows at once: there is no moment between.</param>
    public async Task RestAsync(Task turn, bool toCall = false)
    {
        var worker = Current;

        lock (_gate)
        {
            worker.Rests++;
            _rests.Add(turn);
        }

        GoOn();
        await turn.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);

        lock (_gate)
        {
            _stirs++;
            worker.Rests--;
            worker.Calls += toCall ? 1 : 0;
            _rests.Remove(turn);
        }

        await turn;
    }

    public void CallBegins()
    {
        lock (_gate)
        {
            _stirs++;
            Current.Calls++;
        }
    }

    public void CallEnds()
    {
        lock (_gate)
        {
            Current.Calls--;
        }

        GoOn();
    }

    private Worker Current => _worker.Value ?? throw new InvalidOperationException("Nobody's work: time would pass beside it.");

    /// <summary>Somebody rests or has an answer: unless somebody stirs, time goes on.</summary>
    private void GoOn()
    {
        lock (_gate)
        {
            Pass(++_stirs, Patience);
        }
    }

    /// <summary>Whoever was woken gets a turn first, as often as it takes him to say that he is awake.</summary>
    private void Pass(long stirs, int turns) => ThreadPool.UnsafeQueueUserWorkItem(
        _ =>
        {
            lock (_gate)
            {
                if (stirs != _stirs || !_workers.TrueForAll(worker => worker is { Rests: > 0, Calls: 0 }) || _rests.Exists(rest => rest.IsCompleted))
                {
                    return;
                }

                if (turns > 0)
                {
                    Pass(stirs, turns - 1);
                }
                else if (NextOrNull(out var due) is { } timer)
                {
                    Interlocked.Exchange(ref _now, Math.Max(_now, due.Ticks));
                    timer.Fire(due);
                    Pass(++_stirs, Patience);
                }
            }
        },
        null);

    private Timer? NextOrNull(out DateTimeOffset due)
    {
        lock (_queue)
        {
            return _timers.TryDequeue(out var timer, out due) ? timer : null;
        }
    }

    private sealed class Worker
    {
        public int Rests { get; set; }

        public int Calls { get; set; }
    }

    private sealed class Timer(QuietClock clock, TimerCallback callback, object? state) : ITimer
    {
        private DateTimeOffset? _due;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._queue)
            {
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;

                if (_due is { } due)
                {
                    clock._timers.Enqueue(this, due);
                }
            }

            return true;
        }

        public void Fire(DateTimeOffset due)
        {
            lock (clock._queue)
            {
                if (_due != due)
                {
                    return;
                }

                _due = null;
            }

            callback(state);
        }

        public void Dispose()
        {
            lock (clock._queue)
            {
                _due = null;
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();

            return ValueTask.CompletedTask;
        }
    }
}
