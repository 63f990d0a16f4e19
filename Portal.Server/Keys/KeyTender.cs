using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

/// <summary>Looks after keys whose time has come: those that expire, those whose overlap ends, those that API Gateway did not yet let go, and those whose issue was cut.</summary>
internal sealed partial class KeyTender(IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<KeyTender> logger) : BackgroundService
{
    private const int AtOnce = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly DateTimeOffset _start = clock.GetUtcNow();

    /// <summary>Does all that is due; returns how many keys that were.</summary>
    /// <param name="cutBefore">What began to be issued before this time, and still says so, was cut: the start of this process, at its start.</param>
    /// <param name="cancellationToken">The portal stops.</param>
    public async Task<int> TendAsync(DateTimeOffset? cutBefore, CancellationToken cancellationToken)
    {
        var due = await DueAsync(cutBefore, cancellationToken);

        foreach (var id in due)
        {
            await TendAsync(id, cancellationToken);
        }

        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);

        try
        {
            await StartedAsync(stoppingToken);
            await RoundAsync(_start, stoppingToken);

            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await RoundAsync(cutBefore: null, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is due then is done at the next start.
        }
    }

    private async Task RoundAsync(DateTimeOffset? cutBefore, CancellationToken cancellationToken)
    {
        try
        {
            await TendAsync(cutBefore, cancellationToken);
        }
        catch (System.Data.Common.DbException exception)
        {
            LogNoRound(exception.Message);
        }
    }

    private async Task<List<Guid>> DueAsync(DateTimeOffset? cutBefore, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var cut = cutBefore + ApiKey.LongestIssue;

        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<ApiKey>()
            .Where(key => key.DueAt <= now || (key.State == ApiKeyState.Issuing && key.DueAt <= cut))
            .OrderBy(key => key.DueAt)
            .Select(key => key.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
    }

    /// <summary>One that fails does not hold up the others.</summary>
    private async Task TendAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;

        try
        {
            var key = await services.GetRequiredService<PortalDb>().Set<ApiKey>().SingleAsync(key => key.Id == id, cancellationToken);
            await services.GetRequiredService<KeyEnding>().TendAsync(key, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else was faster.
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(exception, id);
        }
    }

    /// <summary>Before that there may be no table yet.</summary>
    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registered = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    [LoggerMessage(EventId = 2700, Level = LogLevel.Error, Message = "API key {Key} could not be looked after; it is tried again")]
    private partial void LogFailed(Exception exception, Guid key);

    [LoggerMessage(EventId = 2701, Level = LogLevel.Warning, Message = "API keys could not be looked after in this round: {Why}")]
    private partial void LogNoRound(string why);
}
