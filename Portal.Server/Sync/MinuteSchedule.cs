using Portal.Server.Platform;
using Quartz;

namespace Portal.Server.Sync;

/// <summary>Has a job done every minute, and at once where somebody asks. Minutes are counted, and not read from the machine's clock, which may be put back.</summary>
/// <param name="schedulers">Quartz, which goes by that clock.</param>
/// <param name="key">The job's.</param>
/// <param name="wait">How long after the start it is done first.</param>
/// <param name="logger">Hears that the minutes have ended.</param>
internal abstract partial class MinuteSchedule<TJob>(ISchedulerFactory schedulers, JobKey key, TimeSpan wait, ILogger logger) : AfterStart, IDisposable
    where TJob : IJob
{
    protected static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stopping = new();
    private Task _minutes = Task.CompletedTask;
    private bool _isOver;

    public override Task StartedAsync(CancellationToken cancellationToken)
    {
        _minutes = GoAsync(_stopping.Token);

        return Task.CompletedTask;
    }

    public async Task WakeAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await AddJobAsync(scheduler, cancellationToken);
        await scheduler.TriggerJob(key, [], cancellationToken);
    }

    public override async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (!_isOver)
        {
            await _stopping.CancelAsync();
        }

        await _minutes;
    }

    /// <summary>Twice, because the container knows it by two names.</summary>
    public void Dispose()
    {
        if (!_isOver)
        {
            _isOver = true;
            _stopping.Cancel();
            _stopping.Dispose();
        }
    }

    private async Task GoAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(wait, cancellationToken);
            using var timer = new PeriodicTimer(Pause);

            do
            {
                await MinuteAsync(cancellationToken);
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The portal stops.
        }
        catch (SchedulerException exception)
        {
            LogEnded(key.Group, exception.Message);
        }
    }

    /// <summary>While it is at work, or about to be, nobody need ask for more.</summary>
    private async Task MinuteAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);

        if ((await scheduler.GetTriggersOfJob(key, cancellationToken)).Count is 0)
        {
            await WakeAsync(cancellationToken);
        }
    }

    private async Task AddJobAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        if (!await scheduler.Exists(key, cancellationToken))
        {
            var job = JobBuilder.Create<TJob>().WithIdentity(key).StoreDurably().Build();
            await scheduler.AddJob(job, new AddJobOptions { Replace = true }, cancellationToken);
        }
    }

    [LoggerMessage(EventId = 3113, Level = LogLevel.Warning, Message = "The minutes of {Job} have ended: {Why}")]
    private partial void LogEnded(string job, string why);
}
