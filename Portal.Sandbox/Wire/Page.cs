using System.Buffers.Text;
using System.Globalization;
using System.Text;
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
        var after = call.Query["position"].ToString() is { Length: > 0 } position ? Decoded(position) : null;
        TSource[] found = [.. all.After(after).Take(limit + 1)];
        var more = found.Length > limit;
        var shown = more ? found[..limit] : found;
        return new([.. shown.Select(show)], more ? Encoded(key(shown[^1])) : null);
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

    private static string Encoded(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    private static string Decoded(string position)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(position));
        }
        catch (FormatException)
        {
            throw AwsError.BadRequest("Invalid position parameter");
        }
    }
}
