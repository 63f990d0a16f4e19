using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Portal.Server.Platform;

/// <summary>
/// Sees to it that one process at a time works on a database. Runs, checks and the budget of calls are held in the memory of one process: two would apply a change set twice at once, and each would take the whole share of AWS's quotas.
/// A second one waits at its start, before it listens, and takes over when the first has ended or has been silent for <see cref="DatabaseOptions.TakeOverAfter"/>. One that was silent itself looks whether the place is still its own
/// before it calls AWS to write (<see cref="HoldAsync"/>); what any writes to the database is written only while the place is its own (<see cref="PlaceGuard"/>).
/// </summary>
internal sealed partial class OnePortal(IServiceScopeFactory scopes, WorkingPlace place, DatabaseOptions options, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<OnePortal> logger) : IRounds, IHostedService, IDisposable
{
    /// <summary>In tests several portals live in one process.</summary>
    private static readonly ConcurrentDictionary<Guid, bool> OfThisProcess = new();

    private readonly Guid _me = NewOfThisProcess();
    private readonly SemaphoreSlim _holding = new(1, 1);
    private Silence? _other;
    private bool _isWaiting;
    private bool _isLost;

    public string Work => "The sign of life of this portal";

    public TimeSpan Pause => options.TakeOverAfter / 4.5;

    /// <summary>Returns when this is the portal that works.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.TakeOverAfter / 22, clock);

        while (!await TryTakeAsync(cancellationToken))
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    public async Task<bool> TryTakeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var now = place.Now;

        if (await db.Set<WorkingPortal>().SingleOrDefaultAsync(cancellationToken) is not { } other)
        {
            db.Add(Row(now.At));
        }
        else if (other.IsThisProcess || other.HasEnded || IsSilent(other))
        {
            (other.Holder, other.Machine, other.ProcessId, other.ProcessStartedAt) = (_me, Environment.MachineName, Environment.ProcessId, WorkingPortal.ThisProcessStartedAt);
            (other.Since, other.SeenAt) = (now.At, now.At);
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
            place.Seen(now);

            return true;
        }
        catch (Exception exception) when (exception is DbUpdateConcurrencyException || (exception is DbUpdateException { InnerException: DbException } update && update.IsTaken()))
        {
            return false; // A third one was faster, or the other has given a sign of life after all.
        }
        catch (Exception exception) when (exception.IsLocked())
        {
            // One that was suspended in the middle of a write keeps the lock until it wakes up or ends: that is waited for.
            LogNotKnown(exception.Cause());

            return false;
        }
    }

    public Task RoundAsync(CancellationToken cancellationToken) => RenewAsync(cancellationToken);

    /// <summary>Returns where the place is this process's, as it has just seen or sees now. Throws where it is another's: nothing may be written any more.</summary>
    public async Task HoldAsync(CancellationToken cancellationToken)
    {
        if (place.IsSure)
        {
            return;
        }

        await _holding.WaitAsync(cancellationToken);

        try
        {
            while (!place.IsSure && !await TryRenewAsync(cancellationToken))
            {
                await Task.Delay(options.TakeOverAfter / 22, clock, cancellationToken);
            }
        }
        finally
        {
            _holding.Release();
        }
    }

    /// <summary>Throws where the place is another's, as a transaction that is about to write has read it.</summary>
    public void MustHold(Guid holder, string machine, int processId)
    {
        if (holder != Guid.Empty && !OfThisProcess.ContainsKey(holder))
        {
            Lose(machine, processId);

            throw Lost();
        }
    }

    /// <summary>While the database is locked nobody knows whose the place is: nothing is written until it is known.</summary>
    private async Task<bool> TryRenewAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await RenewAsync(cancellationToken) ? true : throw Lost();
        }
        catch (Exception exception) when (exception.IsOfDatabase())
        {
            LogNotKnown(exception.Cause());

            return false;
        }
    }

    /// <summary>Gives a sign of life.</summary>
    /// <returns>False where another has taken over, and this one stops.</returns>
    private async Task<bool> RenewAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var now = place.Now;

        if (!await IsOursAsync(db, cancellationToken))
        {
            return false;
        }

        await db.Set<WorkingPortal>().Where(row => row.Holder == _me)
            .ExecuteUpdateAsync(rows => rows.SetProperty(row => row.SeenAt, now.At).SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        place.Seen(now);

        return true;
    }

    /// <summary>The row may be gone, with a database that somebody has put back: then it is written anew. In tests several portals live in one process.</summary>
    private async Task<bool> IsOursAsync(PortalDb db, CancellationToken cancellationToken)
    {
        switch (await db.Set<WorkingPortal>().AsNoTracking().SingleOrDefaultAsync(cancellationToken))
        {
            case null:
                return await TryTakeAsync(cancellationToken);
            case { IsThisProcess: true }:
                return true;
            case var other:
                Lose(other.Machine, other.ProcessId);

                return false;
        }
    }

    private void Lose(string machine, int processId)
    {
        if (!Interlocked.Exchange(ref _isLost, true))
        {
            LogLost(machine, processId);
            lifetime.StopApplication();
        }
    }

    private static OperationCanceledException Lost() => new("Another portal has taken over: nothing more is written by this one.");

    /// <summary>By this machine's own clock, and only what it has seen itself: clocks of machines differ, and are set.</summary>
    private bool IsSilent(WorkingPortal other)
    {
        if (_other is not { } known || known.Holder != other.Holder || known.Version != other.Version)
        {
            _other = new Silence(other.Holder, other.Version, clock.GetTimestamp());

            return false;
        }

        return clock.GetElapsedTime(known.Since) >= options.TakeOverAfter;
    }

    private static Guid NewOfThisProcess()
    {
        var id = Guid.CreateVersion7();
        OfThisProcess[id] = true;

        return id;
    }

    private WorkingPortal Row(DateTimeOffset now) =>
        new() { Holder = _me, Machine = Environment.MachineName, ProcessId = Environment.ProcessId, ProcessStartedAt = WorkingPortal.ThisProcessStartedAt, Since = now, SeenAt = now };

    public void Dispose() => _holding.Dispose();

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
        catch (OperationCanceledException) when (_isLost)
        {
            // It is another's by now.
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

    /// <param name="Holder">Who is silent.</param>
    /// <param name="Version">Each sign of life makes it another.</param>
    /// <param name="Since">When this one was first seen.</param>
    private sealed record Silence(Guid Holder, int Version, long Since);

    [LoggerMessage(EventId = 1020, Level = LogLevel.Warning, Message = "Another portal works on this database ({Machine}, process {ProcessId}, since {Since}): this one waits until that has ended, and takes over then")]
    private partial void LogWaiting(string machine, int processId, DateTimeOffset since);

    [LoggerMessage(EventId = 1021, Level = LogLevel.Critical, Message = "Another portal has taken over ({Machine}, process {ProcessId}), because this one could not give a sign of life: this one stops")]
    private partial void LogLost(string machine, int processId);

    [LoggerMessage(EventId = 1023, Level = LogLevel.Warning, Message = "Whether this portal is the one that works cannot be settled now: nothing is written until it can. {Why}")]
    private partial void LogNotKnown(string why);

    [LoggerMessage(EventId = 1022, Level = LogLevel.Warning, Message = "That this portal has ended could not be written down, so that the next one may wait for a while: {Why}")]
    private partial void LogNotReleased(string why);
}
