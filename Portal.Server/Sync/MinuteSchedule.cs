using Portal.Server.Platform;
using Quartz;

namespace Portal.Server.Sync;

/// <summary>Has a job done every minute, and at once where somebody asks.</summary>
/// <param name="schedulers">Quartz.</param>
/// <param name="key">The job's.</param>
/// <param name="wait">How long after the start it is done first.</param>
internal abstract class MinuteSchedule<TJob>(ISchedulerFactory schedulers, JobKey key, TimeSpan wait) : AfterStart
    where TJob : IJob
{
    protected static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public override async Task StartedAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await AddJobAsync(scheduler, cancellationToken);
        var trigger = TriggerBuilder.Create()
            .WithIdentity("minute", key.Group)
            .ForJob(key)
            // Quartz goes by the machine's clock.
            .StartAt(DateTimeOffset.UtcNow + wait)
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
        await scheduler.TriggerJob(key, [], cancellationToken);
    }

    private async Task AddJobAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        if (!await scheduler.Exists(key, cancellationToken))
        {
            var job = JobBuilder.Create<TJob>().WithIdentity(key).StoreDurably().Build();
            await scheduler.AddJob(job, new AddJobOptions { Replace = true }, cancellationToken);
        }
    }
}
