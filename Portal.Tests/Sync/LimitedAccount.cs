namespace Portal.Tests.Sync;

/// <summary>
/// What AWS takes of control-plane calls from an account and Region (its page of limits, as of 2026), by the same clock: 10 a second with bursts of 40 of all,
/// and of some operations so many in so many seconds, in whatever window of that length.
/// </summary>
internal sealed class LimitedAccount(TimeProvider clock)
{
    private static readonly Dictionary<string, (int Calls, double Seconds)> Limits = new()
    {
        ["GetResources"] = (5, 2),
        ["PutRestApi"] = (1, 1),
        ["CreateRestApi"] = (1, 3),
        ["CreateDeployment"] = (1, 5),
        ["UpdateUsagePlan"] = (1, 20),
    };

    private readonly Dictionary<string, Queue<DateTimeOffset>> _lately = [];
    private double _tokens = 40;
    private DateTimeOffset _at = clock.GetUtcNow();

    public int Calls { get; private set; }

    public int Refused { get; private set; }

    /// <summary>False where AWS would answer 429.</summary>
    public bool Takes(string operation)
    {
        var now = clock.GetUtcNow();
        _tokens = Math.Min(40, _tokens + ((now - _at).TotalSeconds * 10));
        _at = now;

        var fits = _tokens >= 1 && Fits(operation, now);
        (Calls, Refused) = (Calls + 1, Refused + (fits ? 0 : 1));
        _tokens -= fits ? 1 : 0;

        return fits;
    }

    private bool Fits(string operation, DateTimeOffset now)
    {
        if (!Limits.TryGetValue(operation, out var limit))
        {
            return true;
        }

        var lately = _lately.TryGetValue(operation, out var known) ? known : _lately[operation] = new Queue<DateTimeOffset>();

        while (lately.TryPeek(out var first) && first <= now.AddSeconds(-limit.Seconds))
        {
            lately.Dequeue();
        }

        if (lately.Count == limit.Calls)
        {
            return false;
        }

        lately.Enqueue(now);

        return true;
    }
}
