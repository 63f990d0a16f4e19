namespace Portal.Tests.Sync;

/// <summary>
/// A clock that goes on to the next timer only when everything that can be done now is done: hours of waiting are simulated exactly, and in no time.
/// What runs in it runs on one thread.
/// </summary>
internal sealed class SimulatedTime : TimeProvider
{
    private readonly PriorityQueue<Timer, DateTimeOffset> _timers = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _work = new();
    private DateTimeOffset _now = Start;

    public static DateTimeOffset Start { get; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public TimeSpan Passed => _now - Start;

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);

        return timer;
    }

    /// <summary>Somebody sets the machine's clock.</summary>
    public void PutBack(TimeSpan by) => _now -= by;

    /// <summary>Runs it to its end, however long that takes on this clock.</summary>
    public void Run(Func<Task> deed)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new Pump(_work));

        try
        {
            var task = deed();

            while (!task.IsCompleted)
            {
                if (_work.TryDequeue(out var work))
                {
                    work.Callback(work.State);
                }
                else
                {
                    Step();
                }
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private void Step()
    {
        if (!_timers.TryDequeue(out var timer, out var due))
        {
            throw new InvalidOperationException("Everybody waits, and nobody for the clock.");
        }

        _now = due > _now ? due : _now;
        timer.Fire(due);
    }

    private sealed class Timer(SimulatedTime time, TimerCallback callback, object? state) : ITimer
    {
        private DateTimeOffset? _due;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : time._now + dueTime;

            if (_due is { } due)
            {
                time._timers.Enqueue(this, due);
            }

            return true;
        }

        public void Fire(DateTimeOffset due)
        {
            if (_due == due)
            {
                _due = null;
                callback(state);
            }
        }

        public void Dispose() => _due = null;

        public ValueTask DisposeAsync()
        {
            Dispose();

            return ValueTask.CompletedTask;
        }
    }

    private sealed class Pump(Queue<(SendOrPostCallback Callback, object? State)> work) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => work.Enqueue((d, state));

        public override void Send(SendOrPostCallback d, object? state) => d(state);
    }
}
