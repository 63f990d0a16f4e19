using System.Collections.Concurrent;
using Portal.Sandbox.ApiGateway.ApiKeys;

namespace Portal.Sandbox.State;

/// <summary>API keys, found by id and by value; no two have the same value.</summary>
internal sealed class KeyShelf(ConcurrentDictionary<string, bool> unsaved)
{
    private readonly Shelf<ApiKeyEntry> _keys = new(Files.ApiKeys, unsaved);
    private readonly ConcurrentDictionary<string, string> _ids = new(StringComparer.Ordinal);

    public Map<ApiKeyEntry> All => _keys.All;

    public ApiKeyEntry? Find(string id) => _keys.Find(id);

    public ApiKeyEntry? FindValue(string value) => _ids.TryGetValue(value, out var id) ? _keys.Find(id) : null;

    public void Put(ApiKeyEntry entry)
    {
        _keys.Put(entry.Id, entry);
        _ids[entry.Key.Value!] = entry.Id;
    }

    public void Remove(string id)
    {
        if (_keys.Find(id) is { } entry)
        {
            _ids.TryRemove(entry.Key.Value!, out _);
            _keys.Remove(id);
        }
    }

    public void Load(ApiKeyEntry entry)
    {
        _keys.Load(entry.Id, entry);
        _ids[entry.Key.Value!] = entry.Id;
    }
}
