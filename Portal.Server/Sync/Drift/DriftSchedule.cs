using Quartz;

namespace Portal.Server.Sync.Drift;

/// <summary>Has rounds made: every minute, and at once where somebody asks.</summary>
internal sealed class DriftSchedule(ISchedulerFactory schedulers) : IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await AddJobAsync(scheduler, cancellationToken);
        var trigger = TriggerBuilder.Create()
            .WithIdentity("minute", "drift")
            .ForJob(DriftJob.Key)
            .StartAt(DateTimeOffset.UtcNow + Pause)
            .WithSimpleSchedule(schedule => schedule.WithInterval(Pause).RepeatForever())
            .Build();

        if (!await scheduler.Exists(trigger.Key, cancellationToken))
        {
            await scheduler.ScheduleJob(trigger, cancellationToken: cancellationToken);
        }
    }

    public async Task WakeAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await AddJobAsync(scheduler, cancellationToken);
        await scheduler.TriggerJob(DriftJob.Key, [], cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task AddJobAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        if (!await scheduler.Exists(DriftJob.Key, cancellationToken))
        {
            var job = JobBuilder.Create<DriftJob>().WithIdentity(DriftJob.Key).StoreDurably().Build();
            await scheduler.AddJob(job, new AddJobOptions { Replace = true }, cancellationToken);
        }
    }
}
