using Quartz;

namespace Portal.Server.Sync.Bundles;

/// <summary>Has change sets of bundles made: at the start, when somebody asks or a run has ended, and every minute, because what comes before a part may be set aside anywhere.</summary>
internal sealed class BundleSchedule(ISchedulerFactory schedulers) : IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await AddJobAsync(scheduler, cancellationToken);
        var trigger = TriggerBuilder.Create()
            .WithIdentity("minute", "bundles")
            .ForJob(BundleJob.Key)
            .StartNow()
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
        await scheduler.TriggerJob(BundleJob.Key, [], cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task AddJobAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        if (!await scheduler.Exists(BundleJob.Key, cancellationToken))
        {
            var job = JobBuilder.Create<BundleJob>().WithIdentity(BundleJob.Key).StoreDurably().Build();
            await scheduler.AddJob(job, new AddJobOptions { Replace = true }, cancellationToken);
        }
    }
}
