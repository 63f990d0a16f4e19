using System.Collections.Concurrent;

namespace Portal.Sandbox.State;

/// <summary>
/// Things of one kind in a Region, by id, each in a file of its own. Writers hold the Region's gate; readers of the data plane need no lock,
/// because things are immutable and replaced whole.
/// </summary>
/// <param name="folder">The folder of their files below the Region's.</param>
/// <param name="unsaved">Where changed files are marked.</param>
/// <param name="late">How late the data plane sees them; null for at once.</param>
internal sealed class Shelf<T>(string folder, ConcurrentDictionary<string, bool> unsaved, Propagation? late = null) where T : class
{
    private readonly ConcurrentDictionary<string, T> _things = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Since, T? Thing)[]> _versions = new(StringComparer.Ordinal);
    private Map<T>? _sorted;

    /// <summary>All of them, sorted by id; for who holds the gate.</summary>
    public Map<T> All => _sorted ??= Map<T>.Of(_things);

    public T? Find(string id) => _things.GetValueOrDefault(id);

    /// <summary>As the data plane sees it: what was there when a change is still under way.</summary>
    public T? Seen(string id)
    {
        if (late is null || !_versions.TryGetValue(id, out var versions))
        {
            return Find(id);
        }

        var seen = Array.FindLastIndex(versions, version => version.Since <= late.Now - late.Delay);
        if (seen == versions.Length - 1)
        {
            _versions.TryRemove(KeyValuePair.Create(id, versions));
        }

        return versions[Math.Max(0, seen)].Thing;
    }

    public void Put(string id, T thing)
    {
        Remember(id, thing);
        _things[id] = thing;
        // Kept sorted once somebody asked for it: a list that is read while things are added is not sorted anew for each of them.
        _sorted = _sorted?.With(id, thing);
        unsaved[$"{folder}/{id}"] = true;
    }

    public void Remove(string id)
    {
        Remember(id, null);
        _things.TryRemove(id, out _);
        _sorted = _sorted?.Without(id);
        unsaved[$"{folder}/{id}"] = true;
    }

    public void Clear()
    {
        foreach (var id in All.Keys)
        {
            Remove(id);
        }

        _versions.Clear();
    }

    /// <summary>As <see cref="Put"/>, for what was just read from the disk.</summary>
    public void Load(string id, T thing)
    {
        _things[id] = thing;
        _sorted = null;
    }

    private void Remember(string id, T? thing)
    {
        if (late is null || late.Delay == TimeSpan.Zero)
        {
            _versions.TryRemove(id, out _);
            return;
        }

        var now = late.Now;
        var versions = _versions.GetValueOrDefault(id) ?? [(DateTimeOffset.MinValue, Find(id))];
        var oldest = Math.Max(0, Array.FindLastIndex(versions, version => version.Since <= now - late.Delay));
        _versions[id] = [.. versions[oldest..], (now, thing)];
    }
}
