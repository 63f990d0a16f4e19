using System.Runtime.InteropServices;
using Portal.Sandbox.ApiGateway.UsagePlans;

namespace Portal.Sandbox.State;

/// <summary>The days of one key under one usage plan: what it used, and what was granted on top of the quota (less than nothing when cut). Thread-safe.</summary>
internal sealed class KeyUsage
{
    /// <summary>What is left where there is no quota; what AWS says then is not recorded.</summary>
    private const long Unlimited = -1;

    private readonly Lock _gate = new();
    private readonly Dictionary<DateOnly, (long Used, long Granted)> _days = [];
    // What the days of the period before that day come to, so that not all are summed up at each call; null when a day before it may have changed.
    private (DateOnly Start, DateOnly Day, long Sum)? _before;

    public IReadOnlyList<DateOnly> Days
    {
        get
        {
            lock (_gate)
            {
                return [.. _days.Keys];
            }
        }
    }

    public bool TryCount(QuotaSettings? quota, DateOnly day)
    {
        lock (_gate)
        {
            if (quota is not null && Remaining(quota, day) < 1)
            {
                return false;
            }

            if (_before is { } known && day < known.Day)
            {
                _before = null;
            }

            CollectionsMarshal.GetValueRefOrAddDefault(_days, day, out _).Used++;
            return true;
        }
    }

    public void SetRemaining(QuotaSettings quota, DateOnly day, long remaining)
    {
        lock (_gate)
        {
            _before = null;
            var (used, granted) = _days.GetValueOrDefault(day);
            _days[day] = (used, granted + remaining - Remaining(quota, day));
        }
    }

    /// <summary>Used on the day, and what remained of its period when it ended.</summary>
    public IReadOnlyList<long> Day(QuotaSettings? quota, DateOnly day)
    {
        lock (_gate)
        {
            return [_days.GetValueOrDefault(day).Used, quota is null ? Unlimited : Math.Max(0, Remaining(quota, day))];
        }
    }

    public bool HasAny(DateOnly first, DateOnly last)
    {
        lock (_gate)
        {
            return _days.Keys.Any(day => day >= first && day <= last);
        }
    }

    public long[] Saved(DateOnly day)
    {
        lock (_gate)
        {
            var (used, granted) = _days.GetValueOrDefault(day);
            return [used, granted];
        }
    }

    public void Load(DateOnly day, long[] numbers)
    {
        lock (_gate)
        {
            _before = null;
            _days[day] = (numbers[0], numbers[1]);
        }
    }

    private long Remaining(QuotaSettings quota, DateOnly day)
    {
        var start = quota.StartOfPeriod(day);
        if (_before is not { } known || known.Start != start || known.Day != day)
        {
            var sum = 0L;
            for (var one = start; one < day; one = one.AddDays(1))
            {
                sum += Left(one);
            }

            _before = known = (start, day, sum);
        }

        return quota.Limit + known.Sum + Left(day);
    }

    private long Left(DateOnly day)
    {
        var (used, granted) = _days.GetValueOrDefault(day);
        return granted - used;
    }
}
