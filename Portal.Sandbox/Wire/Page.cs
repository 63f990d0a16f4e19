using System.Globalization;
using System.Text.Json.Serialization;
using Portal.Sandbox.State;

namespace Portal.Sandbox.Wire;

/// <summary>
/// One page of a list: the key is <c>item</c> on the wire. The position names the last entry given, so that a list stays complete while things are added.
/// </summary>
internal sealed record Page<T>([property: JsonPropertyName("item")] IReadOnlyList<T> Items, string? Position)
{
    private const int Default = 25;
    private const int Most = 500;

    public static Page<T> Of<TSource>(Call call, Map<TSource> all, Func<TSource, string> key, Func<TSource, T> show)
    {
        var limit = Limit(call);
        var after = Cursor.Key(call.Query["position"].ToString(), "Invalid position parameter");
        TSource[] found = [.. all.After(after).Take(limit + 1)];
        var more = found.Length > limit;
        var shown = more ? found[..limit] : found;
        return new([.. shown.Select(show)], more ? Cursor.Of(key(shown[^1])) : null);
    }

    private static int Limit(Call call)
    {
        if (call.Query["limit"].ToString() is not { Length: > 0 } text)
        {
            return Default;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            ? Math.Clamp(limit, 1, Most)
            : throw AwsError.Serialization($"class java.lang.String can not be converted to an Integer");
    }
}
