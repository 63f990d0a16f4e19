using Microsoft.EntityFrameworkCore;
using Portal.Server.Platform;
using Portal.Shared.Keys;

namespace Portal.Server.Keys;

/// <summary>Looks after keys whose time has come: those that expire, those whose overlap ends, those that API Gateway did not yet let go, and those whose issue was cut.</summary>
internal sealed partial class KeyTender(IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeyTender> logger) : IRounds
{
    private const int AtOnce = 500;

    private DateTimeOffset? _cutBefore = clock.GetUtcNow();

    public string Work => "Looking after API keys";

    public TimeSpan Pause => TimeSpan.FromSeconds(30);

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

    /// <summary>What the process before this one left is looked after at once.</summary>
    public async Task RoundAsync(CancellationToken cancellationToken)
    {
        await TendAsync(_cutBefore, cancellationToken);
        _cutBefore = null;
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

    [LoggerMessage(EventId = 2700, Level = LogLevel.Error, Message = "API key {Key} could not be looked after; it is tried again")]
    private partial void LogFailed(Exception exception, Guid key);
}
