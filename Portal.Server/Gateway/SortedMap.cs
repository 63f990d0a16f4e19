using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Portal.Server.Gateway;

/// <summary>A map whose keys always stand in ordinal order, so that its JSON is canonical whoever fills it and in what order.</summary>
[JsonConverter(typeof(SortedMapConverterFactory))]
internal sealed class SortedMap<T> : IReadOnlyDictionary<string, T>
{
    public static readonly SortedMap<T> Empty = new([]);

    private readonly SortedDictionary<string, T> _items;

    public SortedMap(IEnumerable<KeyValuePair<string, T>> items)
    {
        _items = new SortedDictionary<string, T>(StringComparer.Ordinal);

        foreach (var (key, value) in items)
        {
            _items[key] = value;
        }
    }

    public T this[string key] => _items[key];

    public IEnumerable<string> Keys => _items.Keys;

    public IEnumerable<T> Values => _items.Values;

    public int Count => _items.Count;

    public bool ContainsKey(string key) => _items.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _items.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
