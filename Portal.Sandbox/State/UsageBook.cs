using System.Collections.Concurrent;
using System.Globalization;
using Portal.Sandbox.ApiGateway.UsagePlans;

namespace Portal.Sandbox.State;

/// <summary>
/// How many requests of each key were let in under each usage plan, by day in UTC. Thread-safe: the data plane counts without the Region's gate.
/// On disk it is a file per plan and day, so that counting rewrites only today's.
/// </summary>
internal sealed class UsageBook(ConcurrentDictionary<string, bool> unsaved)
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, KeyUsage>> _plans = new(StringComparer.Ordinal);

    private Mark _marked = new("", default, "");

    /// <summary>Counts a request, unless nothing of the quota is left.</summary>
    public bool TryCount(string planId, string keyId, QuotaSettings? quota, DateOnly day)
    {
        if (!Of(planId, keyId).TryCount(quota, day))
        {
            return false;
        }

        // Marked once: nearly all calls are of the day and plan of the one before.
        var marked = _marked;
        if (marked.Day != day || marked.PlanId != planId)
        {
            _marked = marked = new(planId, day, File(planId, day));
        }

        if (!unsaved.ContainsKey(marked.File))
        {
            unsaved[marked.File] = true;
        }

        return true;
    }

    /// <summary>Sets what is left of the current period.</summary>
    public void SetRemaining(string planId, string keyId, QuotaSettings quota, DateOnly day, long remaining)
    {
        Of(planId, keyId).SetRemaining(quota, day, remaining);
        unsaved[File(planId, day)] = true;
    }

    /// <summary>Used and remaining of each day.</summary>
    public IReadOnlyList<IReadOnlyList<long>> Days(string planId, string keyId, QuotaSettings? quota, DateOnly first, DateOnly last)
    {
        var usage = Find(planId, keyId) ?? new();
        return [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(offset => usage.Day(quota, first.AddDays(offset)))];
    }

    public bool HasAny(string planId, string keyId, DateOnly first, DateOnly last) => Find(planId, keyId)?.HasAny(first, last) is true;

    /// <summary>All keys that ever used the plan.</summary>
    public IEnumerable<string> KeysOf(string planId) => _plans.TryGetValue(planId, out var keys) ? keys.Keys : [];

    public void Remove(string planId)
    {
        if (_plans.TryRemove(planId, out var keys))
        {
            foreach (var day in keys.Values.SelectMany(usage => usage.Days).Distinct())
            {
                unsaved[File(planId, day)] = true;
            }
        }
    }

    public void Clear()
    {
        foreach (var id in _plans.Keys)
        {
            Remove(id);
        }
    }

    /// <summary>A name for each plan and day that has something.</summary>
    public IEnumerable<string> Names =>
        from plan in _plans
        from day in plan.Value.Values.SelectMany(usage => usage.Days).Distinct()
        select File(plan.Key, day)[(Files.Usage.Length + 1)..];

    /// <summary>What is written to a file: used and granted, by key; null when there is nothing.</summary>
    public Map<long[]>? Saved(string name)
    {
        var (planId, day) = Parsed(name);
        if (!_plans.TryGetValue(planId, out var keys))
        {
            return null;
        }

        return Map<long[]>.Of(keys.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Saved(day))).Where(pair => pair.Value is not [0, 0])).OrNull();
    }

    public void Load(string name, Map<long[]> saved)
    {
        var (planId, day) = Parsed(name);
        foreach (var (keyId, numbers) in saved)
        {
            Of(planId, keyId).Load(day, numbers);
        }
    }

    private sealed record Mark(string PlanId, DateOnly Day, string File);

    private KeyUsage? Find(string planId, string keyId) => _plans.TryGetValue(planId, out var keys) ? keys.GetValueOrDefault(keyId) : null;

    private KeyUsage Of(string planId, string keyId) =>
        _plans.GetOrAdd(planId, static _ => new(StringComparer.Ordinal)).GetOrAdd(keyId, static _ => new());

    private static string File(string planId, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Files.Usage}/{planId}.{day:yyyy-MM-dd}");

    private static (string PlanId, DateOnly Day) Parsed(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return (name[..dot], DateOnly.ParseExact(name[(dot + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
