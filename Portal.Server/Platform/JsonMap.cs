using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Portal.Server.Platform;

/// <summary>Keeps a small map of texts in one column.</summary>
internal static class JsonMap
{
    public static ValueConverter<Dictionary<string, string>, string> Converter { get; } = new(
        map => JsonSerializer.Serialize(map, JsonSerializerOptions.Default),
        text => JsonSerializer.Deserialize<Dictionary<string, string>>(text, JsonSerializerOptions.Default)!);

    public static ValueComparer<Dictionary<string, string>> Comparer { get; } = new(
        (one, other) => one!.Count == other!.Count && !one.Except(other).Any(),
        map => map.Aggregate(0, (hash, entry) => hash ^ HashCode.Combine(entry.Key, entry.Value)),
        map => new Dictionary<string, string>(map));
}
