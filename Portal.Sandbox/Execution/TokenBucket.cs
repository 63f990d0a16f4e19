using Portal.Sandbox.ApiGateway;

namespace Portal.Sandbox.Execution;

/// <summary>
/// Tokens that come steadily up to a burst; a request takes one. It starts full. The limit comes with each request, so that a changed one holds from the next on.
/// Thread-safe.
/// </summary>
internal sealed class TokenBucket(TimeProvider time)
{
    // A third of a second three times is a second.
    private const double Rounding = 1e-9;

    private readonly Lock _gate = new();
    private double? _tokens;
    private long _at;

    public bool TryTake(ThrottleSettings limit)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            var come = _tokens is null ? 0 : time.GetElapsedTime(_at, now).TotalSeconds * limit.RateLimit;
            _at = now;
            var tokens = Math.Min(limit.BurstLimit, (_tokens ?? limit.BurstLimit) + come);
            var taken = tokens >= 1 - Rounding;
            _tokens = taken ? tokens - 1 : tokens;
            return taken;
        }
    }

    /// <summary>For a request that was refused elsewhere.</summary>
    public void GiveBack()
    {
        lock (_gate)
        {
            _tokens++;
        }
    }
}
