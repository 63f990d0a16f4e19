using System.Collections.Concurrent;

namespace Portal.Sandbox.State;

/// <summary>Values of stages that hold for a while. A stage that has too many forgets those that end first.</summary>
internal sealed class ExpiringCache<T>(int mostOfStage)
{
    private readonly ConcurrentDictionary<(string Api, string Stage), ConcurrentDictionary<string, (T Value, DateTimeOffset Until)>> _stages = new();

    public bool TryGet(string api, string stage, string key, DateTimeOffset now, out T value)
    {
        if (_stages.TryGetValue((api, stage), out var kept) && kept.TryGetValue(key, out var entry) && entry.Until > now)
        {
            value = entry.Value;
            return true;
        }

        value = default!;
        return false;
    }

    public void Put(string api, string stage, string key, T value, DateTimeOffset until)
    {
        var kept = _stages.GetOrAdd((api, stage), _ => new(StringComparer.Ordinal));
        kept[key] = (value, until);
        if (kept.Count > mostOfStage)
        {
            foreach (var (old, _) in kept.OrderBy(pair => pair.Value.Until).Take(mostOfStage / 4 + 1))
            {
                kept.TryRemove(old, out _);
            }
        }
    }

    public void Remove(string api, string stage, string key)
    {
        if (_stages.TryGetValue((api, stage), out var kept))
        {
            kept.TryRemove(key, out _);
        }
    }

    public void Flush(string api, string stage) => _stages.TryRemove((api, stage), out _);

    public void Clear() => _stages.Clear();
}
