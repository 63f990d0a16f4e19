using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Portal.Sandbox.State;

/// <summary>
/// A small immutable map from names to values, sorted by name (ordinal), in two arrays: hundreds of thousands of methods are kept at once,
/// and most of their maps hold one or two entries.
/// </summary>
[JsonConverter(typeof(MapJson))]
internal sealed class Map<T> : IReadOnlyDictionary<string, T>
{
    private readonly string[] _keys;
    private readonly T[] _values;

    private Map(string[] keys, T[] values) => (_keys, _values) = (keys, values);

    public static Map<T> Empty { get; } = new([], []);

    public int Count => _keys.Length;

    public IEnumerable<string> Keys => _keys;

    public IEnumerable<T> Values => _values;

    public T this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    /// <summary>The last of several values for one name wins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Map<T> Of(IEnumerable<KeyValuePair<string, T>> pairs)
    {
        var all = pairs as IReadOnlyList<KeyValuePair<string, T>> ?? [.. pairs];
        if (all is [])
        {
            return Empty;
        }

        var (keys, values) = (new string[all.Count], new T[all.Count]);
        for (var i = 0; i < keys.Length; i++)
        {
            // Out of another map, or out of the file that one was written to, they come sorted.
            if (i > 0 && string.CompareOrdinal(keys[i - 1], all[i].Key) >= 0)
            {
                return Sorted(all);
            }

            (keys[i], values[i]) = all[i];
        }

        return new(keys, values);
    }

    private static Map<T> Sorted(IReadOnlyList<KeyValuePair<string, T>> pairs)
    {
        SortedDictionary<string, T> sorted = new(StringComparer.Ordinal);
        foreach (var (key, value) in pairs)
        {
            sorted[key] = value;
        }

        return new([.. sorted.Keys], [.. sorted.Values]);
    }

    public Map<T> With(string key, T value)
    {
        var index = Array.BinarySearch(_keys, key, StringComparer.Ordinal);
        if (index >= 0)
        {
            var replaced = (T[])_values.Clone();
            replaced[index] = value;
            return new(_keys, replaced);
        }

        return new([.. _keys[..~index], key, .. _keys[~index..]], [.. _values[..~index], value, .. _values[~index..]]);
    }

    public Map<T> Without(string key)
    {
        var index = Array.BinarySearch(_keys, key, StringComparer.Ordinal);
        return index < 0 ? this : new([.. _keys[..index], .. _keys[(index + 1)..]], [.. _values[..index], .. _values[(index + 1)..]]);
    }

    public bool ContainsKey(string key) => Array.BinarySearch(_keys, key, StringComparer.Ordinal) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        var index = Array.BinarySearch(_keys, key, StringComparer.Ordinal);
        value = index < 0 ? default : _values[index];
        return index >= 0;
    }

    /// <summary>The entries after a name, in order: what a page of a list is cut from.</summary>
    public IEnumerable<T> After(string? key)
    {
        var index = key is null ? 0 : Array.BinarySearch(_keys, key, StringComparer.Ordinal);
        return new ArraySegment<T>(_values)[(key is null ? 0 : index < 0 ? ~index : index + 1)..];
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator()
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            yield return new(_keys[i], _values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

internal static class MapExtensions
{
    /// <summary>AWS leaves empty maps out of its answers.</summary>
    public static Map<T>? OrNull<T>(this Map<T>? map) => map is { Count: > 0 } ? map : null;

    public static T? Find<T>(this Map<T>? map, string key) where T : class => map is not null && map.TryGetValue(key, out var value) ? value : null;
}
