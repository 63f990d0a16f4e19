using System.Collections.Concurrent;

namespace Portal.Sandbox.State;

/// <summary>
/// Things of one kind in a Region, by id, each in a file of its own. Writers hold the Region's gate; readers of the data plane need no lock,
/// because things are immutable and replaced whole.
/// </summary>
/// <param name="folder">The folder of their files below the Region's.</param>
/// <param name="unsaved">Where changed files are marked.</param>
internal sealed class Shelf<T>(string folder, ConcurrentDictionary<string, bool> unsaved) where T : class
{
    private readonly ConcurrentDictionary<string, T> _things = new(StringComparer.Ordinal);
    private Map<T>? _sorted;

    /// <summary>All of them, sorted by id; for who holds the gate.</summary>
    public Map<T> All => _sorted ??= Map<T>.Of(_things);

    public T? Find(string id) => _things.GetValueOrDefault(id);

    public void Put(string id, T thing)
    {
        Load(id, thing);
        unsaved[$"{folder}/{id}"] = true;
    }

    public void Remove(string id)
    {
        _things.TryRemove(id, out _);
        _sorted = null;
        unsaved[$"{folder}/{id}"] = true;
    }

    public void Clear()
    {
        foreach (var id in All.Keys)
        {
            Remove(id);
        }
    }

    /// <summary>As <see cref="Put"/>, for what was just read from the disk.</summary>
    public void Load(string id, T thing)
    {
        _things[id] = thing;
        _sorted = null;
    }
}
