using Portal.Server.Gateway;

namespace Portal.Server.Sync;

/// <summary>Tells which tags change.</summary>
internal static class TagWords
{
    public static IEnumerable<string> Of(SortedMap<string?>? before, SortedMap<string?>? after) =>
        from key in (before ?? SortedMap<string?>.Empty).Keys.Union((after ?? SortedMap<string?>.Empty).Keys).Order(StringComparer.Ordinal)
        let was = before?.GetValueOrDefault(key)
        let now = after?.GetValueOrDefault(key)
        where was != now
        select (was, now) switch
        {
            (_, null) => $"Takes the tag {key} off (was {DifferenceLine.Shortened(was)}).",
            (null, _) => $"Sets the tag {key} to {DifferenceLine.Shortened(now)}.",
            _ => $"Sets the tag {key} to {DifferenceLine.Shortened(now)} (was {DifferenceLine.Shortened(was)}).",
        };
}
