using System.Data.Common;

namespace Portal.Server.Traffic;

/// <summary>Keeps the collector going from the start of the portal to its end, and lets go of what is too old.</summary>
internal sealed partial class CollectorLoop(Collector collector, SeriesStore store, FactStore facts, MetricsOptions options, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<CollectorLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private DateTimeOffset _forgotten;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Enabled)
        {
            return;
        }

        using var timer = new PeriodicTimer(Pause, clock);

        try
        {
            await StartedAsync(stoppingToken);

            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await RoundAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start reads on from the last mark.
        }
    }

    /// <summary>Before that there may be no tables and no sandbox yet.</summary>
    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registered = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        try
        {
            await collector.CollectDueAsync(cancellationToken);
            Forget();
        }
        catch (DbException exception)
        {
            // The database is busy, or its disk is full: the next round goes on from the last mark.
            LogNotKept(exception.Message);
        }
    }

    /// <summary>Once an hour, a little at a time.</summary>
    private void Forget()
    {
        var now = clock.GetUtcNow();

        if (now - _forgotten < TimeSpan.FromHours(1))
        {
            return;
        }

        // Several times as fast as it comes, and never long.
        var left = Resolution.All.Where(resolution => now.AddDays(-options.KeepDays(resolution)) is var before && store.Forget(resolution, before) | facts.Forget(resolution, before)).ToList();
        _forgotten = left is [] ? now : _forgotten;
    }

    [LoggerMessage(EventId = 2601, Level = LogLevel.Warning, Message = "What was collected could not be kept in this round: {Why}")]
    private partial void LogNotKept(string why);
}
