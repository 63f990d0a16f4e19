using Quartz;

namespace Portal.Server.Sync;

/// <summary>Sees to it that a connection is worked on, and never twice at once: there is one job for each, and Quartz runs a job once at a time.</summary>
internal sealed class Coordinator(ISchedulerFactory schedulers)
{
    /// <summary>Something on the connection waits to be done. Called while the job runs, it runs once more after that.</summary>
    public async Task WakeAsync(Guid connection, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var key = new JobKey(connection.ToString(), "runs");

        if (!await scheduler.Exists(key, cancellationToken))
        {
            var job = JobBuilder.Create<ConnectionJob>().WithIdentity(key).StoreDurably().Build();
            await scheduler.AddJob(job, new AddJobOptions { Replace = true }, cancellationToken);
        }

        await scheduler.TriggerJob(key, [], cancellationToken);
    }
}
