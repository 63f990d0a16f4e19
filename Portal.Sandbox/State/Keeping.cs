namespace Portal.Sandbox.State;

/// <summary>Moves what was measured and logged from memory to the disk twice a second, has alarms look at it once a minute, and lets it age once an hour, so that nobody who is served waits for the disk.</summary>
internal sealed partial class Keeping(World world, TimeProvider clock, ILogger<Keeping> logger) : IAsyncDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;
    private int _ended;

    public void Start() => _loop = Task.Run(LoopAsync);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _ended, 1) is 1)
        {
            return;
        }

        await _stop.CancelAsync();
        await _loop;
        Each(region => region.Flush());
        world.Dispose();
        _stop.Dispose();
    }

    private async Task LoopAsync()
    {
        using PeriodicTimer timer = new(Moment);
        DateTimeOffset? aged = null;
        while (await NextAsync(timer))
        {
            Each(Flush);
            Each(region => region.Watch(clock.GetUtcNow()));
            if (clock.GetUtcNow() is var now && !(now - aged < Hour))
            {
                Each(region => region.Age(now));
                aged = now;
            }
        }
    }

    private void Flush(Region region)
    {
        region.Flush();
        foreach (var group in region.Logs.TakeMissing())
        {
            LogMissing(group, region.Name);
        }
    }

    private void Each(Action<Region> act)
    {
        foreach (var region in world.Regions)
        {
            try
            {
                act(region);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
            {
                // What could not be written stays in memory, so the next round tries again.
                LogNotKept(region.Name, exception);
            }
        }
    }

    private async ValueTask<bool> NextAsync(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(EventId = 9003, Level = LogLevel.Warning, Message = "There is no log group {Group} in {Region}: lines of access logs meant for it are lost")]
    private partial void LogMissing(string group, string region);

    [LoggerMessage(EventId = 9002, Level = LogLevel.Error, Message = "What was measured and logged in {Region} could not be written; it is tried again.")]
    private partial void LogNotKept(string region, Exception exception);
}
