using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Portal.Server.Platform;

/// <summary>
/// Sees to it that one process at a time works on a database. Runs, checks and the budget of calls are held in the memory of one process: two would apply a change set twice at once, and each would take the whole share of AWS's quotas.
/// A second one waits at its start, before it listens, and takes over when the first has ended or has been silent for <see cref="Lasting"/>.
/// </summary>
internal sealed partial class OnePortal(IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<OnePortal> logger) : IRounds, IHostedService
{
    /// <summary>How long a silent process is waited for.</summary>
    public static readonly TimeSpan Lasting = TimeSpan.FromSeconds(45);

    private readonly Guid _me = Guid.CreateVersion7();
    private bool _isWaiting;

    public string Work => "The sign of life of this portal";

    public TimeSpan Pause => TimeSpan.FromSeconds(10);

    /// <summary>Returns when this is the portal that works.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2), clock);

        while (!await TryTakeAsync(cancellationToken))
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    public async Task<bool> TryTakeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var now = clock.GetUtcNow();

        if (await db.Set<WorkingPortal>().SingleOrDefaultAsync(cancellationToken) is not { } other)
        {
            db.Add(new WorkingPortal { Holder = _me, Machine = Environment.MachineName, ProcessId = Environment.ProcessId, ProcessStartedAt = WorkingPortal.ThisProcessStartedAt, Since = now, SeenAt = now });
        }
        else if (other.IsThisProcess || other.IsGone(now, Lasting))
        {
            (other.Holder, other.Machine, other.ProcessId, other.ProcessStartedAt) = (_me, Environment.MachineName, Environment.ProcessId, WorkingPortal.ThisProcessStartedAt);
            (other.Since, other.SeenAt) = (now, now);
        }
        else
        {
            if (!_isWaiting)
            {
                LogWaiting(other.Machine, other.ProcessId, other.Since);
                _isWaiting = true;
            }

            return false;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);

            return true;
        }
        catch (Exception exception) when (exception is DbUpdateConcurrencyException || (exception is DbUpdateException { InnerException: DbException } update && update.IsTaken()))
        {
            return false; // A third one was faster.
        }
    }

    public async Task RoundAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var now = clock.GetUtcNow();
        var seen = await db.Set<WorkingPortal>().Where(row => row.Holder == _me).ExecuteUpdateAsync(rows => rows.SetProperty(row => row.SeenAt, now), cancellationToken);

        if (seen is 0 && await db.Set<WorkingPortal>().AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { IsThisProcess: false } other)
        {
            LogLost(other.Machine, other.ProcessId);
            lifetime.StopApplication();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The last thing that this process does, so that the next need not wait.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<WorkingPortal>().Where(row => row.Holder == _me)
                .ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Holder, Guid.Empty), cancellationToken);
        }
        catch (ObjectDisposedException)
        {
            // The host was disposed of before it was stopped, as tests do: the next one finds that it is gone.
        }
        catch (DbException exception)
        {
            LogNotReleased(exception.Message);
        }
    }

    [LoggerMessage(EventId = 1020, Level = LogLevel.Warning, Message = "Another portal works on this database ({Machine}, process {ProcessId}, since {Since}): this one waits until that has ended, and takes over then")]
    private partial void LogWaiting(string machine, int processId, DateTimeOffset since);

    [LoggerMessage(EventId = 1021, Level = LogLevel.Critical, Message = "Another portal has taken over ({Machine}, process {ProcessId}), because this one could not give a sign of life: this one stops")]
    private partial void LogLost(string machine, int processId);

    [LoggerMessage(EventId = 1022, Level = LogLevel.Warning, Message = "That this portal has ended could not be written down, so that the next one may wait for a while: {Why}")]
    private partial void LogNotReleased(string why);
}
