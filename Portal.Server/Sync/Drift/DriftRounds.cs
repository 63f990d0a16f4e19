using Microsoft.EntityFrameworkCore;
using Portal.Server.Gateway;
using Portal.Server.Platform;
using Portal.Shared.Sync;

namespace Portal.Server.Sync.Drift;

/// <summary>Goes round what the portal has applied and checks what is due: what somebody waits for first, then what was looked at longest ago.</summary>
internal sealed partial class DriftRounds(IServiceScopeFactory scopes, DriftChecker checker, DriftOptions options, TimeProvider clock, ILogger<DriftRounds> logger)
{
    private readonly Lock _gate = new();
    private readonly HashSet<(Guid, string)> _underWay = [];

    /// <summary>Checks until nothing is due any more. How many that were.</summary>
    public async Task<int> GoAsync(CancellationToken cancellationToken)
    {
        await EnrollAsync(cancellationToken);
        var counts = await Task.WhenAll(Enumerable.Range(0, options.AtOnce).Select(_ => WorkAsync(cancellationToken)));

        return counts.Sum();
    }

    private async Task<int> WorkAsync(CancellationToken cancellationToken)
    {
        var checks = 0;

        while (await NextAsync(cancellationToken) is { } next)
        {
            try
            {
                using var errand = Errands.On(next.IsWanted ? Errand.Run : Errand.Background);
                await checker.CheckAsync(next.Connection, next.Subject, next.Look, cancellationToken);
                checks++;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                LogFailed(exception, next.Subject);
                await PutOffAsync(next, cancellationToken);
            }
            finally
            {
                lock (_gate)
                {
                    _underWay.Remove((next.Connection, next.Subject));
                }
            }
        }

        return checks;
    }

    /// <summary>What runs have left and is not looked after yet, as after the first deployment.</summary>
    private async Task EnrollAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await EnrollAsync(db, cancellationToken);
    }

    internal static async Task EnrollAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var unknown = await db.Set<AppliedSpec>()
            .Where(row => row.Address == row.Subject && !db.Set<DriftCheck>().Any(check => check.ConnectionId == row.ConnectionId && check.Subject == row.Subject))
            .Select(row => new { row.ConnectionId, row.Subject, row.TeamId })
            .ToListAsync(cancellationToken);

        if (unknown is not [])
        {
            db.AddRange(unknown.Select(row => new DriftCheck { ConnectionId = row.ConnectionId, Subject = row.Subject, TeamId = row.TeamId }));
            await db.SaveChangesAsync(cancellationToken);
        }

        await EnrollDocumentationAsync(db, cancellationToken);
    }

    /// <summary>Of each REST API that is looked after, its documentation too.</summary>
    private static async Task EnrollDocumentationAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var prefix = $"{Kind.RestApi}/";
        var unknown = await db.Set<AppliedSpec>()
            .Where(row => row.Address == row.Subject && row.Subject.StartsWith(prefix)
                && !db.Set<DriftCheck>().Any(check => check.ConnectionId == row.ConnectionId && check.Subject == row.Subject.Replace(prefix, DocumentationSpec.Prefix)))
            .Select(row => new { row.ConnectionId, row.Subject, row.TeamId })
            .ToListAsync(cancellationToken);

        if (unknown is not [])
        {
            db.AddRange(unknown.Select(row => new DriftCheck { ConnectionId = row.ConnectionId, Subject = DocumentationSpec.SubjectBeside(row.Subject), TeamId = row.TeamId }));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task<Due?> NextAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var (quick, full, putBack) = (now - options.Quick, now - options.Full, now + options.Quick + options.Full);
        var byItself = options.Enabled;

        var due = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<DriftCheck>().AsNoTracking()
            .Where(check => (check.NotBefore == null || check.NotBefore <= now || check.NotBefore > putBack)
                // What was looked at later than now was looked at before the clock was put back.
                && (check.Wanted != null || (byItself && (check.FullAt == null || check.FullAt <= full || check.FullAt > now
                    || (!check.Subject.StartsWith(DocumentationSpec.Prefix) && (check.QuickAt == null || check.QuickAt <= quick || check.QuickAt > now))))))
            .OrderBy(check => check.Wanted != null ? 0 : 1).ThenBy(check => check.QuickAt).ThenBy(check => check.Subject)
            .Take(options.AtOnce * 2)
            .ToListAsync(cancellationToken);

        lock (_gate)
        {
            return due.Find(check => _underWay.Add((check.ConnectionId, check.Subject))) is { } check
                ? new Due(check.ConnectionId, check.Subject, LookOf(check, full), check.Wanted is not null)
                : null;
        }
    }

    /// <summary>Of a documentation there is no quick look.</summary>
    private DriftLook LookOf(DriftCheck check, DateTimeOffset full) => check.Subject.StartsWith(DocumentationSpec.Prefix, StringComparison.Ordinal)
        ? DriftLook.Full
        : check.Wanted ?? (check.FullAt is null || check.FullAt <= full || check.FullAt > full + options.Full ? DriftLook.Full : DriftLook.Quick);

    private async Task PutOffAsync(Due due, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var later = clock.GetUtcNow() + options.Quick;
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<DriftCheck>()
            .Where(check => check.ConnectionId == due.Connection && check.Subject == due.Subject)
            .ExecuteUpdateAsync(
                rows => rows.SetProperty(check => check.NotBefore, later).SetProperty(check => check.Wanted, (DriftLook?)null).SetProperty(check => check.Trouble, "The portal itself failed at it; its log says how."), cancellationToken);
    }

    private sealed record Due(Guid Connection, string Subject, DriftLook Look, bool IsWanted);

    [LoggerMessage(EventId = 3152, Level = LogLevel.Error, Message = "The drift check of {Subject} failed in the portal itself")]
    private partial void LogFailed(Exception exception, string subject);
}
