namespace Portal.Server.Platform;

/// <summary>Work that is done over and over. Whatever is cut by the end of a process is found by the first round of the next.</summary>
internal interface IRounds
{
    /// <summary>What is done in a round, as the beginning of a sentence.</summary>
    string Work { get; }

    TimeSpan Pause { get; }

    bool IsWanted => true;

    Task RoundAsync(CancellationToken cancellationToken);
}

/// <summary>Keeps rounds going from when the portal has started to its end. One that fails is told, and does not end the others.</summary>
internal sealed partial class Rounds<T>(T rounds, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<T> logger) : BackgroundService
    where T : IRounds
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!rounds.IsWanted)
        {
            return;
        }

        using var timer = new PeriodicTimer(rounds.Pause, clock);

        try
        {
            await StartedAsync(stoppingToken);

            do
            {
                await RoundAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is due then is done after the next start.
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
            await rounds.RoundAsync(cancellationToken);
        }
        catch (Exception exception) when (exception.IsOfDatabase())
        {
            // The database is busy, its disk is full, or another replica was faster: the next round looks again.
            LogNotNow(rounds.Work, exception.Cause());
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception, rounds.Work);
        }
    }

    [LoggerMessage(EventId = 1010, Level = LogLevel.Warning, Message = "{Work} was not possible in this round, and is tried again: {Why}")]
    private partial void LogNotNow(string work, string why);

    [LoggerMessage(EventId = 1011, Level = LogLevel.Error, Message = "{Work} failed in this round, and is tried again")]
    private partial void LogFailed(Exception exception, string work);
}

internal static class RoundsModule
{
    public static void AddRounds<T>(this IServiceCollection services)
        where T : class, IRounds
    {
        services.AddSingleton<T>();
        services.AddHostedService<Rounds<T>>();
    }
}
