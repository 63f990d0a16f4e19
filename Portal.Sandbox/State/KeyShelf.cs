using System.Collections.Concurrent;
using Portal.Sandbox.ApiGateway.ApiKeys;

namespace Portal.Sandbox.State;

/// <summary>API keys, found by id and by value; no two have the same value.</summary>
internal sealed class KeyShelf(ConcurrentDictionary<string, bool> unsaved, Propagation late)
{
    private readonly Shelf<ApiKeyEntry> _keys = new(Files.ApiKeys, unsaved, late);
    private readonly ConcurrentDictionary<string, string> _ids = new(StringComparer.Ordinal);

    public Map<ApiKeyEntry> All => _keys.All;

    public ApiKeyEntry? Find(string id) => _keys.Find(id);

    public ApiKeyEntry? FindValue(string value) => _ids.TryGetValue(value, out var id) ? _keys.Find(id) : null;

    /// <summary>As the data plane sees it, for which a deleted key may live on for a while.</summary>
    public ApiKeyEntry? SeenValue(string value)
    {
        if (!_ids.TryGetValue(value, out var id))
        {
            return null;
        }

        var seen = _keys.Seen(id);
        if (seen is null && _keys.Find(id) is null)
        {
            _ids.TryRemove(KeyValuePair.Create(value, id));
        }

        return seen;
    }

    public void Put(ApiKeyEntry entry)
    {
        _keys.Put(entry.Id, entry);
        _ids[entry.Key.Value!] = entry.Id;
    }

    public void Remove(string id)
    {
        if (_keys.Find(id) is not { } entry)
        {
            return;
        }

        _keys.Remove(id);
        if (late.Delay == TimeSpan.Zero)
        {
            _ids.TryRemove(entry.Key.Value!, out _);
        }
    }

    public void Clear()
    {
        _keys.Clear();
        _ids.Clear();
    }

    public void Load(ApiKeyEntry entry)
    {
        _keys.Load(entry.Id, entry);
        _ids[entry.Key.Value!] = entry.Id;
    }
}
