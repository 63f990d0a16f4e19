using System.Text.Json;
using Portal.Server.Gateway;

namespace Portal.Server.Sync.Snippets;

/// <summary>Which of the parts of an API, by name, another form of it has otherwise, and which it has not.</summary>
internal static class ChangedParts
{
    public static IEnumerable<KeyValuePair<string, T>> Since<T>(this SortedMap<T>? after, SortedMap<T>? before)
        where T : class => (after ?? SortedMap<T>.Empty).Where(part => before?.GetValueOrDefault(part.Key) is not { } was || !Same(was, part.Value));

    public static IEnumerable<string> GoneSince<T>(this SortedMap<T>? after, SortedMap<T>? before)
        where T : class => (before ?? SortedMap<T>.Empty).Keys.Where(key => after?.ContainsKey(key) is not true);

    public static bool Same<T>(T? one, T? other) => Text(one) == Text(other);

    /// <summary>By their texts, as everywhere: records compare what they hold by reference.</summary>
    private static string Text<T>(T? part) => JsonSerializer.Serialize(part, typeof(T), GatewayJson.Canonical);
}
