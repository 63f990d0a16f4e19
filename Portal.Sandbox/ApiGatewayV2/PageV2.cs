using System.Globalization;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.ApiGatewayV2;

/// <summary>One page of a list of version 2: <c>maxResults</c> asks, <c>nextToken</c> goes on.</summary>
internal sealed record PageV2<T>(IReadOnlyList<T> Items, string? NextToken)
{
    private const int Default = 25;
    private const int Most = 500;

    public static PageV2<T> Of<TSource>(Call call, Map<TSource> all, Func<TSource, string> key, Func<TSource, T> show)
    {
        var limit = Limit(call.Query["maxResults"].ToString());
        TSource[] found = [.. all.After(Cursor.Key(call.Query["nextToken"].ToString(), "Invalid nextToken parameter")).Take(limit + 1)];
        var more = found.Length > limit;
        var shown = more ? found[..limit] : found;
        return new([.. shown.Select(show)], more ? Cursor.Of(key(shown[^1])) : null);
    }

    private static int Limit(string text) => text switch
    {
        "" => Default,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) => Math.Clamp(limit, 1, Most),
        _ => throw AwsError.BadRequest("Invalid maxResults parameter"),
    };
}
