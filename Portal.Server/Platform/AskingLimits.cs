using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Portal.Shared;

namespace Portal.Server.Platform;

/// <summary>
/// Counts how often the requests marked with <see cref="LimitedAttribute"/> are asked, per person, or per address where nobody is signed in.
/// Held in memory, so each replica counts for itself.
/// </summary>
internal sealed class AskingLimits(RequestCatalog catalog) : IDisposable
{
    private const int SegmentsPerMinute = 6;

    private readonly ConcurrentDictionary<Type, PartitionedRateLimiter<string>> _limiters = [];

    /// <summary>Whether it may be asked now; if so, it is counted.</summary>
    public bool Allows(Type request, CurrentUser user, string? address)
    {
        if (catalog.LimitOf(request) is not { } perMinute)
        {
            return true;
        }

        using var lease = _limiters.GetOrAdd(request, static (_, limit) => Limiter(limit), perMinute).AttemptAcquire(user.Roles is Role.None ? $"address {address}" : user.Id.ToString());

        return lease.IsAcquired;
    }

    public void Dispose()
    {
        foreach (var limiter in _limiters.Values)
        {
            limiter.Dispose();
        }
    }

    private static PartitionedRateLimiter<string> Limiter(int perMinute) => PartitionedRateLimiter.Create<string, string>(who => RateLimitPartition.GetSlidingWindowLimiter(who, _ => new SlidingWindowRateLimiterOptions
    {
        PermitLimit = perMinute,
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = SegmentsPerMinute,
        QueueLimit = 0,
    }));
}
