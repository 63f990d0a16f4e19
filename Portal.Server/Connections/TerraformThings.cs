using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Portal.Server.Connections;

/// <summary>How things that a state names stand in their column: a line each, the path before the address. Neither has a line break, and no path has a blank.</summary>
internal static class TerraformThings
{
    public static ValueConverter<IReadOnlyList<TerraformThing>, string> Converter { get; } = new(things => Text(things), text => Parse(text));

    public static ValueComparer<IReadOnlyList<TerraformThing>> Comparer { get; } = new((one, other) => Text(one) == Text(other), things => Text(things).GetHashCode(StringComparison.Ordinal), things => things);

    private static string Text(IReadOnlyList<TerraformThing>? things) => string.Join('\n', (things ?? []).Select(thing => $"{thing.Path} {thing.Address}"));

    private static IReadOnlyList<TerraformThing> Parse(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2)).Select(parts => new TerraformThing(parts[0], parts[1]))];
}
