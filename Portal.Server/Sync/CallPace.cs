using System.Collections.Concurrent;
using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>The budget scheduler: paces all calls of API Gateway, by account and Region. It is of one process; where AWS thinks that it is too fast, it says so, and this goes slower.</summary>
internal sealed partial class CallPace(SyncOptions options, TimeProvider clock, ILogger<CallPace> logger) : ICallPace, IDisposable
{
    private readonly ConcurrentDictionary<PacedPlace, Lazy<AccountPace>> _accounts = new();

    public Task TakeAsync(PacedPlace place, string operation, CancellationToken cancellationToken) =>
        options.Pace is 0 ? Task.CompletedTask : Of(place).TakeAsync(operation, Errands.Now, cancellationToken);

    public void TooMany(PacedPlace place, string operation, TimeSpan? retryAfter)
    {
        LogTooMany(place.Account, place.Region, operation, retryAfter?.TotalSeconds);

        if (options.Pace is not 0)
        {
            Of(place).TooMany(operation, retryAfter);
        }
    }

    public void Dispose()
    {
        foreach (var account in _accounts.Values.Where(account => account.IsValueCreated))
        {
            account.Value.Dispose();
        }
    }

    private AccountPace Of(PacedPlace place) => _accounts.GetOrAdd(place, _ => new Lazy<AccountPace>(() => new AccountPace(options.PerPortal, clock))).Value;

    [LoggerMessage(EventId = 3140, Level = LogLevel.Warning, Message = "AWS takes no {Operation} of {Account} in {Region} at the moment: too many requests. It asked for {RetryAfter} seconds; calls go slower for a while")]
    private partial void LogTooMany(string account, string region, string operation, double? retryAfter);
}
